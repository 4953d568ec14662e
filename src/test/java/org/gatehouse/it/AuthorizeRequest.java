package org.gatehouse.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.util.URLUtils;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;

/**
 * An authorization request as no library would send it: a good one, in which a test spoils something.
 *
 * @param parameters what it consists of, each as often as its values
 */
record AuthorizeRequest(Map<String, List<String>> parameters) {
    static final CodeVerifier VERIFIER = new CodeVerifier();
    static final String LOOPBACK = "http://127.0.0.1:43210/oauth/callback";

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    AuthorizeRequest {
        parameters = Map.copyOf(parameters);
    }

    static AuthorizeRequest of(String client, String redirectUri) {
        return new AuthorizeRequest(Map.of(
                "response_type", List.of("code"), "client_id", List.of(client), "redirect_uri", List.of(redirectUri), "state", List.of("xyz"),
                "scope", List.of("mcp_api.read"), "resource", List.of(Server.mcp(Server.READS)),
                "code_challenge", List.of(CodeChallenge.compute(CodeChallengeMethod.S256, VERIFIER).getValue()), "code_challenge_method", List.of("S256")));
    }

    /** The inspector's, to its callback on the person's machine. */
    static AuthorizeRequest good() {
        return of("inspector", LOOPBACK);
    }

    /** The same with other values of a parameter; without it for none. */
    AuthorizeRequest with(String name, String... values) {
        Map<String, List<String>> changed = new LinkedHashMap<>(parameters);
        changed.put(name, List.of(values));
        return new AuthorizeRequest(changed);
    }

    URI url() {
        return Server.at("/oauth2/authorize?" + parameters.entrySet().stream()
                .flatMap(parameter -> parameter.getValue().stream().map(value -> parameter.getKey() + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8)))
                .collect(Collectors.joining("&")));
    }

    /** Sent by a browser in which nobody has signed in. */
    HttpResponse<String> send() {
        return send("");
    }

    /** Sent with a session's cookie. */
    HttpResponse<String> send(String sessionId) {
        try {
            return attempt(sessionId);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** The status of the answer; 400 too where the server hangs up on a line that it does not read to its end, which may overtake its answer. */
    int statusOrCut() {
        try {
            return attempt("").statusCode();
        } catch (IOException cut) {
            return 400;
        }
    }

    private HttpResponse<String> attempt(String sessionId) throws IOException {
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(url());
            return HTTP.send((sessionId.isEmpty() ? request : request.header("Cookie", "gatehouse=" + sessionId)).build(), HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** A page for the person that leads nowhere and is nothing but text. */
    static void assertPage(HttpResponse<String> answer, String why) {
        assertThat(answer.statusCode()).as(why).isEqualTo(400);
        assertThat(answer.headers().map()).as(why).doesNotContainKeys("location", "refresh");
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).as(why).startsWith("text/html");
        assertThat(Jsoup.parse(answer.body()).select("script, iframe, meta[http-equiv=refresh], a[href*=evil], form")).as(why).isEmpty();
    }

    /** A redirect to the client with an error, its state and the issuer, and without a code (RFC 6749 section 4.1.2.1, RFC 9207). */
    static void assertRefused(HttpResponse<String> answer, String callback, String error) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        URI location = Person.location(answer);
        assertThat(location.toString()).startsWith(callback + "?");
        Map<String, List<String>> said = query(location);
        assertThat(said.get("error")).as(location.toString()).containsExactly(error);
        assertThat(said.get("state")).containsExactly("xyz");
        assertThat(said.get("iss")).containsExactly(Server.URL);
        assertThat(said).doesNotContainKey("code");
    }

    /** On to the person, with nothing issued. */
    static boolean asksThePerson(HttpResponse<String> answer) {
        return answer.statusCode() == 303 && Person.location(answer).getPath().matches("/login|/consent");
    }

    static Map<String, List<String>> query(URI location) {
        return URLUtils.parseParameters(location.getRawQuery());
    }
}
