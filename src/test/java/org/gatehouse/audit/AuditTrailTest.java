package org.gatehouse.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.gatehouse.platform.problem.Problem;
import org.gatehouse.platform.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AuditTrailTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    private final List<AuditEvent> events = new ArrayList<>();
    private final AuditDraft draft = new AuditDraft(EventType.API_TOTAL_USAGE, "r-1", new Actor("u", "ada", "inspector", "g", "192.0.2.1"), Channel.INSIDE);

    @Test
    void recordsSuccessOfCallThatReturns() {
        Object answer = run(() -> {
            draft.object("Account");
            draft.rows(3);
            return "answer";
        });

        assertThat(answer).isEqualTo("answer");
        assertThat(events).singleElement().satisfies(event -> {
            assertThat(event.outcome()).isEqualTo(Outcome.SUCCESS);
            assertThat(event.errorCode()).isNull();
            assertThat(event.objects()).containsExactly("Account");
            assertThat(event.rowsReturned()).isEqualTo(3);
            assertThat(event.occurredAt()).isEqualTo(NOW);
            assertThat(event.duration()).isPositive();
        });
    }

    @Test
    void recordsRefusalOfCallThatReturnsOne() {
        run(() -> {
            draft.refused(404, "METHOD_NOT_FOUND");
            return "refusal";
        });

        assertThat(events).singleElement().satisfies(event -> {
            assertThat(event.outcome()).isEqualTo(Outcome.REFUSED);
            assertThat(event.errorCode()).isEqualTo("METHOD_NOT_FOUND");
        });
    }

    @Test
    void recordsRefusalOfCallThatThrowsProblem() {
        var thrown = new ProblemException(new Problem.LimitExceeded("Too much."));

        assertThat(problem(() -> fail(thrown))).isSameAs(thrown.problem());

        assertThat(events).singleElement().satisfies(event -> {
            assertThat(event.outcome()).isEqualTo(Outcome.REFUSED);
            assertThat(event.errorCode()).isEqualTo("LIMIT_EXCEEDED");
        });
    }

    @Test
    void recordsFailureOfInternalProblem() {
        problem(() -> fail(new ProblemException(new Problem.Internal("r-1"))));

        assertThat(events).singleElement().extracting(AuditEvent::outcome).isEqualTo(Outcome.FAILED);
    }

    @Test
    void turnsAnyOtherThrowableIntoInternalProblemThatTellsNothing() {
        for (Throwable fault : List.of(new IllegalStateException("column SECRET"), new Exception("SECRET"), new StackOverflowError())) {
            events.clear();

            Problem problem = problem(() -> fail(fault));

            assertThat(problem).isEqualTo(new Problem.Internal("r-1"));
            assertThat(problem.message()).doesNotContain("SECRET");
            assertThat(events).singleElement().extracting(AuditEvent::outcome, AuditEvent::errorCode)
                    .containsExactly(Outcome.FAILED, "INTERNAL_ERROR");
        }
    }

    @Test
    void failsCallWhoseEventCannotBeWritten() {
        var attempts = new ArrayList<AuditEvent>();
        var trail = new AuditTrail(
                event -> {
                    attempts.add(event);
                    throw new IllegalStateException("The disk is full.");
                },
                InstantSource.fixed(NOW));

        var refusal = catchThrowableOfType(ProblemException.class, () -> trail.run(draft, () -> "answer"));

        assertThat(refusal.problem()).isEqualTo(new Problem.Internal("r-1"));
        assertThat(attempts).hasSize(1);
    }

    private @Nullable Object run(Callable<@Nullable Object> call) {
        return new AuditTrail(events::add, InstantSource.fixed(NOW)).run(draft, call);
    }

    private Problem problem(Callable<@Nullable Object> call) {
        return catchThrowableOfType(ProblemException.class, () -> run(call)).problem();
    }

    private static Object fail(Throwable fault) throws Exception {
        if (fault instanceof Error error) {
            throw error;
        }
        throw (Exception) fault;
    }
}
