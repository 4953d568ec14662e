package org.gatehouse.testing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.gatehouse.audit.Actor;
import org.gatehouse.audit.AuditDraft;
import org.gatehouse.audit.Channel;
import org.gatehouse.audit.EventType;
import org.gatehouse.audit.RecordedEvents;
import org.gatehouse.catalog.SilentDialogue;
import org.gatehouse.catalog.ToolCall;
import org.gatehouse.catalog.ToolHandler;
import org.gatehouse.catalog.ToolResult;
import org.gatehouse.identity.Caller;
import org.gatehouse.permission.EffectiveAccess;
import org.gatehouse.query.QueryResult;
import org.gatehouse.record.AccessExplanation;
import org.gatehouse.record.AccessExplanationService.Question;
import org.gatehouse.record.TestRecords;

/** One person of the demo organisation, as whom a test acts. */
public final class Person {
    private final TestObjects company;
    private final String username;

    Person(TestObjects company, String username) {
        this.company = company;
        this.username = username;
    }

    /** The organisation, in which a test prepares what the person then meets. */
    public TestObjects company() {
        return company;
    }

    /** What the person may do now. */
    public EffectiveAccess access() {
        return company.access(username);
    }

    /** What the person's query finds. */
    public QueryResult query(String soql) {
        return company.query(username, soql);
    }

    /** What the person's search finds. */
    public QueryResult search(String sosl) {
        return company.world().queries(Duration.ofSeconds(30)).search(sosl, access());
    }

    /** What a tool answers the person, through the app {@code inspector}, in a transaction as the container makes it. */
    public ToolResult call(ToolHandler tool, ObjectNode arguments) {
        var audit = new AuditDraft(EventType.API_TOTAL_USAGE, "r-1", new Actor(null, username, "inspector", "grant", "192.0.2.1"), Channel.INSIDE);
        ToolCall call = new ToolCall(caller(), arguments, new SilentDialogue(), audit);
        return (ToolResult) Objects.requireNonNull(
                new RecordedEvents().run(audit, () -> company.world().transactions().run(() -> tool.call(call))));
    }

    /** Why the person may do what they may with an object, and with one of its fields and records. */
    public AccessExplanation explain(String object, Optional<String> field, Optional<String> recordId) {
        return TestRecords.explanations(company.world())
                .explain(new Question(username, Optional.empty(), Optional.empty(), object, field, recordId), company.version());
    }

    private Caller caller() {
        return new Caller(
                company.world().userId(username), username, "inspector", "grant", "http://localhost:8080/mcp/v1/platform/object-all", Set.of("mcp_api"),
                company.version());
    }
}
