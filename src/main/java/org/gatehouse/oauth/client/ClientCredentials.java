package org.gatehouse.oauth.client;

import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.PrivateKeyJWT;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatehouse.platform.crypto.OpaqueToken;

/**
 * What a client presents at the token endpoint to say who it is (RFC 6749 section 2.3).
 *
 * @param clientId who it says it is
 * @param secret what it proves that with, if with a secret
 * @param assertion what it proves that with, if with a signature (RFC 7523 section 2.2)
 */
public record ClientCredentials(String clientId, Optional<String> secret, Optional<SignedJWT> assertion) {
    private static final int LONGEST_ASSERTION = 8 * 1024;

    /**
     * Reads them from a request.
     *
     * @param authorization the values of the request's {@code Authorization} headers
     * @param form the body's parameters, none repeated
     * @throws GeneralException with {@code invalid_client} unless there is exactly one way of authentication
     */
    public static ClientCredentials parse(List<String> authorization, Map<String, List<String>> form) throws GeneralException {
        Optional<String> bodyId = first(form, "client_id");
        Optional<String> bodySecret = first(form, "client_secret");
        boolean asserted = form.containsKey("client_assertion") || form.containsKey("client_assertion_type");
        // RFC 6749 section 2.3: "The client MUST NOT use more than one authentication method in each request."
        if (authorization.size() > 1 || (asserted && (bodySecret.isPresent() || !authorization.isEmpty()))) {
            throw invalidClient();
        }
        if (asserted) {
            return assertion(form);
        }
        if (authorization.isEmpty()) {
            return new ClientCredentials(bodyId.orElseThrow(ClientCredentials::invalidClient), bodySecret, Optional.empty());
        }
        ClientCredentials basic = basic(authorization.getFirst());
        if (bodySecret.isPresent() || bodyId.filter(id -> !id.equals(basic.clientId())).isPresent()) {
            throw invalidClient();
        }
        return basic;
    }

    /** The client names itself in the assertion; a {@code client_id} beside it must be the same (RFC 7521 section 4.2). */
    private static ClientCredentials assertion(Map<String, List<String>> form) throws GeneralException {
        if (first(form, "client_assertion").filter(text -> text.length() <= LONGEST_ASSERTION).isEmpty()) {
            throw invalidClient();
        }
        try {
            PrivateKeyJWT proof = PrivateKeyJWT.parse(form);
            return new ClientCredentials(proof.getClientID().getValue(), Optional.empty(), Optional.of(proof.getClientAssertion()));
        } catch (ParseException | IllegalArgumentException e) {
            throw new GeneralException("Not a client assertion", OAuth2Error.INVALID_CLIENT, e);
        }
    }

    private static ClientCredentials basic(String header) throws GeneralException {
        try {
            ClientSecretBasic basic = ClientSecretBasic.parse(header);
            return new ClientCredentials(basic.getClientID().getValue(), Optional.of(basic.getClientSecret().getValue()), Optional.empty());
        } catch (ParseException | IllegalArgumentException e) {
            throw new GeneralException("Not HTTP Basic", OAuth2Error.INVALID_CLIENT, e);
        }
    }

    private static Optional<String> first(Map<String, List<String>> form, String name) {
        return form.getOrDefault(name, List.of()).stream().findFirst();
    }

    private static GeneralException invalidClient() {
        return new GeneralException(OAuth2Error.INVALID_CLIENT);
    }

    /** The hash that a right secret has in the registration. */
    Optional<String> secretHash() {
        return secret.map(OpaqueToken::sha256);
    }

    /** Keeps the secret out of logs. */
    @Override
    public String toString() {
        return "ClientCredentials[" + clientId + "]";
    }
}
