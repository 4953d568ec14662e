package org.gatehouse.identity;

import static org.gatehouse.platform.database.schema.Tables.LOGIN_HISTORY;
import static org.jooq.impl.DSL.noCondition;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.gatehouse.audit.Actor;
import org.gatehouse.audit.AuditEvents;
import org.gatehouse.audit.AuditText;
import org.gatehouse.audit.EventType;
import org.gatehouse.platform.database.Database;
import org.jooq.TableField;
import org.jspecify.annotations.Nullable;

/** Every sign-in and every failure with its reason. It only grows, until lines are too old to keep. */
@Stateless
public class LoginHistory {
    private static final int LARGEST_PAGE = 200;
    private static final int UNAUTHORIZED = 401;

    @Inject
    Database database;

    @Inject
    AuditEvents events;

    /** Adds a line, in a transaction of its own; when this returns, the line is durable. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void write(LoginRecord line) {
        database.sql()
                .insertInto(LOGIN_HISTORY)
                .set(LOGIN_HISTORY.OCCURRED_AT, line.occurredAt())
                .set(LOGIN_HISTORY.USER_ID, line.userId())
                .set(LOGIN_HISTORY.USERNAME, fit(LOGIN_HISTORY.USERNAME, line.username()))
                .set(LOGIN_HISTORY.CLIENT_ADDRESS, fit(LOGIN_HISTORY.CLIENT_ADDRESS, line.clientAddress()))
                .set(LOGIN_HISTORY.USER_AGENT, line.userAgent() == null ? null : fit(LOGIN_HISTORY.USER_AGENT, line.userAgent()))
                .set(LOGIN_HISTORY.WAY, line.way().name())
                .set(LOGIN_HISTORY.OUTCOME, line.outcome().name())
                .set(LOGIN_HISTORY.REASON, line.reason().name())
                .execute();
        note(line);
    }

    /** A name that is nobody's may be a password that was typed into the wrong field: the events do not keep it. */
    private void note(LoginRecord line) {
        Actor person = new Actor(line.userId(), line.userId() == null ? null : line.username(), null, null, line.clientAddress());
        String action = line.way().name().toLowerCase(Locale.ROOT);
        if (line.outcome() == LoginReason.Outcome.REFUSED) {
            events.refused(EventType.LOGIN, action, person, List.of(), UNAUTHORIZED, line.reason().name());
        } else {
            events.done(EventType.LOGIN, action, person, List.of());
        }
    }

    /**
     * A person's lines, newest first.
     *
     * @param before the id of the last line of the page before; null for the first page
     * @param most how many lines a page has
     */
    public List<LoginRecord> of(String userId, @Nullable Long before, int most) {
        return database.sql()
                .selectFrom(LOGIN_HISTORY)
                .where(LOGIN_HISTORY.USER_ID.eq(userId))
                .and(before == null ? noCondition() : LOGIN_HISTORY.ID.lt(before))
                .orderBy(LOGIN_HISTORY.ID.desc())
                .limit(Math.clamp(most, 1, LARGEST_PAGE))
                .fetch(row -> new LoginRecord(
                        row.get(LOGIN_HISTORY.ID),
                        row.get(LOGIN_HISTORY.OCCURRED_AT),
                        row.get(LOGIN_HISTORY.USER_ID),
                        row.get(LOGIN_HISTORY.USERNAME),
                        row.get(LOGIN_HISTORY.CLIENT_ADDRESS),
                        row.get(LOGIN_HISTORY.USER_AGENT),
                        LoginWay.valueOf(row.get(LOGIN_HISTORY.WAY)),
                        LoginReason.Outcome.valueOf(row.get(LOGIN_HISTORY.OUTCOME)),
                        LoginReason.valueOf(row.get(LOGIN_HISTORY.REASON))));
    }

    /** Removes the lines from before a moment. */
    public void forget(Instant before) {
        database.sql().deleteFrom(LOGIN_HISTORY).where(LOGIN_HISTORY.OCCURRED_AT.lt(before)).execute();
    }

    /** Text that somebody typed or a browser sent, in the width of its column and without characters that forge lines. */
    private static String fit(TableField<?, String> column, String text) {
        return AuditText.fit(text, column.getDataType().length());
    }
}
