package org.gatehouse.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.oauth2.sdk.AccessTokenResponse;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.AuthorizationGrant;
import com.nimbusds.oauth2.sdk.AuthorizationRequest;
import com.nimbusds.oauth2.sdk.AuthorizationResponse;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.RefreshTokenGrant;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.token.RefreshToken;
import java.io.IOException;
import java.net.URI;
import java.util.List;

/** An external client app that connects on behalf of a person, with a public OAuth library doing its part of the protocol. */
public final class Agent {
    static final ClientID INSPECTOR = new ClientID("inspector");

    private final ClientID clientId;
    private final URI callback = URI.create("http://127.0.0.1:43210/oauth/callback");
    private final CodeVerifier verifier = new CodeVerifier();
    private final State state = new State();
    private final URI resource;

    Agent(String server) {
        this(INSPECTOR, server);
    }

    Agent(ClientID clientId, String server) {
        this(clientId, URI.create(Server.mcp(server)));
    }

    private Agent(ClientID clientId, URI resource) {
        this.clientId = clientId;
        this.resource = resource;
    }

    /** The demo's client for scripts of administrators. */
    static Agent automation() {
        return new Agent(new ClientID("automation"), Server.at("/api/v1"));
    }

    /** The access token that a person's sign-in and consent give for the read server. */
    public static String tokenOf(String username) {
        return new Agent(Server.READS).connect(new Person(username), "mcp_api.read").getTokens().getAccessToken().getValue();
    }

    /** An access token of the demo's administrator for the automation interface. */
    public static String adminToken() {
        return automation().connect(new Person("admin"), "api").getTokens().getAccessToken().getValue();
    }

    /** The whole dance: authorize, sign in, consent, redeem. */
    AccessTokenResponse connect(Person person, String scope) {
        return redeem(person.allow(authorizationUrl(scope))).toSuccessResponse();
    }

    /** What the client is redirected to after the person has pressed Deny. */
    URI deniedBy(Person person) {
        return person.deny(authorizationUrl("mcp_api.read"));
    }

    /** What only this client and the server may know of an authorization. */
    List<String> secrets() {
        return List.of(state.getValue(), verifier.getValue());
    }

    URI authorizationUrl(String scope) {
        return new AuthorizationRequest.Builder(ResponseType.CODE, clientId)
                .endpointURI(Server.at("/oauth2/authorize"))
                .redirectionURI(callback)
                .scope(Scope.parse(scope))
                .state(state)
                .codeChallenge(verifier, CodeChallengeMethod.S256)
                .resource(resource)
                .build()
                .toURI();
    }

    /** Redeems the code that a redirect to the client carries. */
    TokenResponse redeem(URI redirect) {
        AuthorizationResponse response = parse(redirect);
        assertThat(response.indicatesSuccess()).as("code in " + redirect).isTrue();
        assertThat(response.getState()).isEqualTo(state);
        assertThat(response.getIssuer()).hasToString(Server.URL);
        return token(new AuthorizationCodeGrant(response.toSuccessResponse().getAuthorizationCode(), callback, verifier));
    }

    /** Redeems the code that a redirect to the client carries, as a client that proves itself. */
    TokenResponse redeem(URI redirect, ClientAuthentication proof) {
        var grant = new AuthorizationCodeGrant(parse(redirect).toSuccessResponse().getAuthorizationCode(), callback, verifier);
        return send(new TokenRequest.Builder(Server.at("/oauth2/token"), proof, grant).resources(resource).build());
    }

    TokenResponse redeem(AuthorizationCode code, CodeVerifier otherVerifier) {
        return token(new AuthorizationCodeGrant(code, callback, otherVerifier));
    }

    TokenResponse refresh(RefreshToken refreshToken) {
        return token(new RefreshTokenGrant(refreshToken));
    }

    AuthorizationResponse parse(URI redirect) {
        try {
            return AuthorizationResponse.parse(redirect);
        } catch (ParseException e) {
            throw new AssertionError("No authorization response: " + redirect, e);
        }
    }

    private TokenResponse token(AuthorizationGrant grant) {
        return send(new TokenRequest.Builder(Server.at("/oauth2/token"), clientId, grant).resources(resource).build());
    }

    private static TokenResponse send(TokenRequest request) {
        try {
            return TokenResponse.parse(request.toHTTPRequest().send());
        } catch (ParseException | IOException e) {
            throw new AssertionError(e);
        }
    }
}
