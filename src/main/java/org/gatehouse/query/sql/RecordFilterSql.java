package org.gatehouse.query.sql;

import static org.gatehouse.platform.database.schema.Tables.GROUP_MEMBERSHIP;
import static org.gatehouse.platform.database.schema.Tables.RECORD_SHARE;
import static org.jooq.impl.DSL.and;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.array;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.lower;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.or;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.trueCondition;
import static org.jooq.impl.DSL.val;

import java.time.Instant;
import org.gatehouse.metadata.FieldDefinition;
import org.gatehouse.metadata.KeyType;
import org.gatehouse.metadata.ObjectDefinition;
import org.gatehouse.permission.AccessLevel;
import org.gatehouse.permission.CriterionOperator;
import org.gatehouse.permission.Owners;
import org.gatehouse.permission.Predicate;
import org.gatehouse.permission.RecordFilter;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.SQLDialect;
import org.jooq.Select;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/**
 * Compiles the record filter of a scan: which of its rows exist for this person.
 *
 * <p>A filter is often a choice of ways, and a database that meets {@code a or x in (select …)} reads the whole table, because it cannot look
 * the second way up in an index. PostgreSQL can if the ids come as an array, which it makes once per statement; H2 has nothing like it and
 * takes the subquery.
 */
final class RecordFilterSql {
    private static final char ESCAPE = '!';

    private final boolean arrays;

    RecordFilterSql(SQLDialect dialect) {
        this.arrays = dialect.family() == SQLDialect.POSTGRES;
    }

    /** The condition on the rows of the table with the given alias. */
    Condition compile(RecordFilter filter, String alias) {
        return switch (filter) {
            case RecordFilter.Every() -> trueCondition();
            case RecordFilter.None() -> falseCondition();
            case RecordFilter.Matching(var predicate) -> compile(predicate, alias, false);
        };
    }

    /** @param choice whether the predicate is one of several ways */
    private Condition compile(Predicate predicate, String alias, boolean choice) {
        return switch (predicate) {
            case Predicate.OwnedBy(var owner, var owners) -> ownedBy(id(alias, owner), owners);
            case Predicate.Shared(var object, var userId, var level) ->
                in(
                        textId(alias, object.idField()),
                        select(RECORD_SHARE.RECORD_ID).from(RECORD_SHARE).where(shares(object, userId, level)),
                        choice);
            case Predicate.Compares(var field, var operator, var value) -> compares(Columns.column(alias, field), field, operator, value);
            case Predicate.ParentVisible(var reference, var parent, var filter) -> {
                String parentAlias = alias + "p";
                yield in(id(alias, reference), ids(parent.idField(), parent, filter, parentAlias), choice);
            }
            case Predicate.ChildVisible(var parent, var child, var reference, var filter) ->
                in(id(alias, parent.idField()), ids(reference, child, filter, alias + "c"), choice);
            case Predicate.AllOf(var predicates) -> and(predicates.stream().map(all -> compile(all, alias, choice)).toList());
            case Predicate.AnyOf(var predicates) -> or(predicates.stream().map(any -> compile(any, alias, true)).toList());
        };
    }

    private Condition ownedBy(Field<String> owner, Owners owners) {
        Condition members = owners.groups().isEmpty()
                ? noCondition()
                : in(
                        owner,
                        select(GROUP_MEMBERSHIP.USER_ID)
                                .from(GROUP_MEMBERSHIP)
                                .where(GROUP_MEMBERSHIP.GROUP_ID.in(owners.groups()).and(GROUP_MEMBERSHIP.BY_HIERARCHY.isFalse())),
                        true);
        return owners.ids().isEmpty() ? members : owner.in(owners.ids()).or(members);
    }

    private static Condition shares(ObjectDefinition object, String userId, AccessLevel level) {
        Condition enough = level == AccessLevel.READ ? noCondition() : RECORD_SHARE.ACCESS_LEVEL.eq("Edit");
        Condition theirs = RECORD_SHARE.PRINCIPAL_ID.eq(userId).or(RECORD_SHARE.PRINCIPAL_ID.in(
                select(GROUP_MEMBERSHIP.GROUP_ID).from(GROUP_MEMBERSHIP).where(GROUP_MEMBERSHIP.USER_ID.eq(userId))));
        return RECORD_SHARE.OBJECT_NAME.eq(object.apiName()).and(theirs).and(enough);
    }

    /** The references, or ids, of the rows of an object that pass a filter and do not lie in the recycle bin. */
    private Select<Record1<String>> ids(FieldDefinition field, ObjectDefinition object, RecordFilter filter, String alias) {
        return select(id(alias, field))
                .from(Columns.table(object, alias))
                .where(Columns.present(object, alias).and(compile(filter, alias)));
    }

    private Condition in(Field<String> id, Select<Record1<String>> ids, boolean choice) {
        return choice && arrays ? id.eq(any(array(ids))) : id.in(ids);
    }

    /** Text compares without regard to case and null is only equal to null, as in the query language. */
    @SuppressWarnings("unchecked") // A predicate carries a value of its field's own type.
    private Condition compares(Field<?> column, FieldDefinition field, CriterionOperator operator, @Nullable Object value) {
        if (value == null) {
            return operator == CriterionOperator.EQUALS ? column.isNull() : column.isNotNull();
        }
        Field<Object> folded = (Field<Object>) TextRules.folded(field.type(), column);
        Field<Object> wanted = (Field<Object>) TextRules.folded(field.type(), value instanceof Instant ? val(value, column.getDataType()) : val(value));
        return switch (operator) {
            case EQUALS -> folded.eq(wanted);
            case NOT_EQUAL -> folded.ne(wanted).or(column.isNull());
            case LESS_THAN -> folded.lt(wanted);
            case LESS_OR_EQUAL -> folded.le(wanted);
            case GREATER_THAN -> folded.gt(wanted);
            case GREATER_OR_EQUAL -> folded.ge(wanted);
            case STARTS_WITH -> folded.coerce(String.class).like(lower(val(escaped(value) + "%")), ESCAPE);
            case CONTAINS -> folded.coerce(String.class).like(lower(val("%" + escaped(value) + "%")), ESCAPE);
        };
    }

    private static String escaped(Object value) {
        return value.toString().replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }

    private static Field<String> id(String alias, FieldDefinition definition) {
        return Columns.column(alias, definition).coerce(String.class);
    }

    /** An id as text, whatever the table stores: shares are kept for every kind of key alike. */
    private static Field<String> textId(String alias, FieldDefinition definition) {
        Field<?> id = Columns.column(alias, definition);
        return definition.traits().keyType() == KeyType.TEXT ? id.coerce(String.class) : id.cast(SQLDataType.VARCHAR);
    }
}
