package org.gatehouse.oauth.bearer;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.gatehouse.identity.Caller;
import org.gatehouse.oauth.client.Admission;
import org.gatehouse.oauth.client.IpRelaxation.Occasion;
import org.gatehouse.oauth.client.Refusal;
import org.gatehouse.oauth.client.Visit;
import org.gatehouse.oauth.token.ResourceIndicators;
import org.gatehouse.platform.database.OpenStream;
import org.gatehouse.platform.database.RunningCalls;
import org.gatehouse.platform.network.ClientAddress;

/**
 * Ends the calls of connections that have ended. Every node asks the database about the few connections that have calls running on it, so
 * it does not matter where a connection was ended, by what, or whether that node still lives.
 */
@Singleton
public class RunningConnections {
    private final RunningCalls running;
    private final Connections connections;
    private final Admission admission;
    private final ResourceIndicators resources;

    @Inject
    RunningConnections(RunningCalls running, Connections connections, Admission admission, ResourceIndicators resources) {
        this.running = running;
        this.connections = connections;
        this.admission = admission;
        this.resources = resources;
    }

    /** Looks once. */
    public void endWhatEnded() {
        Set<String> ended = new HashSet<>(running.connectionIds());
        if (ended.isEmpty()) {
            return;
        }
        Map<String, Connection> standing =
                connections.standing(ended).stream().collect(Collectors.toMap(connection -> connection.caller().grantId(), connection -> connection));
        standing.values().stream().filter(this::permitted).map(it -> it.caller().grantId()).forEach(ended::remove);
        if (!ended.isEmpty()) {
            running.end(ended);
        }
        // A stream lasts, and the networks that are allowed may change meanwhile.
        for (OpenStream stream : running.streams()) {
            Connection connection = standing.get(stream.connectionId());
            if (connection != null && refusal(connection, stream.address()).isPresent()) {
                stream.end().run();
            }
        }
    }

    /** Where a call came from was judged when it came, and has not changed. */
    private boolean permitted(Connection connection) {
        return refusal(connection, ClientAddress.UNKNOWN).filter(refusal -> !refusal.isOfAddress()).isEmpty();
    }

    private Optional<Refusal> refusal(Connection connection, ClientAddress address) {
        Caller caller = connection.caller();
        Visit visit = new Visit(Occasion.REQUEST, address, connection.assurance());
        return admission.refusal(caller.userId(), caller.clientId(), resources.mcpServer(caller.resource()), visit, caller.accessVersion());
    }
}
