package org.gatehouse.catalog.approval;

import static org.gatehouse.platform.database.schema.Tables.APPROVAL;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ejb.Schedule;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.gatehouse.platform.crypto.OpaqueToken;
import org.gatehouse.platform.database.Database;
import org.gatehouse.platform.json.Json;
import org.gatehouse.platform.problem.Problem;
import org.gatehouse.platform.problem.ProblemException;
import org.jooq.Condition;
import org.jooq.Record;
import org.jooq.exception.IntegrityConstraintViolationException;
import org.jspecify.annotations.Nullable;

/** Asks people whether calls may be made, keeps their answers, and lets each approval serve one call. */
@Stateless
public class Approvals {
    /** How long a call waits, and an approval is good. */
    public static final Duration LIFETIME = Duration.ofMinutes(15);

    private static final int MOST_WAITING = 20;
    private static final int LONGEST = 1_000_000;
    private static final String WAITING = "WAITING";
    private static final String APPROVED = "APPROVED";
    private static final String REFUSED = "REFUSED";
    private static final String USED = "USED";

    @Inject
    Database database;

    @Inject
    InstantSource clock;

    /**
     * Lets the person know of a call. One that waits already is not asked for again.
     *
     * @param rehearsal what the tool answers when it only tries the call; null if it cannot
     * @throws ProblemException insufficient access if the person has refused this very call; limit exceeded if too many wait for the person,
     *     or if this is too long to be looked at
     */
    public void request(PendingCall call, @Nullable JsonNode rehearsal) {
        Instant now = now();
        clean();
        String key = call.key();
        Optional<String> state = database.sql().select(APPROVAL.STATE).from(APPROVAL).where(APPROVAL.OPEN_KEY.eq(key)).fetchOptional(APPROVAL.STATE);
        if (state.filter(REFUSED::equals).isPresent()) {
            throw new ProblemException(new Problem.InsufficientAccess("The person has refused this call. Do not repeat it; ask them what they want instead."));
        }
        if (state.isPresent()) {
            return;
        }
        Condition theirs = APPROVAL.USER_ID.eq(call.caller().userId()).and(APPROVAL.CLIENT_ID.eq(call.caller().clientId())).and(APPROVAL.STATE.eq(WAITING));
        if (database.sql().fetchCount(APPROVAL, theirs) >= MOST_WAITING) {
            throw new ProblemException(new Problem.LimitExceeded(
                    MOST_WAITING + " calls wait for this person's approval already. Wait until the person has decided."));
        }
        String arguments = Json.text(call.arguments());
        String tried = rehearsal == null ? null : Json.text(rehearsal);
        if (arguments.length() > LONGEST || (tried != null && tried.length() > LONGEST)) {
            throw new ProblemException(new Problem.LimitExceeded("This call is more than a person can look at. Make several smaller ones."));
        }
        insert(call, arguments, tried, key, now);
    }

    /** Does nothing if somebody else asks for the very same call at this moment. */
    private void insert(PendingCall call, String arguments, @Nullable String rehearsal, String key, Instant now) {
        try {
            database.sql()
                    .insertInto(APPROVAL)
                    .set(APPROVAL.ID, OpaqueToken.create().value())
                    .set(APPROVAL.USER_ID, call.caller().userId())
                    .set(APPROVAL.CLIENT_ID, call.caller().clientId())
                    .set(APPROVAL.GRANT_ID, call.caller().grantId())
                    .set(APPROVAL.SERVER, call.server())
                    .set(APPROVAL.TOOL, call.tool())
                    .set(APPROVAL.TITLE, call.title())
                    .set(APPROVAL.OPEN_KEY, key)
                    .set(APPROVAL.ARGUMENTS, arguments)
                    .set(APPROVAL.REHEARSAL, rehearsal)
                    .set(APPROVAL.STATE, WAITING)
                    .set(APPROVAL.CREATED_AT, now)
                    .set(APPROVAL.EXPIRES_AT, now.plus(LIFETIME))
                    .onConflict(APPROVAL.OPEN_KEY)
                    .doNothing()
                    .execute();
        } catch (IntegrityConstraintViolationException overtaken) {
            // H2 looks first and inserts then, and may be overtaken in between. The person is asked all the same.
        }
    }

    /** Whether there is an approval for this call that was not used yet. */
    public boolean isApproved(PendingCall call) {
        return database.sql().fetchExists(APPROVAL, approved(call));
    }

    /**
     * Uses up the approval for this call, in the transaction in which the call is made: if that fails, the approval is as good as before.
     *
     * @throws ProblemException conflict if there is none, or another call was faster
     */
    public void use(PendingCall call) {
        int used = database.sql()
                .update(APPROVAL)
                .set(APPROVAL.STATE, USED)
                .setNull(APPROVAL.OPEN_KEY)
                .set(APPROVAL.ARGUMENTS, "{}")
                .setNull(APPROVAL.REHEARSAL)
                .where(approved(call))
                .execute();
        if (used != 1) {
            throw new ProblemException(new Problem.Conflict("The approval for this call was used by another one. Call again to ask the person once more."));
        }
    }

    /**
     * As {@link #use}, in a transaction of its own: for a call whose effect no rollback takes back, so that the approval must not come back either.
     *
     * @throws ProblemException conflict if there is none, or another call was faster
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void useForGood(PendingCall call) {
        use(call);
    }

    /** The calls that a person is asked about, and those that they approved and that were not made yet; the latest first. */
    public List<Approval> of(String userId) {
        return database.sql()
                .selectFrom(APPROVAL)
                .where(APPROVAL.USER_ID.eq(userId).and(APPROVAL.STATE.in(WAITING, APPROVED)).and(APPROVAL.EXPIRES_AT.gt(now())))
                .orderBy(APPROVAL.CREATED_AT.desc(), APPROVAL.ID)
                .fetch(Approvals::approval);
    }

    /**
     * Keeps a person's answer. An approval that was not used yet can still be taken back.
     *
     * @throws ProblemException not found if the person is not asked about such a call, whatever the reason
     */
    public Approval decide(String userId, String id, boolean approved) {
        Approval asked = of(userId).stream().filter(it -> it.id().equals(id)).findFirst().orElseThrow(() -> new ProblemException(
                new Problem.NotFound(Problem.Thing.APPROVAL, id, "This call does not wait for your approval any more.")));
        database.sql()
                .update(APPROVAL)
                .set(APPROVAL.STATE, approved ? APPROVED : REFUSED)
                .where(APPROVAL.ID.eq(id).and(APPROVAL.USER_ID.eq(userId)).and(APPROVAL.STATE.in(WAITING, APPROVED)))
                .execute();
        return asked;
    }

    /** What nobody may use any more is nobody's business any more. Harmless when every node does it. */
    @Schedule(hour = "*", minute = "*/15", persistent = false)
    public void clean() {
        database.sql().deleteFrom(APPROVAL).where(APPROVAL.EXPIRES_AT.le(now())).execute();
    }

    private Condition approved(PendingCall call) {
        return APPROVAL.OPEN_KEY.eq(call.key()).and(APPROVAL.STATE.eq(APPROVED)).and(APPROVAL.EXPIRES_AT.gt(now()));
    }

    private static Approval approval(Record row) {
        String rehearsal = row.get(APPROVAL.REHEARSAL);
        return new Approval(
                row.get(APPROVAL.ID), row.get(APPROVAL.CLIENT_ID), row.get(APPROVAL.SERVER), row.get(APPROVAL.TOOL), row.get(APPROVAL.TITLE),
                json(row.get(APPROVAL.ARGUMENTS)), rehearsal == null ? null : json(rehearsal), row.get(APPROVAL.STATE).equals(APPROVED),
                row.get(APPROVAL.CREATED_AT), row.get(APPROVAL.EXPIRES_AT));
    }

    private static JsonNode json(String text) {
        try {
            return Json.read(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException("The arguments of a waiting call cannot be read.", e);
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
