package org.gatehouse.catalog;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Map;
import org.gatehouse.identity.Caller;
import org.gatehouse.oauth.client.Clients;
import org.gatehouse.oauth.client.RegisteredClient;
import org.gatehouse.oauth.client.ServerAccess;

/** Takes them from the client's registration, at the caller's version of the configuration. */
@Singleton
class RegisteredClientServers implements ClientServers {
    private final Clients clients;

    @Inject
    RegisteredClientServers(Clients clients) {
        this.clients = clients;
    }

    @Override
    public ServerAccess of(Caller caller) {
        return clients.find(caller.clientId(), caller.accessVersion())
                .map(RegisteredClient::servers)
                .orElse(new ServerAccess.Selected(Map.of()));
    }
}
