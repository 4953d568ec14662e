package org.gatehouse.record;

import static org.gatehouse.platform.database.schema.Tables.FIELD_HISTORY;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.gatehouse.metadata.FieldDefinition;
import org.gatehouse.metadata.ObjectDefinition;
import org.gatehouse.permission.EffectiveAccess;
import org.gatehouse.query.sql.FilteredRows;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** Who changed a record's tracked fields from what to what. */
final class FieldHistory {
    private static final int MOST = 200;
    private static final int LONGEST = 32_000;

    private final DSLContext sql;
    private final ObjectDefinition object;

    FieldHistory(DSLContext sql, ObjectDefinition object) {
        this.sql = sql;
        this.object = object;
    }

    /** The tracked fields that get another value; the value is empty text where it is taken away. */
    Map<FieldDefinition, Object> changes(Map<FieldDefinition, @Nullable Object> before, Map<FieldDefinition, @Nullable Object> values) {
        Map<FieldDefinition, Object> changes = new LinkedHashMap<>();
        values.forEach((field, value) -> {
            if (field.traits().trackHistory() && !same(before.get(field), value)) {
                changes.put(field, value == null ? "" : value);
            }
        });
        return changes;
    }

    void write(
            String id, Map<FieldDefinition, @Nullable Object> before, Map<FieldDefinition, Object> changes, String userId, Instant now) {
        changes.forEach((field, value) -> sql.insertInto(FIELD_HISTORY)
                .set(FIELD_HISTORY.OBJECT_NAME, object.apiName())
                .set(FIELD_HISTORY.RECORD_ID, id)
                .set(FIELD_HISTORY.FIELD_NAME, field.apiName())
                .set(FIELD_HISTORY.OLD_VALUE, text(before.get(field)))
                .set(FIELD_HISTORY.NEW_VALUE, text(value))
                .set(FIELD_HISTORY.CHANGED_BY, userId)
                .set(FIELD_HISTORY.CHANGED_AT, now)
                .execute());
    }

    /**
     * The latest changes of a record, newest first, of fields that the person may read.
     *
     * @throws org.gatehouse.platform.problem.ProblemException not found if the person cannot see the record
     */
    List<FieldChange> of(String id, EffectiveAccess access) {
        if (!FilteredRows.exists(sql, object, id, access.visible(object))) {
            throw Refusals.noRecord(object, id);
        }
        Set<String> readable = object.fields().stream()
                .filter(field -> access.readableField(object, it -> Optional.of(field)).isPresent())
                .map(FieldDefinition::apiName)
                .collect(Collectors.toSet());
        return sql.selectFrom(FIELD_HISTORY)
                .where(FIELD_HISTORY.OBJECT_NAME.eq(object.apiName()).and(FIELD_HISTORY.RECORD_ID.eq(id)))
                .and(FIELD_HISTORY.FIELD_NAME.in(readable))
                .orderBy(FIELD_HISTORY.ID.desc())
                .limit(MOST)
                .fetch(row -> new FieldChange(
                        row.get(FIELD_HISTORY.FIELD_NAME), row.get(FIELD_HISTORY.OLD_VALUE), row.get(FIELD_HISTORY.NEW_VALUE),
                        row.get(FIELD_HISTORY.CHANGED_BY), row.get(FIELD_HISTORY.CHANGED_AT)));
    }

    private static boolean same(@Nullable Object one, @Nullable Object other) {
        if (one instanceof BigDecimal number && other instanceof BigDecimal given) {
            return number.compareTo(given) == 0;
        }
        return Objects.equals(one, other);
    }

    private static @Nullable String text(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case BigDecimal number -> number.toPlainString();
            default -> value.toString().isEmpty() ? null : beginning(value.toString());
        };
    }

    private static String beginning(String text) {
        return text.codePointCount(0, text.length()) <= LONGEST ? text : text.substring(0, text.offsetByCodePoints(0, LONGEST));
    }
}
