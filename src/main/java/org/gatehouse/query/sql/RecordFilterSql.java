package org.gatehouse.query.sql;

import static org.gatehouse.platform.database.schema.Tables.GROUP_MEMBERSHIP;
import static org.gatehouse.platform.database.schema.Tables.RECORD_SHARE;
import static org.jooq.impl.DSL.and;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.array;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.lower;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.or;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
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
import org.jooq.Table;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/**
 * Compiles the record filter of a scan: which of its rows exist for this person.
 *
 * <p>A filter is often a choice of ways, and a database that meets {@code a or x in (select …)} reads the whole table, because it cannot look
 * the second way up in an index. PostgreSQL can if the ids come as an array, which it makes once per statement. It then compares each row
 * that it has to look at with every id, so this is for filters that let few rows pass. Where many pass, or where a criterion must be
 * tried on each row anyway, ways are tests with {@code exists}: PostgreSQL looks the row up by its index if there are few rows to test, and
 * makes a hash table once if there are many. H2 has neither and takes the subquery.
 */
final class RecordFilterSql {
    private static final char ESCAPE = '!';

    private final boolean postgres;

    RecordFilterSql(SQLDialect dialect) {
        this.postgres = dialect.family() == SQLDialect.POSTGRES;
    }

    /** The condition on the rows of the table with the given alias. */
    Condition compile(RecordFilter filter, String alias) {
        return switch (filter) {
            case RecordFilter.Every() -> trueCondition();
            case RecordFilter.None() -> falseCondition();
            case RecordFilter.Matching(var predicate) -> compile(predicate, alias, Way.ONLY);
        };
    }

    private Condition compile(Predicate predicate, String alias, Way way) {
        return switch (predicate) {
            case Predicate.OwnedBy(var owner, var owners) -> ownedBy(id(alias, owner), owners, way);
            case Predicate.Shared(var object, var userId, var level) ->
                among(textId(alias, object.idField()), RECORD_SHARE.RECORD_ID, RECORD_SHARE, shares(object, userId, level), way);
            case Predicate.Compares(var field, var operator, var value) -> compares(Columns.column(alias, field), field, operator, value);
            case Predicate.ParentVisible(var reference, var parent, var filter) -> {
                String parentAlias = alias + "p";
                yield among(
                        id(alias, reference), id(parentAlias, parent.idField()), Columns.table(parent, parentAlias), rows(parent, filter, parentAlias), way);
            }
            case Predicate.ChildVisible(var parent, var child, var reference, var filter) -> {
                String childAlias = alias + "c";
                yield among(
                        id(alias, parent.idField()), id(childAlias, reference), Columns.table(child, childAlias), rows(child, filter, childAlias), way);
            }
            case Predicate.AllOf(var predicates) -> and(predicates.stream().map(all -> compile(all, alias, way)).toList());
            case Predicate.AnyOf(var predicates) -> choice(predicates, alias);
        };
    }

    private Condition choice(List<Predicate> predicates, String alias) {
        Way way = way(predicates.stream().allMatch(RecordFilterSql::few));
        Equalities equalities = way == Way.MANY ? Equalities.among(predicates) : Equalities.NONE;
        List<Condition> ways = new ArrayList<>();
        predicates.stream().filter(one -> !equalities.contains(one)).map(one -> compile(one, alias, way)).forEach(ways::add);
        ways.addAll(equalities.conditions(alias));
        return or(ways);
    }

    private Way way(boolean few) {
        if (!postgres) {
            return Way.ONLY;
        }
        return few ? Way.FEW : Way.MANY;
    }

    /** Whether an index finds all rows that pass, and they are few. */
    private static boolean few(Predicate predicate) {
        return switch (predicate) {
            case Predicate.OwnedBy(var owner, var owners) -> owners.few();
            case Predicate.Shared shared -> true;
            case Predicate.Compares compares -> false;
            case Predicate.ParentVisible(var reference, var parent, var filter) -> few(filter);
            case Predicate.ChildVisible(var parent, var child, var reference, var filter) -> few(filter);
            case Predicate.AllOf(var predicates) -> predicates.stream().anyMatch(RecordFilterSql::few);
            case Predicate.AnyOf(var predicates) -> predicates.stream().allMatch(RecordFilterSql::few);
        };
    }

    private static boolean few(RecordFilter filter) {
        return filter instanceof RecordFilter.Matching(var predicate) && few(predicate);
    }

    /** How a row's id is looked for among others. */
    private enum Way {
        /** In a subquery: the database joins. */
        ONLY,
        /** In an array, one of several ways, which an index can serve. */
        FEW,
        /** By a test of the row, one of several ways. */
        MANY
    }

    private Condition ownedBy(Field<String> owner, Owners owners, Way way) {
        Condition ones = owners.ids().isEmpty() ? falseCondition() : owner.in(owners.ids());
        if (owners.groups().isEmpty()) {
            return ones;
        }
        boolean choice = !owners.ids().isEmpty();
        Condition members = among(
                owner,
                GROUP_MEMBERSHIP.USER_ID,
                GROUP_MEMBERSHIP,
                GROUP_MEMBERSHIP.GROUP_ID.in(owners.groups()).and(GROUP_MEMBERSHIP.BY_HIERARCHY.isFalse()),
                choice && way == Way.ONLY ? way(owners.few()) : way);
        return choice ? ones.or(members) : members;
    }

    private static Condition shares(ObjectDefinition object, String userId, AccessLevel level) {
        Condition enough = level == AccessLevel.READ ? noCondition() : RECORD_SHARE.ACCESS_LEVEL.eq("Edit");
        Condition theirs = RECORD_SHARE.PRINCIPAL_ID.eq(userId).or(RECORD_SHARE.PRINCIPAL_ID.in(
                select(GROUP_MEMBERSHIP.GROUP_ID).from(GROUP_MEMBERSHIP).where(GROUP_MEMBERSHIP.USER_ID.eq(userId))));
        return RECORD_SHARE.OBJECT_NAME.eq(object.apiName()).and(theirs).and(enough);
    }

    /** The rows of an object that pass a filter and do not lie in the recycle bin. */
    private Condition rows(ObjectDefinition object, RecordFilter filter, String alias) {
        return Columns.present(object, alias).and(compile(filter, alias));
    }

    private static Condition among(Field<String> id, Field<String> ids, Table<?> table, Condition which, Way way) {
        return switch (way) {
            case ONLY -> id.in(select(ids).from(table).where(which));
            case FEW -> id.eq(any(array(select(ids).from(table).where(which))));
            case MANY -> exists(selectOne().from(table).where(ids.eq(id)).and(which));
        };
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
