package org.gatehouse.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gatehouse.platform.database.schema.Tables.AUDIT_EVENT;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.gatehouse.oauth.TestClock;
import org.gatehouse.platform.database.Database;
import org.gatehouse.testing.TestAudit;
import org.gatehouse.testing.TestDatabases;
import org.jooq.Record;
import org.junit.jupiter.api.Test;

/** Floods of refusals: few events, exact numbers. */
class RefusalCountsTest {
    private static final String RULE = "REQUEST_LIMIT_EXCEEDED:test";

    private final TestClock clock = new TestClock();
    private final RefusalCounts counts = new RefusalCounts(clock);
    private final List<AuditEvent> written = new ArrayList<>();

    @Test
    void u22AFloodOfRefusalsLeavesOneEventForEachBudgetAndMinuteWithTheExactNumber() throws Exception {
        List<Future<?>> senders = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(20)) {
            for (int i = 0; i < 20; i++) {
                senders.add(threads.submit(() -> {
                    for (int call = 0; call < 500; call++) {
                        counts.count(draft("ada", "192.0.2.1"), 429, RULE, "PERSON=ada");
                    }
                }));
            }
        }
        for (Future<?> sender : senders) {
            sender.get();
        }
        counts.count(draft("bob", "192.0.2.1"), 429, RULE, "PERSON=bob");
        assertThat(counts.size()).isEqualTo(2);

        nextMinute();
        counts.count(draft("ada", "192.0.2.1"), 429, RULE, "PERSON=ada");
        counts.flush(written::add);

        assertThat(written).extracting(AuditEvent::occurrences).containsExactlyInAnyOrder(10_000L, 1L);
        assertThat(written).allSatisfy(event -> {
            assertThat(event.outcome()).isEqualTo(Outcome.REFUSED);
            assertThat(event.statusCode()).isEqualTo(429);
            assertThat(event.errorCode()).isEqualTo(RULE);
        });
        assertThat(counts.size()).as("the minute that goes on").isEqualTo(1);
    }

    @Test
    void anEventTellsWhatAllThatItStandsForHaveInCommon() {
        counts.count(draft("ada", "192.0.2.1"), 429, RULE, "");
        counts.count(draft("bob", "192.0.2.1"), 429, RULE, "");

        counts.flushAll(written::add);

        AuditEvent event = written.getFirst();
        assertThat(event.occurrences()).isEqualTo(2);
        assertThat(event.actor()).isEqualTo(new Actor(null, null, "inspector", null, "192.0.2.1"));
        assertThat(event.tool()).isEqualTo("soqlQuery");
    }

    @Test
    void theMinuteThatGoesOnIsNotWrittenYet() {
        counts.count(draft("ada", "192.0.2.1"), 429, RULE, "");

        counts.flush(written::add);

        assertThat(written).isEmpty();
    }

    @Test
    void u06WhatIsCountedIsBoundedByBudgetsAndWrittenWhenTheServerStops() {
        for (int i = 0; i < 10_000; i++) {
            counts.count(draft("ada", "192.0.2.1"), 429, RULE, "budget-" + i % 3);
        }

        assertThat(counts.size()).isEqualTo(3);
        counts.flushAll(written::add);

        assertThat(counts.size()).isZero();
        assertThat(written).extracting(AuditEvent::occurrences).containsExactlyInAnyOrder(3_334L, 3_333L, 3_333L);
    }

    @Test
    void whatCannotBeWrittenIsKeptAndCountedOn() {
        counts.count(draft("ada", "192.0.2.1"), 429, RULE, "");
        nextMinute();
        assertThatThrownBy(() -> counts.flush(event -> {
            throw new IllegalStateException("The disk is full.");
        })).isInstanceOf(IllegalStateException.class);

        counts.flush(written::add);

        assertThat(written).extracting(AuditEvent::occurrences).containsExactly(1L);
    }

    @Test
    void theNumberIsUnderTheSeal() {
        var database = new Database(TestDatabases.empty());
        counts.count(draft("ada", "192.0.2.1"), 429, RULE, "");
        counts.count(draft("ada", "192.0.2.1"), 429, RULE, "");
        counts.flushAll(TestAudit.rows(database)::insert);

        Record row = database.sql().selectFrom(AUDIT_EVENT).fetchSingle();
        assertThat(row.get(AUDIT_EVENT.OCCURRENCES)).isEqualTo(2);
        assertThat(TestAudit.seal().of(row)).isEqualTo(row.get(AUDIT_EVENT.SEAL));
        row.set(AUDIT_EVENT.OCCURRENCES, 1L);
        assertThat(TestAudit.seal().of(row)).isNotEqualTo(row.get(AUDIT_EVENT.SEAL));
    }

    private void nextMinute() {
        Instant now = clock.instant();
        clock.advance(Duration.ofSeconds(60 - now.getEpochSecond() % 60));
    }

    private static AuditDraft draft(String person, String address) {
        var actor = new Actor("id-of-" + person, person, "inspector", "grant-of-" + person, address);
        var draft = new AuditDraft(EventType.API_TOTAL_USAGE, "r-1", actor, new Channel(Channel.Family.MCP, "POST", "/mcp/v1/platform/object-reads"));
        draft.method("tools/call");
        draft.tool("soqlQuery");
        return draft;
    }
}
