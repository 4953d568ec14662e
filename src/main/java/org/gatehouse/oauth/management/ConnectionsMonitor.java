package org.gatehouse.oauth.management;

import java.util.List;
import org.gatehouse.audit.OperatorActs;
import org.gatehouse.oauth.grant.ClientUsage;
import org.gatehouse.oauth.grant.ConnectionService;
import org.gatehouse.oauth.grant.RevocationTarget;
import org.gatehouse.platform.problem.Problem;
import org.gatehouse.platform.problem.ProblemException;

/** The JMX view of the connections. */
final class ConnectionsMonitor implements ConnectionsMXBean {
    private static final String REQUESTER = "operator";
    private static final int MOST_FROZEN = 1_000;

    private final ConnectionService connections;
    private final OperatorActs operator;

    ConnectionsMonitor(ConnectionService connections, OperatorActs operator) {
        this.connections = connections;
        this.operator = operator;
    }

    @Override
    public int getConnections() {
        return connections.clients().stream().mapToInt(ClientUsage::connections).sum();
    }

    @Override
    public List<AppUsage> getUsage() {
        return connections.clients().stream()
                .map(it -> new AppUsage(it.clientId(), it.label(), it.enabled(), it.persons(), it.connections(), it.useCount()))
                .toList();
    }

    @Override
    public List<Frozen> getFrozen() {
        return connections.frozen(MOST_FROZEN).stream()
                .map(it -> new Frozen(
                        it.id(), it.clientId(), it.username(), it.resource(), String.valueOf(it.frozenAt()), String.valueOf(it.frozenBy())))
                .toList();
    }

    @Override
    public void freeze(String connectionId) {
        operator.run("connection.freeze", connectionId, () -> require(connections.freeze(connectionId, REQUESTER), connectionId, "There is no connection of this id."));
    }

    @Override
    public void unfreeze(String connectionId) {
        operator.run("connection.unfreeze", connectionId, () -> require(connections.unfreeze(connectionId), connectionId, "There is no frozen connection of this id."));
    }

    private static void require(boolean found, String connectionId, String message) {
        if (!found) {
            throw new ProblemException(new Problem.NotFound(Problem.Thing.CONNECTION, connectionId, message));
        }
    }

    @Override
    public void end(String connectionId) {
        operator.run("connection.end", connectionId, () -> require(connections.end(connectionId), connectionId, "There is no connection of this id."));
    }

    @Override
    public void endAllOfClient(String clientId) {
        operator.run("connections.end-of-client", clientId, () -> connections.endAll(new RevocationTarget.OfClient(clientId), REQUESTER));
    }

    @Override
    public void endAllOfPerson(String userId) {
        operator.run("connections.end-of-person", userId, () -> connections.endAll(new RevocationTarget.OfPerson(userId), REQUESTER));
    }

    @Override
    public void endAllOfProfile(String profile) {
        operator.run("connections.end-of-profile", profile, () -> connections.endAll(new RevocationTarget.OfProfile(profile), REQUESTER));
    }

    @Override
    public void endAll() {
        operator.run("connections.end-all", "everybody", () -> connections.endAll(new RevocationTarget.Everything(), REQUESTER));
    }
}
