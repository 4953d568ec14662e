package org.gatehouse.oauth.registration;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.oauth2.sdk.GrantType;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.client.ClientMetadata;
import com.nimbusds.oauth2.sdk.client.RegistrationError;
import com.nimbusds.oauth2.sdk.util.JSONObjectUtils;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.gatehouse.oauth.client.AuthenticationMethod;
import org.gatehouse.oauth.client.RedirectUris;
import org.gatehouse.platform.json.Json;
import org.jspecify.annotations.Nullable;

/** Reads what a client says of itself (RFC 7591 section 2) and takes nothing that is not safe to use. */
final class ClientDescriptions {
    private static final int MOST_REDIRECTS = 20;
    private static final int LONGEST_URI = 2_000;
    private static final int LONGEST_JWKS = 20_000;
    private static final int MOST_KEYS = 10;

    private ClientDescriptions() {}

    /**
     * Reads JSON strictly; what is not an object, is too deep or names something twice is refused.
     *
     * @param unsaid the method of a client that names none
     */
    static ClientDescription parse(byte[] json, AuthenticationMethod unsaid) throws RegistrationRefused {
        object(json);
        return of(metadata(json), unsaid);
    }

    /** The JSON object, for what the library does not look at. */
    static JsonNode object(byte[] json) throws RegistrationRefused {
        try {
            JsonNode read = Json.read(json);
            if (read.isObject()) {
                return read;
            }
        } catch (IOException e) {
            // Where exactly is of no use to an honest developer, whose tools write JSON.
        }
        throw invalid("The description must be one JSON object.");
    }

    private static ClientMetadata metadata(byte[] json) throws RegistrationRefused {
        try {
            return ClientMetadata.parse(JSONObjectUtils.parse(new String(json, UTF_8)));
        } catch (ParseException e) {
            throw new RegistrationRefused(Optional.ofNullable(e.getErrorObject()).orElse(RegistrationError.INVALID_CLIENT_METADATA));
        } catch (IllegalArgumentException e) {
            throw invalid("A value is not of its type.");
        }
    }

    private static ClientDescription of(ClientMetadata metadata, AuthenticationMethod unsaid) throws RegistrationRefused {
        requireFlow(metadata);
        AuthenticationMethod method = method(metadata.getTokenEndpointAuthMethod(), unsaid);
        Optional<String> jwks = keys(metadata.getJWKSet());
        Optional<String> jwksUri = text(metadata.getJWKSetURI());
        // RFC 7591 section 2: "The "jwks_uri" and "jwks" parameters MUST NOT both be present in the same request or response."
        if (jwks.isPresent() && jwksUri.isPresent()) {
            throw invalid("Give jwks or jwks_uri, not both.");
        }
        if (method == AuthenticationMethod.PRIVATE_KEY_JWT && jwks.isEmpty() && jwksUri.isEmpty()) {
            throw invalid("private_key_jwt needs jwks or jwks_uri.");
        }
        return new ClientDescription(
                ClientName.of(metadata.getName()), method, redirects(metadata), jwks, jwksUri, text(metadata.getLogoURI()), scopes(metadata));
    }

    /** Codes for people are all there is here, so a client that cannot ask for one has come to the wrong place. */
    private static void requireFlow(ClientMetadata metadata) throws RegistrationRefused {
        Set<GrantType> grants = metadata.getGrantTypes();
        if (grants != null && !grants.contains(GrantType.AUTHORIZATION_CODE)) {
            throw invalid("The grant type must be authorization_code, with or without refresh_token.");
        }
        Set<ResponseType> responses = metadata.getResponseTypes();
        if (responses != null && !responses.contains(ResponseType.CODE)) {
            throw invalid("The response type must be code.");
        }
    }

    private static AuthenticationMethod method(@Nullable ClientAuthenticationMethod said, AuthenticationMethod unsaid)
            throws RegistrationRefused {
        if (said == null) {
            return unsaid;
        }
        return AuthenticationMethod.find(said.getValue()).orElseThrow(() -> invalid("This token_endpoint_auth_method is not supported."));
    }

    private static Set<String> redirects(ClientMetadata metadata) throws RegistrationRefused {
        Set<String> uris = metadata.getRedirectionURIStrings();
        if (uris == null || uris.isEmpty() || uris.size() > MOST_REDIRECTS) {
            throw new RegistrationRefused(RegistrationError.INVALID_REDIRECT_URI.setDescription("Name one to 20 redirect_uris."));
        }
        if (!uris.stream().allMatch(uri -> uri.length() <= LONGEST_URI && RedirectUris.acceptable(uri, false))) {
            throw new RegistrationRefused(
                    RegistrationError.INVALID_REDIRECT_URI.setDescription("A redirect URI must be https, or http on a loopback address."));
        }
        return uris;
    }

    private static Optional<String> keys(@Nullable JWKSet keys) throws RegistrationRefused {
        if (keys == null) {
            return Optional.empty();
        }
        // Whoever publishes a private key has lost it, and a symmetric key is a secret that this server should not know.
        boolean open = keys.getKeys().stream().allMatch(key -> key.toPublicJWK() != null && !key.isPrivate());
        String text = keys.toString(true);
        if (!open || keys.isEmpty() || keys.size() > MOST_KEYS || text.length() > LONGEST_JWKS) {
            throw invalid("jwks must be one to 10 public keys.");
        }
        return Optional.of(text);
    }

    private static Set<String> scopes(ClientMetadata metadata) {
        return metadata.getScope() == null ? Set.of() : metadata.getScope().stream().map(scope -> scope.getValue()).collect(Collectors.toSet());
    }

    private static Optional<String> text(@Nullable URI uri) throws RegistrationRefused {
        Optional<String> text = Optional.ofNullable(uri).map(URI::toString);
        if (text.filter(known -> known.length() > LONGEST_URI).isPresent()) {
            throw invalid("A URI is too long.");
        }
        return text;
    }

    static RegistrationRefused invalid(String description) {
        return new RegistrationRefused(RegistrationError.INVALID_CLIENT_METADATA.setDescription(description));
    }
}
