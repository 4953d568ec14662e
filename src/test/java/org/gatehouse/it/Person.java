package org.gatehouse.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;

/** A person at a browser: keeps cookies, follows links inside Gatehouse, fills the forms that the pages show, presses their buttons. */
final class Person {
    static final String DEMO_PASSWORD = "gatehouse";

    private final CookieManager cookies = new BrowserCookies();
    private final HttpClient browser = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final String username;
    private final String password;
    private final Map<String, String> headers;

    Person(String username) {
        this(username, DEMO_PASSWORD);
    }

    Person(String username, String password) {
        this(username, password, Map.of());
    }

    /** With headers that the browser, or something before it, adds to every request. */
    Person(String username, String password, Map<String, String> headers) {
        this.username = username;
        this.password = password;
        this.headers = headers;
    }

    /** Opens an authorization URL, signs in if asked, allows, and returns the redirect to the client without following it. */
    URI allow(URI authorizationUrl) {
        return decide(authorizationUrl, "Allow");
    }

    /** As {@link #allow}, but says no on the consent page. */
    URI deny(URI authorizationUrl) {
        return decide(authorizationUrl, "Deny");
    }

    /** Opens a page and follows redirects inside Gatehouse; the answer is a page or a redirect to somewhere else. */
    HttpResponse<String> open(URI url) {
        return follow(send(HttpRequest.newBuilder(url).GET()));
    }

    /** Fills the sign-in form on a page and presses the button. */
    HttpResponse<String> signIn(HttpResponse<String> page) {
        return press(page, "Sign in", Map.of("username", username, "password", password));
    }

    /** The value of the session cookie, as the browser holds it; empty for none. */
    String sessionId() {
        return cookies.getCookieStore().getCookies().stream().map(HttpCookie::getValue).findFirst().orElse("");
    }

    /** Puts a session cookie into the browser, as an attacker would. */
    void plant(String sessionId) {
        try {
            cookies.put(URI.create(Server.URL), Map.of("Set-Cookie", List.of("gatehouse=" + sessionId + "; Path=/; HttpOnly")));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Signs in without an authorization that waits. */
    HttpResponse<String> signIn() {
        return signIn(open(Server.at("/login")));
    }

    /** Presses the button of an external provider on the sign-in page, and returns where the page that follows leads. */
    URI signInWith(HttpResponse<String> page, String provider) {
        HttpResponse<String> leaving = press(page, "Sign in with " + provider, Map.of());
        assertThat(leaving.statusCode()).as(leaving.body()).isEqualTo(200);
        return URI.create(leaving.headers().firstValue("Refresh").orElseThrow().substring("0;url=".length()));
    }

    private URI decide(URI authorizationUrl, String button) {
        HttpResponse<String> page = open(authorizationUrl);
        if (isSignIn(page)) {
            page = signIn(page);
        }
        if (isRedirect(page)) {
            return location(page);
        }
        assertThat(isSignIn(page)).as("signed in as " + username).isFalse();
        HttpResponse<String> decided = press(page, button, Map.of());
        assertThat(isRedirect(decided)).as("redirect to the client, but: " + decided.statusCode() + " " + decided.body()).isTrue();
        return location(decided);
    }

    /** Presses a button of the page's form; fields are named by the last part of their name. */
    HttpResponse<String> press(HttpResponse<String> page, String button, Map<String, String> answers) {
        Document document = Jsoup.parse(page.body(), page.uri().toString());
        Element pressed = document.selectFirst("input[type=submit][value=\"" + button + "\"], button:containsOwn(" + button + ")");
        assertThat(pressed).as("button " + button + " on " + document.text()).isNotNull();
        FormElement form = (FormElement) Objects.requireNonNull(pressed.closest("form"));
        // A browser sends the button that was pressed, and no other.
        Set<String> buttons = new HashSet<>(form.select("input[type=submit], button").eachAttr("name"));
        List<Map.Entry<String, String>> fields = new ArrayList<>();
        form.formData().stream()
                .filter(field -> !buttons.contains(field.key()))
                .forEach(field -> fields.add(Map.entry(field.key(), answer(field.key(), answers).orElse(field.value()))));
        fields.add(Map.entry(pressed.attr("name"), pressed.hasAttr("value") ? pressed.attr("value") : button));
        String body = fields.stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
        return follow(send(HttpRequest.newBuilder(URI.create(form.absUrl("action")))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Origin", page.uri().getScheme() + "://" + page.uri().getAuthority())
                .header("Sec-Fetch-Site", "same-origin")
                .POST(HttpRequest.BodyPublishers.ofString(body))));
    }

    private static Optional<String> answer(String field, Map<String, String> answers) {
        return answers.entrySet().stream().filter(answer -> field.endsWith(answer.getKey())).map(Map.Entry::getValue).findFirst();
    }

    private HttpResponse<String> follow(HttpResponse<String> answer) {
        HttpResponse<String> next = answer;
        for (int hops = 0; isRedirect(next) && isGatehouse(location(next)); hops++) {
            assertThat(hops).as("redirects").isLessThan(10);
            next = send(HttpRequest.newBuilder(location(next)).GET());
        }
        return next;
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        headers.forEach(request::header);
        try {
            return browser.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    static boolean isSignIn(HttpResponse<String> page) {
        return Jsoup.parse(page.body()).selectFirst("input[type=password]") != null;
    }

    static boolean isRedirect(HttpResponse<String> answer) {
        return answer.statusCode() / 100 == 3;
    }

    static URI location(HttpResponse<String> redirect) {
        return redirect.uri().resolve(redirect.headers().firstValue("Location").orElseThrow());
    }

    private static boolean isGatehouse(URI url) {
        return Server.URL.equals(url.getScheme() + "://" + url.getAuthority());
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
