package org.gatehouse.oauth.grant;

import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.Scope;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatehouse.oauth.client.ClientAuthentication;
import org.gatehouse.oauth.client.ClientCredentials;
import org.gatehouse.oauth.client.RegisteredClient;
import org.gatehouse.platform.crypto.OpaqueToken;
import org.gatehouse.platform.network.ClientAddress;
import org.jspecify.annotations.Nullable;

/** Finds out which client asks for which flow, and lets the flow answer. */
@Singleton
class TokenRequests {
    private final ClientAuthentication clients;
    private final AuthorizationCodeGrant codeGrant;
    private final RefreshTokenGrant refreshGrant;
    private final Revocation revocation;

    @Inject
    TokenRequests(
            ClientAuthentication clients, AuthorizationCodeGrant codeGrant, RefreshTokenGrant refreshGrant, Revocation revocation) {
        this.clients = clients;
        this.codeGrant = codeGrant;
        this.refreshGrant = refreshGrant;
        this.revocation = revocation;
    }

    TokenAnswer token(List<String> authorization, Map<String, List<String>> form, ClientAddress address) {
        try {
            RegisteredClient client = clients.require(ClientCredentials.parse(authorization, form));
            // Only these two: a person approved each connection, so there is none by password, client secret or assertion.
            return switch (required(form, "grant_type")) {
                case "authorization_code" -> codeGrant.redeem(client, codeRequest(form), address);
                case "refresh_token" -> refreshGrant.refresh(
                        client, new OpaqueToken(required(form, "refresh_token")), Scope.parse(optional(form, "scope")), resources(form),
                        address);
                default -> new TokenAnswer.Refused(OAuth2Error.UNSUPPORTED_GRANT_TYPE);
            };
        } catch (GeneralException e) {
            return new TokenAnswer.Refused(error(e));
        }
    }

    Optional<ErrorObject> revoke(List<String> authorization, Map<String, List<String>> form) {
        try {
            RegisteredClient client = clients.require(ClientCredentials.parse(authorization, form));
            revocation.revoke(client, required(form, "token"));
            return Optional.empty();
        } catch (GeneralException e) {
            return Optional.of(error(e));
        }
    }

    private static AuthorizationCodeGrant.CodeRequest codeRequest(Map<String, List<String>> form) throws GeneralException {
        return new AuthorizationCodeGrant.CodeRequest(
                new OpaqueToken(required(form, "code")), optional(form, "redirect_uri"), optional(form, "code_verifier"), resources(form));
    }

    private static List<URI> resources(Map<String, List<String>> form) throws GeneralException {
        List<URI> uris = new ArrayList<>();
        for (String text : form.getOrDefault("resource", List.of())) {
            try {
                uris.add(URI.create(text));
            } catch (IllegalArgumentException e) {
                throw new GeneralException("Not a URI", OAuth2Error.INVALID_TARGET, e);
            }
        }
        return uris;
    }

    private static String required(Map<String, List<String>> form, String name) throws GeneralException {
        String value = optional(form, name);
        if (value == null) {
            throw new GeneralException(OAuth2Error.INVALID_REQUEST.setDescription("The parameter " + name + " is required."));
        }
        return value;
    }

    private static @Nullable String optional(Map<String, List<String>> form, String name) {
        return form.getOrDefault(name, List.of()).stream().findFirst().orElse(null);
    }

    private static ErrorObject error(GeneralException e) {
        return Optional.ofNullable(e.getErrorObject()).orElse(OAuth2Error.INVALID_REQUEST);
    }
}
