package org.gatehouse.record;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.gatehouse.metadata.FieldDefinition;
import org.gatehouse.metadata.FieldType;
import org.gatehouse.metadata.KeyType;
import org.gatehouse.metadata.ObjectDefinition;
import org.gatehouse.metadata.RecordIds;
import org.gatehouse.metadata.design.AutoNumberFormat;
import org.gatehouse.metadata.design.AutoNumbers;
import org.gatehouse.metadata.validation.ObjectRules;
import org.gatehouse.permission.EffectiveAccess;
import org.gatehouse.permission.RecordFilter;
import org.gatehouse.permission.sharing.RecordShares;
import org.gatehouse.platform.problem.Problem.WriteError;
import org.gatehouse.query.sql.FilteredRows;
import org.gatehouse.query.sql.RecordStatements;
import org.gatehouse.query.sql.RecordStatements.Unmodified;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** Does one change to one record of an object, as a person, inside a transaction that is there already. */
final class RecordWriter {
    private final DSLContext sql;
    private final EffectiveAccess access;
    private final ObjectDefinition object;
    private final Validation validation;
    private final String userId;
    private final Instant now;
    private final RecordStatements statements;
    private final NewValues newValues;
    private final References references;

    RecordWriter(DSLContext sql, EffectiveAccess access, ObjectDefinition object, ObjectRules rules, String userId, Instant now) {
        this.sql = sql;
        this.access = access;
        this.object = object;
        this.validation = new Validation(object, access, rules, now);
        this.userId = userId;
        this.now = now;
        this.statements = new RecordStatements(sql, object);
        this.newValues = new NewValues(object, access);
        this.references = new References(sql, access);
    }

    /**
     * Does the change.
     *
     * @return the record's id
     * @throws org.gatehouse.platform.problem.ProblemException if it is refused
     */
    String write(RecordChange change) {
        return switch (change) {
            case RecordChange.Create(var values) -> create(values);
            case RecordChange.Update(var id, var values, var since) -> update(id, values, since);
            case RecordChange.Delete(var id) -> new RecordBin(sql, access, object, userId, now).delete(id);
            case RecordChange.Undelete(var id) -> new RecordBin(sql, access, object, userId, now).undelete(id);
        };
    }

    private String create(ObjectNode body) {
        if (!access.canCreate(object)) {
            throw Refusals.of(
                    WriteError.CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY,
                    "entity type cannot be inserted: " + object.apiName() + ". The signed-in person may not create such records.");
        }
        Map<FieldDefinition, @Nullable Object> values = newValues.given(body);
        newValues.addDefaults(values);
        object.ownerField().ifPresent(owner -> values.putIfAbsent(owner, userId));
        checkReferences(values);
        object.fields().stream()
                .filter(field -> field.type() == FieldType.AUTO_NUMBER)
                .forEach(field -> values.put(field, nextNumber(field)));
        newValues.requireComplete(values, true);
        stamp(values, "CreatedDate", "CreatedById");
        stamp(values, "LastModifiedDate", "LastModifiedById");
        newId().ifPresent(id -> values.put(object.idField(), id));
        validation.check(values, null);
        return DatabaseRefusals.writing(() -> statements.insert(values));
    }

    private String nextNumber(FieldDefinition field) {
        String format = field.traits().autoNumberFormat();
        long number = new AutoNumbers(sql).next(object.apiName(), field.apiName());
        return AutoNumberFormat.parse(format == null ? "" : format).map(it -> it.format(number)).orElseGet(() -> Long.toString(number));
    }

    private String update(String id, ObjectNode body, Optional<Instant> since) {
        Map<FieldDefinition, @Nullable Object> values = newValues.given(body);
        newValues.requireComplete(values, false);
        List<FieldDefinition> watched = Stream.of(object.ownerField().stream(), tracked(), validation.fields().stream())
                .flatMap(Function.identity())
                .distinct()
                .toList();
        Map<FieldDefinition, @Nullable Object> before = DatabaseRefusals.writing(() -> statements.lock(id, access.editable(object), false, watched))
                .orElseThrow(() -> refusal(id));
        // Only what changes is judged: a reference that stays may point to a record that the person cannot see.
        values.entrySet().removeIf(value -> before.containsKey(value.getKey()) && Objects.equals(before.get(value.getKey()), value.getValue()));
        checkReferences(values);
        boolean newOwner = object.ownerField().filter(values::containsKey).isPresent();
        RecordFilter filter = newOwner ? access.deletable(object) : access.editable(object);
        FieldHistory history = new FieldHistory(sql, object);
        Map<FieldDefinition, Object> changed = history.changes(before, values);
        stamp(values, "LastModifiedDate", "LastModifiedById");
        validation.check(values, before);
        Optional<Unmodified> unmodified = since.map(this::unmodified);
        if (!values.isEmpty() && !DatabaseRefusals.writing(() -> statements.update(id, filter, false, values, unmodified))) {
            throw unmodified.isPresent() && FilteredRows.exists(sql, object, id, filter)
                    ? Refusals.of(WriteError.MATCH_PRECONDITION_FAILED, "The record was changed since. Read it again, then decide.")
                    : Refusals.notEditable();
        }
        history.write(id, before, changed, userId, now);
        if (newOwner) {
            new RecordShares(sql).drop(object.apiName(), id);
        }
        return id;
    }

    private Stream<FieldDefinition> tracked() {
        return object.fields().stream().filter(field -> field.traits().trackHistory() && !field.isFormula());
    }

    private void checkReferences(Map<FieldDefinition, @Nullable Object> values) {
        Optional<FieldDefinition> owner = object.ownerField();
        values.forEach((field, value) -> {
            if (!field.isReference() || value == null) {
                return;
            }
            if (owner.filter(field::equals).isEmpty()) {
                references.check(object, field, value);
            } else if (!value.equals(userId)) {
                references.checkOwner(object, field, value);
            }
        });
    }

    private RuntimeException refusal(String id) {
        return FilteredRows.exists(sql, object, id, access.visible(object)) ? Refusals.notEditable() : Refusals.noRecord(object, id);
    }

    private Unmodified unmodified(Instant since) {
        return object.field("LastModifiedDate")
                .map(field -> new Unmodified(field, since))
                .orElseThrow(() -> Refusals.of(
                        WriteError.MATCH_PRECONDITION_FAILED, object.apiName() + " does not keep when a record was changed. Leave ifUnmodifiedSince out."));
    }

    private void stamp(Map<FieldDefinition, @Nullable Object> values, String date, String by) {
        object.field(date).filter(field -> field.type() == FieldType.DATETIME).ifPresent(field -> values.put(field, now));
        object.field(by).filter(FieldDefinition::isReference).ifPresent(field -> values.put(field, userId));
    }

    /** The new record's key, or empty where the database makes it. */
    private Optional<Object> newId() {
        KeyType keyType = object.idField().traits().keyType();
        String prefix = object.header().keyPrefix();
        return switch (keyType) {
            case NUMBER -> Optional.empty();
            case UUID -> Optional.of(UUID.randomUUID());
            case TEXT -> {
                if (prefix == null) {
                    throw Refusals.of(
                            WriteError.CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY,
                            "entity type cannot be inserted: " + object.apiName() + ". The keys of its table come from another program.");
                }
                yield Optional.of(RecordIds.next(prefix, now));
            }
        };
    }
}
