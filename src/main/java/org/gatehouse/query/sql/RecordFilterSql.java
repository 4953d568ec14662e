package org.gatehouse.query.sql;

import static org.gatehouse.platform.database.schema.Tables.GROUP_MEMBERSHIP;
import static org.gatehouse.platform.database.schema.Tables.RECORD_SHARE;
import static org.jooq.impl.DSL.and;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.lower;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.or;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.trueCondition;
import static org.jooq.impl.DSL.val;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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
import org.jooq.SQLDialect;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/**
 * Compiles the record filter of a scan: which of its rows exist for this person.
 *
 * <p>A filter is often a choice of ways, and a database that meets {@code a or x in (select …)} reads the whole table, because it cannot look
 * the second way up in an index. PostgreSQL can if the ids come as an array; it then compares each row that it has to look at with every id, so
 * this is for filters that let few rows pass. Where many pass, or where a criterion must be tried on each row anyway, each row is tested, and
 * how depends on how many rows that will be, which the {@link Reading} tells: see {@link IdTest}. H2 takes the subquery always.
 */
final class RecordFilterSql {
    private static final char ESCAPE = '!';

    private final boolean postgres;

    RecordFilterSql(SQLDialect dialect) {
        this.postgres = dialect.family() == SQLDialect.POSTGRES;
    }

    /** The condition on the rows of the table with the given alias. */
    Condition compile(RecordFilter filter, String alias, Reading reading) {
        return switch (filter) {
            case RecordFilter.Every() -> trueCondition();
            case RecordFilter.None() -> falseCondition();
            case RecordFilter.Matching(var predicate) -> compile(predicate, alias, new Way.Only(reading, postgres));
        };
    }

    private Condition compile(Predicate predicate, String alias, Way way) {
        return switch (predicate) {
            case Predicate.OwnedBy owned -> ownedBy(owned, alias, way);
            case Predicate.Shared(var object, var userId, var level) ->
                way.shared().of(textId(alias, object.idField()), RECORD_SHARE.RECORD_ID, RECORD_SHARE, shares(object, userId, level));
            case Predicate.Compares(var field, var operator, var value) -> compares(Columns.column(alias, field), field, operator, value);
            case Predicate.ParentVisible(var reference, var parent, var filter) -> {
                String other = alias + "p";
                yield related(id(alias, reference), id(other, parent.idField()), parent, other, filter, way);
            }
            case Predicate.ChildVisible(var parent, var child, var reference, var filter) -> {
                String other = alias + "c";
                yield related(id(alias, parent.idField()), id(other, reference), child, other, filter, way);
            }
            case Predicate.AllOf(var predicates) -> and(predicates.stream().map(all -> compile(all, alias, way)).toList());
            case Predicate.AnyOf(var predicates) -> choice(predicates, alias, way.reading());
        };
    }

    private Condition choice(List<Predicate> predicates, String alias, Reading reading) {
        Way way = way(predicates, reading);
        Equalities equalities = way instanceof Way.Many ? Equalities.among(predicates) : Equalities.NONE;
        List<Condition> ways = new ArrayList<>();
        predicates.stream().filter(one -> !looksElsewhere(one) && !equalities.contains(one)).map(one -> compile(one, alias, way)).forEach(ways::add);
        ways.addAll(equalities.conditions(alias));
        predicates.stream().filter(RecordFilterSql::looksElsewhere).map(one -> compile(one, alias, way)).forEach(ways::add);
        return or(ways);
    }

    /** Whether a test of a row reads other records. Those come last: databases test in the order that is written. */
    private static boolean looksElsewhere(Predicate predicate) {
        return switch (predicate) {
            case Predicate.OwnedBy owned -> false;
            case Predicate.Compares compares -> false;
            case Predicate.Shared shared -> true;
            case Predicate.ParentVisible parent -> true;
            case Predicate.ChildVisible child -> true;
            case Predicate.AllOf(var predicates) -> predicates.stream().anyMatch(RecordFilterSql::looksElsewhere);
            case Predicate.AnyOf(var predicates) -> predicates.stream().anyMatch(RecordFilterSql::looksElsewhere);
        };
    }

    private Way way(List<Predicate> predicates, Reading reading) {
        if (!postgres) {
            return new Way.Only(reading, postgres);
        }
        return predicates.stream().allMatch(Selectivity::few) ? new Way.Few(reading) : new Way.Many(reading, Selectivity.share(predicates));
    }

    private Condition ownedBy(Predicate.OwnedBy owned, String alias, Way way) {
        Field<String> owner = id(alias, owned.owner());
        Owners owners = owned.owners();
        Condition ones = owners.ids().isEmpty() ? falseCondition() : owner.in(owners.ids());
        if (owners.groups().isEmpty()) {
            return ones;
        }
        boolean choice = !owners.ids().isEmpty();
        Way members = choice && way instanceof Way.Only ? way(List.of(owned), way.reading()) : way;
        Condition theirs = members.owned(owners)
                .of(owner, GROUP_MEMBERSHIP.USER_ID, GROUP_MEMBERSHIP, GROUP_MEMBERSHIP.GROUP_ID.in(owners.groups()).and(GROUP_MEMBERSHIP.BY_HIERARCHY.isFalse()));
        return choice ? ones.or(theirs) : theirs;
    }

    /** That a row's id is among those of records that pass a filter of their own and do not lie in the recycle bin. */
    private Condition related(Field<String> id, Field<String> ids, ObjectDefinition object, String alias, RecordFilter filter, Way way) {
        IdTest test = way.related(filter);
        Condition which = Columns.present(object, alias).and(compile(filter, alias, test.reading(way.reading())));
        return test.of(id, ids, Columns.table(object, alias), which);
    }

    private static Condition shares(ObjectDefinition object, String userId, AccessLevel level) {
        Condition enough = level == AccessLevel.READ ? noCondition() : RECORD_SHARE.ACCESS_LEVEL.eq("Edit");
        // One subquery rather than two comparisons: an index finds what belongs to each principal.
        Condition theirs = RECORD_SHARE.PRINCIPAL_ID.in(
                select(GROUP_MEMBERSHIP.GROUP_ID).from(GROUP_MEMBERSHIP).where(GROUP_MEMBERSHIP.USER_ID.eq(userId)).unionAll(select(val(userId))));
        return RECORD_SHARE.OBJECT_NAME.eq(object.apiName()).and(theirs).and(enough);
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
