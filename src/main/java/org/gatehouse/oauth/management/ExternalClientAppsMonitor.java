package org.gatehouse.oauth.management;

import java.util.List;
import org.gatehouse.audit.OperatorActs;
import org.gatehouse.oauth.client.ClientAdministration;
import org.gatehouse.oauth.grant.ConnectionService;
import org.gatehouse.oauth.grant.RevocationTarget;

/** The JMX view of the external client apps. */
final class ExternalClientAppsMonitor implements ExternalClientAppsMXBean {
    private final ClientAdministration clients;
    private final ConnectionService connections;
    private final OperatorActs operator;

    ExternalClientAppsMonitor(ClientAdministration clients, ConnectionService connections, OperatorActs operator) {
        this.clients = clients;
        this.connections = connections;
        this.operator = operator;
    }

    @Override
    public List<App> getApps() {
        return clients.all().stream()
                .map(it -> new App(
                        it.clientId(), it.label(), Boolean.TRUE.equals(it.enabled()), it.policy().permittedUsers(), it.policy().accessTokenMinutes(),
                        it.policy().refreshTokenPolicy()))
                .toList();
    }

    @Override
    public void block(String clientId) {
        operator.run("client.block", clientId, () -> {
            clients.block(clientId);
            connections.endAll(new RevocationTarget.OfClient(clientId), "operator");
        });
    }

    @Override
    public void unblock(String clientId) {
        operator.run("client.unblock", clientId, () -> clients.unblock(clientId));
    }
}
