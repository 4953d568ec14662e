package org.gatehouse.query.sql;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.array;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.unnest;

import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Table;

/** A way to write that a row's id is among those that a subquery finds: all mean the same, and make PostgreSQL do something else. */
enum IdTest {
    /** As a subquery. The only way of a filter is a join; one of several ways is a hash table, if it fits into memory, and very slow if not. */
    SUBQUERY {
        @Override
        Condition of(Field<String> id, Field<String> ids, Table<?> table, Condition which) {
            return id.in(select(ids).from(table).where(which));
        }
    },
    /** As an array that is made once: an index on the row's id serves it, but each row that is looked at is compared with every id. */
    ARRAY {
        @Override
        Condition of(Field<String> id, Field<String> ids, Table<?> table, Condition which) {
            return id.eq(any(array(select(ids).from(table).where(which))));
        }
    },
    /** As the rows of an array: a hash table, made when the first row needs it, whatever PostgreSQL guesses of its size. */
    HASH {
        @Override
        Condition of(Field<String> id, Field<String> ids, Table<?> table, Condition which) {
            Table<?> found = unnest(array(select(ids).from(table).where(which))).as("found", "id");
            return id.in(select(found.field(0, String.class)).from(found));
        }
    },
    /** As a look-up for each row. Without the offset PostgreSQL may make a hash table of all ids to test a few rows. */
    PROBE {
        @Override
        Condition of(Field<String> id, Field<String> ids, Table<?> table, Condition which) {
            return exists(selectOne().from(table).where(ids.eq(id)).and(which).offset(inline(0)));
        }
    },
    /** As a test that PostgreSQL answers by look-ups or by a hash table, depending on how many rows it believes it has to test. */
    EITHER {
        @Override
        Condition of(Field<String> id, Field<String> ids, Table<?> table, Condition which) {
            return exists(selectOne().from(table).where(ids.eq(id)).and(which));
        }
    };

    /** How the table is read, if the rows of the test are read that way. */
    Reading reading(Reading outer) {
        return switch (this) {
            case SUBQUERY -> outer.referred();
            case PROBE -> new Reading.LookUp();
            case ARRAY, EITHER -> new Reading.Search();
            case HASH -> new Reading.Scan();
        };
    }

    /**
     * That an id is among others.
     *
     * @param ids the column that holds the others
     * @param which of the table's rows count
     */
    abstract Condition of(Field<String> id, Field<String> ids, Table<?> table, Condition which);
}
