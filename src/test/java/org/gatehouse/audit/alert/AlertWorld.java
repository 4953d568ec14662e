package org.gatehouse.audit.alert;

import static org.gatehouse.platform.database.schema.Tables.AUDIT_EVENT;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.gatehouse.audit.Actor;
import org.gatehouse.audit.AuditEvent;
import org.gatehouse.audit.AuditEvents;
import org.gatehouse.audit.Channel;
import org.gatehouse.audit.EventRows;
import org.gatehouse.audit.EventSeal;
import org.gatehouse.audit.EventType;
import org.gatehouse.audit.Outcome;
import org.gatehouse.audit.Requester;
import org.gatehouse.audit.chain.TestChain;
import org.gatehouse.platform.database.Database;
import org.gatehouse.testing.SampleWorld.Product;
import org.gatehouse.testing.TestAudit;
import org.gatehouse.testing.TestDatabases;
import org.gatehouse.testing.TestPostgres;
import org.gatehouse.testing.Transactions;
import org.jspecify.annotations.Nullable;

/** An event log with alerts over it, as one node of a cluster has it. */
@SuppressWarnings("UnnecessaryAssignment") // The test stands in for the container that injects.
final class AlertWorld {
    static final Instant TEN = Instant.parse("2026-11-28T10:00:00Z");
    static final AlertSearch REFUSALS = new AlertSearch(null, null, null, null, null, null, null, null, "REFUSED", null, null);

    final Transactions transactions;
    final Database database;
    final AlertService service = new AlertService();
    final AlertEvaluation evaluation = new AlertEvaluation();
    final List<String> frozen = new ArrayList<>();

    /** What freezing comes to; a test may make it fail. */
    ConnectionFreezes freezes = (connection, by) -> frozen.add(connection + " by " + by);

    private final EventRows rows;
    private final TestChain chain;
    private final InstantSource clock = () -> TEN;

    AlertWorld(Product product) {
        this(new Transactions(product == Product.H2 ? TestDatabases.empty() : TestPostgres.empty()), "node-1");
    }

    private AlertWorld(Transactions transactions, String node) {
        this.transactions = transactions;
        database = new Database(transactions.dataSource());
        EventSeal seal = TestAudit.seal(node);
        rows = new EventRows(database, seal);
        chain = new TestChain(database, seal, clock);
        var places = new ChainPlaces(database);
        var store = new AlertStore(database, places);
        var raised = new RaisedAlerts(database, clock);
        var audit = new AuditEvents(rows, new Requester(), clock);
        service.store = store;
        service.raised = raised;
        service.trail = TestAudit.trail(database);
        evaluation.store = store;
        evaluation.places = places;
        evaluation.counts = new AlertCounts(database);
        evaluation.raised = raised;
        evaluation.events = new FoundEvents(database);
        evaluation.freezes = (connection, by) -> freezes.freeze(connection, by);
        evaluation.audit = audit;
    }

    /** Another node on the same database. */
    AlertWorld otherNode(String name) {
        return new AlertWorld(transactions, name);
    }

    /** An alert on refusals. */
    static Alert alert(long threshold, int minutes, Each each) {
        return new Alert("test", "", true, REFUSALS, threshold, minutes, each, false, null);
    }

    static Alert freezing(long threshold) {
        return new Alert("test", "", true, REFUSALS, threshold, 5, Each.CONNECTION, true, null);
    }

    Alert make(Alert alert) {
        return transactions.run(() -> service.create(alert));
    }

    /** Somebody was refused some time after ten. */
    void refused(String person, Duration after) {
        event(person, after, Outcome.REFUSED, 1);
    }

    void refused(String person, Duration after, int times) {
        for (int i = 0; i < times; i++) {
            refused(person, after);
        }
    }

    void event(@Nullable String person, Duration after, Outcome outcome, long occurrences) {
        Actor actor = person == null ? new Actor(null, null, null, null, null) : new Actor("id-" + person, person, "app-of-" + person, "grant-of-" + person, "192.0.2.7");
        rows.insert(new AuditEvent(
                TEN.plus(after), EventType.API_TOTAL_USAGE, "request", actor, new Channel(Channel.Family.MCP, "POST", "/mcp"), "platform/object-reads",
                "tools/call", "soqlQuery", null, List.of(), List.of(), null, null, outcome, 403, null, Duration.ZERO, null, null, occurrences));
    }

    /** Links what was written, as the node does each second. */
    void link() {
        transactions.run(() -> {
            chain.link();
            return true;
        });
    }

    /** Links, and looks once at every alert, as the node does each second. */
    List<RaisedAlert> look() {
        link();
        return evaluate();
    }

    List<RaisedAlert> evaluate() {
        List<RaisedAlert> all = new ArrayList<>();
        var heads = evaluation.heads();
        for (String name : evaluation.enabled()) {
            boolean more = evaluation.behind(name, heads);
            while (more) {
                AlertEvaluation.Step step = transactions.run(() -> evaluation.step(name, heads));
                all.addAll(step.raised());
                more = step.more();
            }
        }
        return all;
    }

    List<String> events(EventType type) {
        return database.sql().select(AUDIT_EVENT.AFTER_VALUE).from(AUDIT_EVENT).where(AUDIT_EVENT.EVENT_TYPE.eq(type.apiName())).orderBy(AUDIT_EVENT.ID).fetch(AUDIT_EVENT.AFTER_VALUE);
    }
}
