package org.gatehouse.oauth.grant;

import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.Scope;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatehouse.oauth.client.ClientAuthentication;
import org.gatehouse.oauth.client.ClientCredentials;
import org.gatehouse.oauth.client.RegisteredClient;
import org.gatehouse.oauth.token.OpaqueToken;
import org.jspecify.annotations.Nullable;

/** Answers token and revocation requests, each in one transaction. */
@Stateless
public class TokenService {
    @Inject
    ClientAuthentication clients;

    @Inject
    AuthorizationCodeGrant codeGrant;

    @Inject
    RefreshTokenGrant refreshGrant;

    @Inject
    Revocation revocation;

    /**
     * Answers a token request (RFC 6749 section 3.2).
     *
     * @param authorization the values of the {@code Authorization} headers
     * @param form the body's parameters; none empty, none but {@code resource} repeated
     */
    public TokenAnswer token(List<String> authorization, Map<String, List<String>> form) {
        try {
            RegisteredClient client = clients.require(ClientCredentials.parse(authorization, form));
            // Only these two: a person approved each connection, so there is none by password, client secret or assertion.
            return switch (required(form, "grant_type")) {
                case "authorization_code" -> codeGrant.redeem(client, codeRequest(form));
                case "refresh_token" -> refreshGrant.refresh(
                        client, new OpaqueToken(required(form, "refresh_token")), Scope.parse(optional(form, "scope")), resources(form));
                default -> new TokenAnswer.Refused(OAuth2Error.UNSUPPORTED_GRANT_TYPE);
            };
        } catch (GeneralException e) {
            return new TokenAnswer.Refused(error(e));
        }
    }

    /** Answers a revocation request (RFC 7009 section 2.1); empty means done, whatever there was to do. */
    public Optional<ErrorObject> revoke(List<String> authorization, Map<String, List<String>> form) {
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
