package org.gatehouse.record;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.gatehouse.platform.database.schema.Tables.IDEMPOTENT_WRITE;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.gatehouse.identity.Caller;
import org.gatehouse.platform.json.Json;
import org.gatehouse.platform.problem.Problem.WriteError;
import org.gatehouse.record.RowResult.RowError;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.exception.IntegrityConstraintViolationException;

/**
 * Requests that their client may repeat. The key is taken in the transaction of the write itself: a second request waits for the first one's
 * end, and finds its answer or an unused key. Of the records only the ids are kept; a repeated answer reads them anew, as far as the person
 * may read them then.
 */
final class IdempotentWrites {
    static final Duration KEPT = Duration.ofHours(24);

    private final DSLContext sql;
    private final Caller caller;
    private final Instant now;

    IdempotentWrites(DSLContext sql, Caller caller, Instant now) {
        this.sql = sql;
        this.caller = caller;
        this.now = now;
    }

    /** Does the work unless the same request did it before. */
    List<RowResult> once(RecordRequest request, Supplier<List<RowResult>> work, Function<String, Optional<ObjectNode>> read) {
        String key = request.idempotencyKey().orElseThrow();
        String digest = digest(request);
        sql.deleteFrom(IDEMPOTENT_WRITE).where(mine(key)).and(IDEMPOTENT_WRITE.WRITTEN_AT.lt(now.minus(KEPT))).execute();
        if (!taken(key, digest)) {
            List<RowResult> results = work.get();
            sql.update(IDEMPOTENT_WRITE).set(IDEMPOTENT_WRITE.ANSWER, Json.text(json(results))).where(mine(key)).execute();
            return results;
        }
        var known = sql.selectFrom(IDEMPOTENT_WRITE).where(mine(key)).fetchSingle();
        if (!digest.equals(known.get(IDEMPOTENT_WRITE.DIGEST))) {
            throw Refusals.of(WriteError.IDEMPOTENCY_KEY_REUSED, "This idempotencyKey belongs to another request. Use a new key for each change.");
        }
        return results(Objects.requireNonNull(known.get(IDEMPOTENT_WRITE.ANSWER)), read);
    }

    private boolean taken(String key, String digest) {
        try {
            new Savepoints(sql).run(() -> sql.insertInto(IDEMPOTENT_WRITE)
                    .set(IDEMPOTENT_WRITE.USER_ID, caller.userId())
                    .set(IDEMPOTENT_WRITE.CLIENT_ID, caller.clientId())
                    .set(IDEMPOTENT_WRITE.REQUEST_KEY, key)
                    .set(IDEMPOTENT_WRITE.DIGEST, digest)
                    .set(IDEMPOTENT_WRITE.WRITTEN_AT, now)
                    .execute());
            return false;
        } catch (IntegrityConstraintViolationException e) {
            return true;
        }
    }

    private Condition mine(String key) {
        return IDEMPOTENT_WRITE.USER_ID.eq(caller.userId())
                .and(IDEMPOTENT_WRITE.CLIENT_ID.eq(caller.clientId()))
                .and(IDEMPOTENT_WRITE.REQUEST_KEY.eq(key));
    }

    private static ArrayNode json(List<RowResult> results) {
        ArrayNode rows = Json.object().putArray("rows");
        for (RowResult result : results) {
            ObjectNode row = rows.addObject();
            result.id().ifPresent(id -> row.put("id", id));
            for (RowError error : result.errors()) {
                ArrayNode fields = row.put("errorCode", error.errorCode()).put("message", error.message()).putArray("fields");
                error.fields().forEach(fields::add);
            }
        }
        return rows;
    }

    private static List<RowResult> results(String answer, Function<String, Optional<ObjectNode>> read) {
        List<RowResult> results = new ArrayList<>();
        for (JsonNode row : parse(answer)) {
            Optional<String> id = Optional.ofNullable(row.path("id").textValue());
            List<String> fields = new ArrayList<>();
            row.path("fields").forEach(field -> fields.add(field.asText()));
            results.add(new RowResult(
                    id,
                    row.has("errorCode") ? List.of(new RowError(row.get("errorCode").asText(), row.get("message").asText(), fields)) : List.of(),
                    id.flatMap(read), Optional.empty()));
        }
        return results;
    }

    private static JsonNode parse(String answer) {
        try {
            return Json.read(answer.getBytes(UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException("An answer that was kept is not JSON.", e);
        }
    }

    private static String digest(RecordRequest request) {
        String text = request.objectName() + ' ' + request.allOrNone() + ' ' + request.changes();
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }
}
