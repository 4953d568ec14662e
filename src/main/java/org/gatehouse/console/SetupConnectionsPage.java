package org.gatehouse.console;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.gatehouse.oauth.grant.BulkRevocation;
import org.gatehouse.oauth.grant.ClientUsage;
import org.gatehouse.oauth.grant.Connection;
import org.gatehouse.oauth.grant.ConnectionService;
import org.gatehouse.oauth.grant.RevocationTarget;
import org.gatehouse.permission.SystemPermission;
import org.gatehouse.permission.grants.GrantService;
import org.gatehouse.platform.problem.Problem;
import org.gatehouse.platform.problem.ProblemException;

/** OAuth usage: which apps are used by whom, and the end of one connection, of an app's, of a person's, or of all. */
@Named
@RequestScoped
public class SetupConnectionsPage {
    private static final int PAGE = 100;
    private static final int REVOCATIONS = 5;
    private static final int MOST_FROZEN = 1_000;

    @Inject
    SetupDoor setup;

    @EJB
    ConnectionService connections;

    @EJB
    GrantService grants;

    private List<Usage> usage = List.of();
    private List<Row> rows = List.of();
    private List<Row> frozen = List.of();
    private List<Progress> revocations = List.of();
    private List<String> profiles = List.of();

    /** Before the page is shown. */
    public void show() {
        if (FacesContext.getCurrentInstance().isPostback()) {
            act("end", "connection.end", id -> found(connections.end(id), id, "This connection has ended already."));
            act("freeze", "connection.freeze", id -> found(connections.freeze(id, setup.getUsername()), id, "This connection has ended already."));
            act("unfreeze", "connection.unfreeze", id -> found(connections.unfreeze(id), id, "This connection is not frozen any more."));
            act("endClient", "connections.end-of-client", id -> connections.endAll(new RevocationTarget.OfClient(id), setup.getUsername()));
            act("endPerson", "connections.end-of-person", id -> connections.endAll(new RevocationTarget.OfPerson(id), setup.getUsername()));
            act("endProfile", "connections.end-of-profile", id -> connections.endAll(new RevocationTarget.OfProfile(id), setup.getUsername()));
            act("endAll", "connections.end-all", id -> connections.endAll(new RevocationTarget.Everything(), setup.getUsername()));
        }
        setup.show(SystemPermission.CUSTOMIZE_APPLICATION, this::read);
    }

    private boolean read() {
        usage = connections.clients().stream().map(Usage::of).toList();
        rows = connections.page(wanted(getClient()), wanted(getUser()), wanted(SetupDoor.parameter("after")), PAGE).stream()
                .map(Row::of)
                .toList();
        frozen = connections.frozen(MOST_FROZEN).stream().map(Row::of).toList();
        profiles = grants.sets().stream().flatMap(set -> Stream.ofNullable(set.profile())).toList();
        revocations = connections.revocations(REVOCATIONS).stream().map(Progress::of).toList();
        return true;
    }

    private static Optional<String> wanted(String parameter) {
        return Optional.of(parameter).filter(value -> !value.isEmpty());
    }

    private static boolean found(boolean found, String id, String otherwise) {
        if (!found) {
            throw new ProblemException(new Problem.NotFound(Problem.Thing.CONNECTION, id, otherwise));
        }
        return true;
    }

    private void act(String button, String operation, Act work) {
        String id = SetupDoor.parameter(button);
        if (!id.isEmpty()) {
            Callable<?> call = () -> work.on(id);
            setup.act(SystemPermission.CUSTOMIZE_APPLICATION, operation, id, "/setup/connections", call);
        }
    }

    public List<Usage> getUsage() {
        return usage;
    }

    public List<Row> getRows() {
        return rows;
    }

    /** Those that are frozen. */
    public List<Row> getFrozen() {
        return frozen;
    }

    public List<String> getProfiles() {
        return profiles;
    }

    public List<Progress> getRevocations() {
        return revocations;
    }

    /** The person whose connections are listed; empty for all. */
    public String getUser() {
        return SetupDoor.parameter("user");
    }

    /** The app whose connections are listed; empty for all. */
    public String getClient() {
        return SetupDoor.parameter("client");
    }

    /** The last connection of a full page, after which the next page begins; empty for none. */
    public String getNext() {
        return rows.size() == PAGE ? rows.getLast().id() : "";
    }

    private interface Act {
        Object on(String id);
    }

    /** How much an app is used. */
    public record Usage(String clientId, String label, boolean enabled, int persons, int connections, String firstUsed, String lastUsed, long useCount) {
        static Usage of(ClientUsage it) {
            return new Usage(
                    it.clientId(), DisplayText.of(it.label()), it.enabled(), it.persons(), it.connections(), Times.shown(it.firstUsedAt()),
                    Times.shown(it.lastUsedAt()), it.useCount());
        }
    }

    /** One connection. */
    public record Row(String id, String client, String userId, String username, String resource, String scopes, String connected, String lastUsed, long useCount, String frozen) {
        static Row of(Connection it) {
            return new Row(
                    it.id(), DisplayText.of(it.client()), it.userId(), it.username(), it.resource(),
                    it.scopes().stream().sorted().map(scope -> scope.value()).reduce((a, b) -> a + " " + b).orElse(""), Times.shown(it.connectedAt()),
                    Times.shown(it.lastUsedAt()), it.useCount(),
                    it.frozenAt() == null ? "" : Times.shown(it.frozenAt()) + " by " + it.frozenBy());
        }
    }

    /** How far the end of many connections is. */
    public record Progress(String what, String requestedBy, String requestedAt, long done, long total, boolean finished) {
        static Progress of(BulkRevocation it) {
            String what = switch (it.target()) {
                case RevocationTarget.Everything() -> "all connections";
                case RevocationTarget.OfClient(var id) -> "those through " + id;
                case RevocationTarget.OfPerson(var id) -> "those of person " + id;
                case RevocationTarget.OfProfile(var name) -> "those of the profile " + name;
            };
            Long total = it.total();
            String why = it.reason().equals("password-change") ? ", with the password" : "";
            return new Progress(what + why, it.requestedBy(), Times.shown(it.requestedAt()), it.done(), total == null ? it.done() : total, it.finishedAt() != null);
        }
    }
}
