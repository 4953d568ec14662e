package org.gatehouse.oauth.registration;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.gatehouse.oauth.client.AuthenticationMethod;
import org.gatehouse.oauth.client.UsableClients;
import org.gatehouse.platform.network.ClientAddress;

/** Brings what is known of a client up to date before a flow looks it up. */
@Singleton
public class DescribedClients {
    private final ClientDocuments documents;
    private final RemoteKeys keys;
    private final UsableClients clients;

    @Inject
    DescribedClients(ClientDocuments documents, RemoteKeys keys, UsableClients clients) {
        this.documents = documents;
        this.keys = keys;
        this.clients = clients;
    }

    /** Before a person is sent on: the client's document. */
    public void beforeAuthorization(String clientId, ClientAddress address) {
        documents.refresh(clientId, address);
    }

    /** Before the client proves itself: its document, and its keys where they are kept elsewhere. */
    public void beforeAuthentication(String clientId, ClientAddress address) {
        documents.refresh(clientId, address);
        clients.find(clientId)
                .filter(client -> client.proof().method() == AuthenticationMethod.PRIVATE_KEY_JWT)
                .ifPresent(keys::refresh);
    }
}
