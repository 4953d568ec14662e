package org.gatehouse.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.gatehouse.platform.json.Json;

/** An agent of the demo organisation that connects to servers of a test's own: authorized at one node, with its code redeemed at another. */
final class NodeAgent {
    private static final String CALLBACK = "http://127.0.0.1:43210/oauth/callback";
    private static final String DEMO_PASSWORD = "gatehouse";

    private final OwnServer authorizing;
    private final OwnServer redeeming;
    private final String publicUrl;

    NodeAgent(OwnServer authorizing, OwnServer redeeming, String publicUrl) {
        this.authorizing = authorizing;
        this.redeeming = redeeming;
        this.publicUrl = publicUrl;
    }

    /** The whole dance: authorize, sign in, consent, redeem. The access token. */
    String connect(String client, String username, String path, String scope) throws Exception {
        return tokens(client, username, path, scope).path("access_token").asText();
    }

    /** As {@link #connect}, with all that the token endpoint answers. */
    JsonNode tokens(String client, String username, String path, String scope) throws Exception {
        HttpResponse<String> answer = redeeming.send(post(redeeming, redemption(client, username, path, scope)));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Json.read(answer.body().getBytes(StandardCharsets.UTF_8));
    }

    /** The token request for a code that a person has given. */
    Map<String, String> redemption(String client, String username, String path, String scope) throws Exception {
        CodeVerifier verifier = new CodeVerifier();
        String request = "/oauth2/authorize?" + Visitor.form(Map.of(
                "response_type", "code", "client_id", client, "redirect_uri", CALLBACK, "scope", scope, "resource", publicUrl + path, "code_challenge",
                CodeChallenge.compute(CodeChallengeMethod.S256, verifier).getValue(), "code_challenge_method", "S256"));
        URI redirect = new Visitor(authorizing, publicUrl).allow(request, username, DEMO_PASSWORD);
        String code = redirect.getQuery().replaceFirst("(.*&|^)code=", "").replaceFirst("&.*", "");
        return Map.of(
                "grant_type", "authorization_code", "client_id", client, "code", code, "redirect_uri", CALLBACK, "code_verifier", verifier.getValue(),
                "resource", publicUrl + path);
    }

    /** A token request to one of the nodes. */
    static HttpRequest.Builder post(OwnServer node, Map<String, String> form) {
        return HttpRequest.newBuilder(node.at("/oauth2/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(Visitor.form(form)));
    }
}
