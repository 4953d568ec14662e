package org.gatehouse.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.gatehouse.catalog.StandardServer.OBJECT_ALL;
import static org.gatehouse.catalog.StandardServer.OBJECT_DELETES;
import static org.gatehouse.platform.database.schema.Tables.APPROVAL;
import static org.gatehouse.platform.database.schema.Tables.AUDIT_EVENT;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.gatehouse.audit.Actor;
import org.gatehouse.audit.AuditDraft;
import org.gatehouse.audit.AuditEvent;
import org.gatehouse.audit.ChangeAudit;
import org.gatehouse.audit.Channel;
import org.gatehouse.audit.EventType;
import org.gatehouse.audit.Outcome;
import org.gatehouse.audit.RecordedEvents;
import org.gatehouse.catalog.approval.Approval;
import org.gatehouse.catalog.approval.ApprovalPolicy;
import org.gatehouse.catalog.approval.ApprovalPolicy.Scope;
import org.gatehouse.catalog.approval.Approvals;
import org.gatehouse.catalog.approval.PendingCall;
import org.gatehouse.catalog.approval.TestApprovals;
import org.gatehouse.catalog.dialogue.Dialogue;
import org.gatehouse.identity.Caller;
import org.gatehouse.platform.database.Database;
import org.gatehouse.platform.database.RunningCalls;
import org.gatehouse.platform.json.Json;
import org.gatehouse.platform.problem.Problem;
import org.gatehouse.platform.problem.ProblemException;
import org.gatehouse.testing.SampleWorld.Product;
import org.gatehouse.testing.TestAudit;
import org.gatehouse.testing.TestDatabases;
import org.gatehouse.testing.TestPostgres;
import org.gatehouse.testing.Transactions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An approval is for one call of one person through one connection, exactly as it was asked for. */
class ApprovalsTest {
    private static final ObjectNode CALL = Json.literal("{\"q\": \"x\", \"limit\": 3}");

    @ParameterizedTest
    @EnumSource(Product.class)
    void nothingIsDoneBeforeThePersonApproves(Product product) {
        var world = new World(product);

        Problem.ApprovalNeeded asked = world.asked(world.ada(), CALL);

        assertThat(asked.url()).isEqualTo("https://gate.example/approvals");
        assertThat(world.done.get()).isZero();
        assertThat(world.events.last().outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(world.events.last().errorCode()).isEqualTo("APPROVAL_REQUIRED");
        assertThat(world.waiting()).singleElement().satisfies(call -> {
            assertThat(call.arguments()).isEqualTo(CALL);
            assertThat(call.clientId()).isEqualTo("inspector");
            assertThat(call.title()).isEqualTo("Title of deleteRecord");
            assertThat(call.approved()).isFalse();
        });
    }

    @ParameterizedTest
    @EnumSource(Product.class)
    void anApprovalServesOneCall(Product product) {
        var world = new World(product);
        world.asked(world.ada(), CALL);
        world.decide(true);

        world.call(world.ada(), Json.literal("{\"limit\": 3, \"q\": \"x\"}"));

        assertThat(world.done.get()).as("the order of members is no difference").isEqualTo(1);
        world.asked(world.ada(), CALL);
        assertThat(world.done.get()).isEqualTo(1);
        assertThat(world.events.all()).extracting(AuditEvent::outcome).containsExactly(Outcome.REFUSED, Outcome.SUCCESS, Outcome.REFUSED);
    }

    @ParameterizedTest
    @EnumSource(Product.class)
    void anApprovalServesNoOtherCall(Product product) {
        var world = new World(product);
        world.asked(world.ada(), CALL);
        world.decide(true);
        Caller ada = world.ada();

        world.asked(ada, Json.literal("{\"q\": \"x\", \"limit\": 4}"));
        world.asked(ada, Json.literal("{\"q\": \"x\"}"));
        world.asked(new Caller("005000000000000002", "bob", ada.clientId(), ada.grantId(), ada.resource(), ada.scopes(), ada.accessVersion()), CALL);
        world.asked(new Caller(ada.userId(), ada.username(), "claude", ada.grantId(), ada.resource(), ada.scopes(), ada.accessVersion()), CALL);
        world.asked(new Caller(ada.userId(), ada.username(), ada.clientId(), "another-grant", ada.resource(), ada.scopes(), ada.accessVersion()), CALL);
        world.asked(world.catalog.caller(OBJECT_DELETES, "mcp_api"), OBJECT_DELETES, "deleteRecord", CALL);
        world.asked(ada, OBJECT_ALL, "deleteRelatedRecord", CALL);
        assertThat(world.done.get()).isZero();

        world.call(ada, CALL);
        assertThat(world.done.get()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(Product.class)
    void nobodyElseApproves(Product product) {
        var world = new World(product);
        world.asked(world.ada(), CALL);
        String id = world.waiting().getFirst().id();

        assertThat(catchThrowableOfType(ProblemException.class, () -> world.approvals.decide("005000000000000002", id, true)).problem())
                .isInstanceOf(Problem.NotFound.class);
        world.asked(world.ada(), CALL);
        assertThat(world.waiting()).as("asked for once").hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(Product.class)
    void aRefusalHolds(Product product) {
        var world = new World(product);
        world.asked(world.ada(), CALL);
        world.decide(false);

        assertThat(world.refusal(world.ada(), OBJECT_ALL, "deleteRecord", CALL)).isInstanceOf(Problem.InsufficientAccess.class);
        assertThat(world.waiting()).isEmpty();
        assertThat(world.done.get()).isZero();
    }

    @ParameterizedTest
    @EnumSource(Product.class)
    void anApprovalIsTakenBackUntilItIsUsed(Product product) {
        var world = new World(product);
        world.asked(world.ada(), CALL);
        world.decide(true);
        world.decide(false);

        assertThat(world.refusal(world.ada(), OBJECT_ALL, "deleteRecord", CALL)).isInstanceOf(Problem.InsufficientAccess.class);
        assertThat(world.done.get()).isZero();
    }

    @ParameterizedTest
    @EnumSource(Product.class)
    void anApprovalEndsAfterItsTime(Product product) {
        var world = new World(product);
        world.asked(world.ada(), CALL);
        world.decide(true);
        world.now = world.now.plus(Approvals.LIFETIME);

        world.asked(world.ada(), CALL);

        assertThat(world.done.get()).isZero();
        assertThat(world.waiting()).singleElement().satisfies(call -> assertThat(call.approved()).isFalse());
        assertThat(world.database.sql().fetchCount(APPROVAL)).as("what is over is deleted").isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(Product.class)
    void aCallThatFailsLeavesItsApproval(Product product) {
        var world = new World(product);
        world.asked(world.ada(), CALL);
        world.decide(true);
        world.broken = true;

        assertThat(world.refusal(world.ada(), OBJECT_ALL, "deleteRecord", CALL)).isInstanceOf(Problem.Conflict.class);
        world.broken = false;
        world.call(world.ada(), CALL);

        assertThat(world.done.get()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(Product.class)
    void aCallThatReachesOutsideHasUsedItsApprovalEvenIfItFails(Product product) {
        var world = new World(product);
        world.asked(world.ada(), OBJECT_ALL, "undeleteRecord", CALL);
        world.decide(true);
        world.broken = true;

        assertThat(world.refusal(world.ada(), OBJECT_ALL, "undeleteRecord", CALL)).isInstanceOf(Problem.Conflict.class);
        world.broken = false;
        world.asked(world.ada(), OBJECT_ALL, "undeleteRecord", CALL);

        assertThat(world.done.get()).as("who knows how far the first one came").isZero();
    }

    @ParameterizedTest
    @EnumSource(Product.class)
    void anApprovalServesTheOperationAsItWas(Product product) {
        var world = new World(product);
        world.asked(world.ada(), OBJECT_ALL, "undeleteRecord", CALL);
        world.decide(true);

        world.state = "2";
        world.asked(world.ada(), OBJECT_ALL, "undeleteRecord", CALL);
        assertThat(world.done.get()).isZero();

        world.state = "1";
        world.call(world.ada(), OBJECT_ALL, "undeleteRecord", CALL);
        assertThat(world.done.get()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(Product.class)
    void ofManyCallsAtOnceOneIsMade(Product product) throws Exception {
        var world = new World(product);
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (int round = 1; round <= 10; round++) {
                ObjectNode call = Json.object().put("q", "round " + round);
                // Those that came too late in the last round have asked anew, together for one.
                assertThat(world.waiting()).hasSizeLessThanOrEqualTo(1);
                world.now = world.now.plus(Approvals.LIFETIME);
                world.asked(world.ada(), call);
                world.decide(true);
                List<Callable<Boolean>> all = new ArrayList<>();
                for (int i = 0; i < 8; i++) {
                    all.add(() -> world.isDone(world.ada(), call));
                }
                int made = 0;
                for (Future<Boolean> answer : threads.invokeAll(all)) {
                    made += answer.get() ? 1 : 0;
                }
                assertThat(made).isEqualTo(1);
                assertThat(world.done.get()).isEqualTo(round);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Product.class)
    void aPersonIsNotFloodedWithCalls(Product product) {
        var world = new World(product);
        for (int i = 0; i < 20; i++) {
            world.asked(world.ada(), Json.object().put("q", "call " + i));
        }

        assertThat(world.refusal(world.ada(), OBJECT_ALL, "deleteRecord", CALL)).isInstanceOf(Problem.LimitExceeded.class);
        assertThat(world.waiting()).hasSize(20);
    }

    @ParameterizedTest
    @EnumSource(Product.class)
    void nobodyIsAskedAboutMoreThanTheyCanLookAt(Product product) {
        var world = new World(product);

        world.asked(world.ada(), Json.object().put("q", "x".repeat(999_980)));
        assertThat(world.refusal(world.ada(), OBJECT_ALL, "deleteRecord", Json.object().put("q", "x".repeat(1_000_000)))).isInstanceOf(Problem.LimitExceeded.class);
        assertThat(world.waiting()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(Product.class)
    void onlyWhatCanBeDoneIsAskedFor(Product product) {
        var world = new World(product);

        assertThat(world.refusal(world.ada(), OBJECT_ALL, "deleteRecord", Json.object())).isInstanceOf(Problem.InvalidArguments.class);
        assertThat(world.refusal(world.ada(), OBJECT_ALL, "createRecord", CALL)).as("the rehearsal is refused").isInstanceOf(Problem.Conflict.class);
        assertThat(world.refusal(world.ada(), OBJECT_ALL, "nothing", CALL)).isInstanceOf(Problem.NotFound.class);
        assertThat(world.waiting()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Product.class)
    void thePersonSeesWhatTheToolAnsweredWhenItTried(Product product) {
        var world = new World(product);
        ObjectNode call = Json.object().put("q", "fine");

        world.asked(world.ada(), OBJECT_ALL, "createRecord", call);

        assertThat(world.waiting()).singleElement().satisfies(waiting -> {
            assertThat(Objects.requireNonNull(waiting.rehearsal()).path("echo").textValue()).isEqualTo("tried");
            assertThat(waiting.arguments()).isEqualTo(call);
        });
        assertThat(world.database.sql().fetchCount(AUDIT_EVENT, AUDIT_EVENT.METHOD.isNull())).as("no event of a change that was only tried").isZero();
        // A call that only tries needs no approval.
        world.call(world.ada(), OBJECT_ALL, "createRecord", Json.object().put("q", "fine").put("limit", 1));
        assertThat(world.waiting()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(Product.class)
    void aPolicyNamesKindsOrToolsAndIsOnTheTrail(Product product) {
        var world = new World(product);
        ServerAdministration administration = world.catalog.administration();

        administration.requireApprovals(OBJECT_ALL.serverName(), new ApprovalPolicy(Scope.NAMED, Set.of("soqlQuery")));
        world.call(world.ada(), CALL);
        world.asked(world.ada(), OBJECT_ALL, "soqlQuery", CALL);
        assertThat(administration.approvals(OBJECT_ALL.serverName()).tools()).containsExactly("soqlQuery");
        assertThat(catchThrowableOfType(
                                ProblemException.class,
                                () -> administration.requireApprovals(OBJECT_ALL.serverName(), new ApprovalPolicy(Scope.NAMED, Set.of("nothing"))))
                        .problem())
                .isInstanceOf(Problem.InvalidArguments.class);
        administration.requireApprovals(OBJECT_ALL.serverName(), new ApprovalPolicy(Scope.CHANGES, Set.of()));
        world.asked(world.ada(), Json.object().put("q", "y"));
        world.call(world.ada(), OBJECT_ALL, "soqlQuery", CALL);
        administration.requireApprovals(OBJECT_ALL.serverName(), ApprovalPolicy.NONE);
        world.call(world.ada(), OBJECT_ALL, "soqlQuery", CALL);

        assertThat(world.database.sql().fetchCount(AUDIT_EVENT, AUDIT_EVENT.METHOD.eq("server.approvals.change"))).isEqualTo(3);
    }

    /** A server with tools of each kind, whose policy nobody has changed: the destructive ones need approval. */
    @SuppressWarnings("UnnecessaryAssignment") // The test stands in for the container that injects.
    private static final class World {
        final RecordedEvents events = new RecordedEvents();
        final AtomicInteger done = new AtomicInteger();
        final Database database;
        final TestCatalog catalog;
        final Approvals approvals;
        private final ToolCalls calls;
        Instant now = Instant.parse("2026-07-15T09:30:00Z");
        volatile boolean broken;
        volatile String state = "1";

        World(Product product) {
            var transactions = new Transactions(
                    switch (product) {
                        case H2 -> TestDatabases.empty();
                        case POSTGRESQL -> TestPostgres.empty();
                    });
            database = new Database(transactions.dataSource());
            catalog = TestCatalog.with(
                            database, FakeTool.destructive("deleteRecord").answering(this::delete), FakeTool.destructive("deleteRelatedRecord").answering(this::delete),
                            FakeTool.echo("soqlQuery", Tier.READ), new Rehearsed(),
                            FakeTool.outside("undeleteRecord").answering(this::delete).inState(() -> state))
                    .at(() -> now)
                    .active(OBJECT_ALL)
                    .active(OBJECT_DELETES);
            approvals = TestApprovals.of(database, () -> now, transactions);
            var invoker = new Transactional(transactions);
            invoker.running = new RunningCalls();
            invoker.changes = new ChangeAudit(TestAudit.rows(database));
            invoker.seal = TestAudit.seal();
            invoker.approvals = approvals;
            calls = new ToolCalls(invoker, approvals, TestCatalog.DEPLOYMENT);
        }

        Caller ada() {
            return catalog.caller(OBJECT_ALL, "mcp_api");
        }

        private ToolResult delete(ToolCall call) {
            if (broken) {
                throw new ProblemException(new Problem.Conflict("It cannot."));
            }
            done.incrementAndGet();
            return new ToolResult(Json.object().put("echo", "done"), "done");
        }

        void call(Caller caller, ObjectNode arguments) {
            call(caller, OBJECT_ALL, "deleteRecord", arguments);
        }

        void call(Caller caller, StandardServer server, String tool, ObjectNode arguments) {
            McpServer found = catalog.catalog().require(caller, server.serverName());
            var audit = new AuditDraft(
                    EventType.API_TOTAL_USAGE, "r-1", new Actor(caller.userId(), caller.username(), caller.clientId(), caller.grantId(), "192.0.2.1"), Channel.INSIDE);
            synchronizedEvents(audit, () -> calls.call(found, tool, arguments, new SilentDialogue(), audit));
        }

        /** The list of events is no list for many threads; the calls themselves run side by side. */
        private void synchronizedEvents(AuditDraft audit, Callable<ToolResult> call) {
            var own = new RecordedEvents();
            try {
                own.run(audit, call::call);
            } finally {
                synchronized (events) {
                    events.addAll(own);
                }
            }
        }

        boolean isDone(Caller caller, ObjectNode arguments) {
            try {
                call(caller, arguments);
                return true;
            } catch (ProblemException e) {
                assertThat(e.problem()).isInstanceOfAny(Problem.ApprovalNeeded.class, Problem.Conflict.class);
                return false;
            }
        }

        Problem refusal(Caller caller, StandardServer server, String tool, ObjectNode arguments) {
            return catchThrowableOfType(ProblemException.class, () -> call(caller, server, tool, arguments)).problem();
        }

        Problem.ApprovalNeeded asked(Caller caller, ObjectNode arguments) {
            return asked(caller, OBJECT_ALL, "deleteRecord", arguments);
        }

        Problem.ApprovalNeeded asked(Caller caller, StandardServer server, String tool, ObjectNode arguments) {
            return (Problem.ApprovalNeeded) refusal(caller, server, tool, arguments);
        }

        List<Approval> waiting() {
            return approvals.of(ada().userId());
        }

        void decide(boolean approved) {
            approvals.decide(ada().userId(), waiting().getFirst().id(), approved);
        }
    }

    /** Makes each approved call in a transaction, as the container does. */
    private static final class Transactional extends ToolInvoker {
        private final Transactions transactions;

        Transactional(Transactions transactions) {
            this.transactions = transactions;
        }

        @Override
        public ToolResult invokeApproved(
                McpServer server, ObjectNode arguments, Dialogue dialogue, AuditDraft audit, PendingCall call) {
            return transactions.run(() -> super.invokeApproved(server, arguments, dialogue, audit, call));
        }
    }

    /** A destructive tool that only tries a call with a limit of 1, and refuses what is not fine. */
    private static final class Rehearsed implements ToolHandler {
        private final ToolDefinition definition;

        Rehearsed() {
            ToolDefinition shown = FakeTool.destructive("createRecord").definition();
            definition = new ToolDefinition(
                    shown.name(), shown.title(), shown.description(), shown.inputSchema(), shown.outputSchema(), shown.annotations(), Tier.WRITE);
        }

        @Override
        public ToolDefinition definition() {
            return definition;
        }

        @Override
        public Optional<ObjectNode> rehearsal(ObjectNode arguments) {
            return Optional.of(arguments.deepCopy().put("limit", 1));
        }

        @Override
        public ToolResult call(ToolCall call) {
            if (!call.arguments().path("q").asText().equals("fine")) {
                throw new ProblemException(new Problem.Conflict("It cannot."));
            }
            return new ToolResult(Json.object().put("echo", "tried"), "tried");
        }
    }
}
