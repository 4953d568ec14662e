package org.gatehouse.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;

/** A person's browser at a server of a test's own. It follows the public URL to that server, and sends cookies whatever their flags say. */
final class Visitor {
    private final OwnServer server;
    private final String publicUrl;

    Visitor(OwnServer server, String publicUrl) {
        this.server = server;
        this.publicUrl = publicUrl;
    }

    /**
     * Sends the page's form, as a browser at the public URL does.
     *
     * @param typed what somebody typed by the names of fields, and the label of the button that is pressed, with no value
     */
    HttpResponse<String> press(HttpResponse<String> page, String path, Map<String, String> typed) throws Exception {
        return press(page, path, cookie(page), typed);
    }

    HttpResponse<String> press(HttpResponse<String> page, String path, String cookie, Map<String, String> typed) throws Exception {
        List<Map.Entry<String, String>> fields = new ArrayList<>();
        // The page's own form; the search of the setup has none of these fields.
        Jsoup.parse(page.body()).select("form:has(input[name=jakarta.faces.ViewState])").stream().limit(1).flatMap(form -> form.select("input[name]").stream())
                .filter(field -> !field.attr("type").equals("submit") && (!field.attr("type").equals("checkbox") || field.hasAttr("checked")))
                .forEach(field -> fields.add(Map.entry(field.attr("name"), field.attr("value"))));
        Jsoup.parse(page.body()).select("input[type=submit]").stream().filter(button -> typed.containsKey(button.attr("value")))
                .forEach(button -> fields.add(Map.entry(button.attr("name"), button.attr("value"))));
        typed.forEach((name, value) -> {
            if (!value.isEmpty()) {
                fields.removeIf(field -> field.getKey().equals(name));
                fields.add(Map.entry(name, value));
            }
        });
        return server.send(HttpRequest.newBuilder(server.at(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Cookie", cookie)
                .header("Origin", publicUrl)
                .POST(HttpRequest.BodyPublishers.ofString(form(fields))));
    }

    /** Signs in for an authorization, allows, and returns where the client is redirected to. */
    URI allow(String authorizePath, String username, String password) throws Exception {
        HttpResponse<String> started = server.send(HttpRequest.newBuilder(server.at(authorizePath)));
        String login = local(started);
        HttpResponse<String> page = server.send(HttpRequest.newBuilder(server.at(login)).header("Cookie", cookie(started)));
        HttpResponse<String> signedIn = press(page, login, cookie(started), Map.of("username", username, "password", password, "Sign in", ""));
        assertThat(signedIn.statusCode()).as(signedIn.body()).isEqualTo(303);
        String consent = local(signedIn);
        HttpResponse<String> asked = server.send(HttpRequest.newBuilder(server.at(consent)).header("Cookie", cookie(signedIn)));
        HttpResponse<String> allowed = press(asked, consent, cookie(signedIn), Map.of("Allow", ""));
        return URI.create(allowed.headers().firstValue("Location").orElseThrow(() -> new AssertionError(allowed.body())));
    }

    private String local(HttpResponse<String> redirect) {
        return redirect.headers().firstValue("Location").orElseThrow(() -> new AssertionError(redirect.body())).replace(publicUrl, "");
    }

    /** The cookie that an answer sets, as a browser sends it back. */
    static String cookie(HttpResponse<String> answer) {
        // The last one: signing in gives the session another id.
        return answer.headers().allValues("Set-Cookie").getLast().replaceFirst(";.*", "");
    }

    static String form(Map<String, String> fields) {
        return form(List.copyOf(fields.entrySet()));
    }

    private static String form(List<Map.Entry<String, String>> fields) {
        return fields.stream().map(field -> encode(field.getKey()) + "=" + encode(field.getValue())).collect(Collectors.joining("&"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
