package org.gatehouse.oauth.grant;

import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationErrorResponse;
import com.nimbusds.oauth2.sdk.AuthorizationSuccessResponse;
import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.ResponseMode;
import com.nimbusds.oauth2.sdk.id.Issuer;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.gatehouse.platform.configuration.Deployment;
import org.gatehouse.platform.crypto.OpaqueToken;
import org.jspecify.annotations.Nullable;

/** Prints authorization responses. Each carries the issuer, so that a client of several servers knows whose it is (RFC 9207 section 2). */
@Singleton
public class AuthorizationResponses {
    private final Issuer issuer;

    @Inject
    public AuthorizationResponses(Deployment deployment) {
        this.issuer = new Issuer(deployment.publicUrl());
    }

    /** The redirect that carries the code. */
    URI success(PendingAuthorization pending, OpaqueToken code) {
        URI location = new AuthorizationSuccessResponse(
                        URI.create(pending.redirectUri()), new AuthorizationCode(code.value()), null, null, issuer, ResponseMode.QUERY)
                .toURI();
        return withState(location, pending.state());
    }

    /** The redirect that carries an error. */
    URI error(PendingAuthorization pending, ErrorObject error) {
        return error(pending.redirectUri(), pending.state(), error);
    }

    /** The redirect that carries an error, for a request that did not become pending. */
    URI error(String redirectUri, @Nullable String state, ErrorObject error) {
        return withState(
                new AuthorizationErrorResponse(URI.create(redirectUri), error, null, issuer, ResponseMode.QUERY).toURI(), state);
    }

    /** RFC 6749 section 4.1.2: "The exact value received from the client." The library would trim it, so it is added here. */
    private static URI withState(URI location, @Nullable String state) {
        return state == null ? location : URI.create(location + "&state=" + URLEncoder.encode(state, StandardCharsets.UTF_8));
    }
}
