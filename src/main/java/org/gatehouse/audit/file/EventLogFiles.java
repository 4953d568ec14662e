package org.gatehouse.audit.file;

import static org.gatehouse.platform.database.schema.Tables.AUDIT_EVENT;
import static org.gatehouse.platform.database.schema.Tables.CLIENT;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.extract;
import static org.jooq.impl.DSL.floor;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.gatehouse.platform.configuration.Deployment;
import org.gatehouse.platform.database.Database;
import org.gatehouse.platform.problem.Problem;
import org.gatehouse.platform.problem.ProblemException;
import org.jooq.Condition;
import org.jooq.DatePart;
import org.jspecify.annotations.Nullable;

/** Which event log files there are, and what is in them. Each call is one short transaction. */
@Stateless
public class EventLogFiles {
    private static final Duration LONGEST_RANGE = Duration.ofDays(92);

    @Inject
    Database database;

    @Inject
    Deployment deployment;

    /**
     * The files that begin in a range of time and are not empty, the newest first.
     *
     * @throws ProblemException invalid arguments for a range that is empty or longer than 92 days
     */
    public List<ListedFile> list(List<LogType> types, LogInterval interval, Instant from, Instant to) {
        if (!from.isBefore(to) || Duration.between(from, to).compareTo(LONGEST_RANGE) > 0) {
            throw new ProblemException(new Problem.InvalidArguments(
                    "The range is not right.", List.of(new Problem.Violation("from", "it is before to, by " + LONGEST_RANGE.toDays() + " days at most"))));
        }
        List<ListedFile> files = new ArrayList<>();
        for (LogType type : types) {
            files.addAll(list(type, interval, from, to));
        }
        files.sort(Comparator.comparing((ListedFile it) -> it.file().begins()).reversed().thenComparing(it -> it.file().type()));
        return files;
    }

    private List<ListedFile> list(LogType type, LogInterval interval, Instant from, Instant to) {
        // Counted since the epoch: a date function of the database would use the time zone of the session.
        var number = floor(extract(AUDIT_EVENT.OCCURRED_AT, DatePart.EPOCH).div(inline(interval.length().toSeconds())));
        return database.sql()
                .select(number, count())
                .from(AUDIT_EVENT)
                .where(type.condition())
                .and(AUDIT_EVENT.OCCURRED_AT.ge(new EventLogFile(type, interval, from).begins()))
                .and(AUDIT_EVENT.OCCURRED_AT.lt(to))
                .groupBy(number)
                .fetch(row -> new ListedFile(
                        new EventLogFile(type, interval, Instant.ofEpochSecond(row.value1().longValue() * interval.length().toSeconds())),
                        row.value2()));
    }

    /** The next events of a file, in order. */
    public List<LogEvent> events(EventLogFile file, @Nullable Position after, int most) {
        String organization = Objects.requireNonNull(URI.create(deployment.publicUrl()).getHost());
        return database.sql()
                .select(AUDIT_EVENT.fields())
                .select(CLIENT.LABEL)
                .from(AUDIT_EVENT)
                .leftJoin(CLIENT)
                .on(CLIENT.CLIENT_ID.eq(AUDIT_EVENT.CLIENT_ID))
                .where(file.type().condition())
                .and(AUDIT_EVENT.OCCURRED_AT.ge(file.begins()))
                .and(AUDIT_EVENT.OCCURRED_AT.lt(file.ends()))
                .and(after == null ? noCondition() : after(after))
                .orderBy(AUDIT_EVENT.OCCURRED_AT, AUDIT_EVENT.ID)
                .limit(most)
                .fetch(row -> new LogEvent(row, organization));
    }

    private static Condition after(Position last) {
        return AUDIT_EVENT.OCCURRED_AT.gt(last.occurredAt()).or(AUDIT_EVENT.OCCURRED_AT.eq(last.occurredAt()).and(AUDIT_EVENT.ID.gt(last.id())));
    }

    /**
     * A file in the list.
     *
     * @param events how many events it has
     */
    public record ListedFile(EventLogFile file, int events) {}

    /** The place of an event in its file. */
    record Position(Instant occurredAt, long id) {
        static Position of(LogEvent event) {
            return new Position(
                    Objects.requireNonNull(event.get(AUDIT_EVENT.OCCURRED_AT)), Objects.requireNonNull(event.get(AUDIT_EVENT.ID)));
        }
    }
}
