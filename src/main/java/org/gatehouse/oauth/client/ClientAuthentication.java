package org.gatehouse.oauth.client;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.util.Optional;

/** Decides which client is asking (RFC 6749 section 3.2.1). */
@Singleton
public class ClientAuthentication {
    private final UsableClients clients;
    private final ClientAssertions assertions;
    private final InstantSource clock;

    @Inject
    public ClientAuthentication(UsableClients clients, ClientAssertions assertions, InstantSource clock) {
        this.clients = clients;
        this.assertions = assertions;
        this.clock = clock;
    }

    /**
     * The client that presents these credentials.
     *
     * @throws GeneralException with {@code invalid_client} if it is unknown or disabled, or if the credentials are not its own
     */
    public RegisteredClient require(ClientCredentials credentials) throws GeneralException {
        return clients.find(credentials.clientId())
                .filter(client -> proven(client, credentials))
                .orElseThrow(() -> new GeneralException(OAuth2Error.INVALID_CLIENT));
    }

    /**
     * A public client has no proof and must present none; a confidential one must present its own, of the kind that it registered. A secret
     * may stand in the header or in the body, as its software happens to do it. Hashes are compared in constant time, so that time does not tell how much of a guess was right.
     */
    private boolean proven(RegisteredClient client, ClientCredentials credentials) {
        ClientProof proof = client.proof();
        Optional<String> presented = credentials.secretHash();
        Optional<SignedJWT> assertion = credentials.assertion();
        return switch (proof.method()) {
            case NONE -> presented.isEmpty() && assertion.isEmpty();
            case CLIENT_SECRET_BASIC, CLIENT_SECRET_POST ->
                presented.isPresent()
                        && proof.secrets().stream()
                                .filter(secret -> secret.goodAt(clock.instant()))
                                .anyMatch(secret -> same(secret.hash(), presented.get()));
            case PRIVATE_KEY_JWT -> assertion.isPresent() && assertions.prove(client, assertion.get());
        };
    }

    private static boolean same(String registered, String presented) {
        return MessageDigest.isEqual(registered.getBytes(US_ASCII), presented.getBytes(US_ASCII));
    }
}
