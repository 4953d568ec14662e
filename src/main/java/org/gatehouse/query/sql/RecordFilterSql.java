package org.gatehouse.query.sql;

import static org.gatehouse.platform.database.schema.Tables.APP_USER;
import static org.gatehouse.platform.database.schema.Tables.ROLE_CLOSURE;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.or;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.trueCondition;

import org.gatehouse.metadata.FieldDefinition;
import org.gatehouse.permission.Predicate;
import org.gatehouse.permission.RecordFilter;
import org.jooq.Condition;
import org.jooq.Field;

/** Compiles the record filter of a scan: which of its rows exist for this person. */
final class RecordFilterSql {
    private RecordFilterSql() {}

    /** The condition on the rows of the table with the given alias. */
    static Condition compile(RecordFilter filter, String alias) {
        return switch (filter) {
            case RecordFilter.Every() -> trueCondition();
            case RecordFilter.None() -> falseCondition();
            case RecordFilter.Matching(var predicate) -> compile(predicate, alias);
        };
    }

    private static Condition compile(Predicate predicate, String alias) {
        return switch (predicate) {
            case Predicate.OwnedBy(var owner, var userId) -> id(alias, owner).eq(userId);
            case Predicate.OwnedBelow(var owner, var roleId) -> id(alias, owner)
                    .in(select(APP_USER.ID)
                            .from(APP_USER)
                            .join(ROLE_CLOSURE)
                            .on(ROLE_CLOSURE.ROLE_ID.eq(APP_USER.ROLE_ID))
                            .where(ROLE_CLOSURE.ANCESTOR_ID.eq(roleId)));
            case Predicate.ParentVisible(var reference, var parent, var filter) -> {
                String parentAlias = alias + "p";
                yield id(alias, reference)
                        .in(select(id(parentAlias, parent.idField()))
                                .from(Columns.table(parent, parentAlias))
                                .where(Columns.present(parent, parentAlias).and(compile(filter, parentAlias))));
            }
            case Predicate.AnyOf(var predicates) -> or(predicates.stream().map(any -> compile(any, alias)).toList());
        };
    }

    private static Field<String> id(String alias, FieldDefinition definition) {
        return Columns.column(alias, definition).coerce(String.class);
    }
}
