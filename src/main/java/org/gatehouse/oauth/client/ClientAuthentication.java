package org.gatehouse.oauth.client;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.security.MessageDigest;
import java.util.Optional;

/** Decides which client is asking (RFC 6749 section 3.2.1). */
@Singleton
public class ClientAuthentication {
    private final Clients clients;

    @Inject
    public ClientAuthentication(Clients clients) {
        this.clients = clients;
    }

    /**
     * The client that presents these credentials.
     *
     * @throws GeneralException with {@code invalid_client} if it is unknown or disabled, or if the credentials are not its own
     */
    public RegisteredClient require(ClientCredentials credentials) throws GeneralException {
        return clients.findEnabled(credentials.clientId())
                .filter(client -> proven(client.secretHash(), credentials.secretHash()))
                .orElseThrow(() -> new GeneralException(OAuth2Error.INVALID_CLIENT));
    }

    /**
     * A public client has no secret and must present none; a confidential one must present its own, in the header or in the body as its
     * software happens to do it. Hashes are compared in constant time, so that time does not tell how much of a guess was right.
     */
    private static boolean proven(Optional<String> registered, Optional<String> presented) {
        if (registered.isEmpty() || presented.isEmpty()) {
            return registered.isEmpty() && presented.isEmpty();
        }
        return MessageDigest.isEqual(registered.get().getBytes(US_ASCII), presented.get().getBytes(US_ASCII));
    }
}
