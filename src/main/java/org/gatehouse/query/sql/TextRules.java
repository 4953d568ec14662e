package org.gatehouse.query.sql;

import static org.jooq.impl.DSL.lower;

import org.gatehouse.metadata.FieldType;
import org.jooq.Field;
import org.jooq.SQLDialect;

/**
 * How text is compared and ordered, so that both databases agree: without regard to case, and by code point. PostgreSQL would order by the
 * database's locale; H2 goes by code point of its own accord, but for signs outside Unicode's basic plane, which it puts before U+E000.
 *
 * <p>What lower case is, PostgreSQL takes from the database's character type, so the database must be created with a UTF-8 locale; in the
 * plain C locale only English letters would be compared without regard to case.
 */
final class TextRules {
    private final boolean collates;

    TextRules(SQLDialect dialect) {
        this.collates = dialect.family() == SQLDialect.POSTGRES;
    }

    /** A value as it is compared for equality: text in lower case, which the database makes on both sides; everything else as it is. */
    static Field<?> folded(FieldType type, Field<?> value) {
        return type.isText() ? lower(value.coerce(String.class)) : value;
    }

    /** A text as it tells itself apart from one that differs in case only. */
    Field<String> exact(Field<?> value) {
        Field<String> exact = value.coerce(String.class);
        return collates ? exact.collate("C") : exact;
    }

    /** A value as it is compared for order. */
    Field<?> ordered(FieldType type, Field<?> value) {
        Field<?> folded = folded(type, value);
        return collates && value.getDataType().isString() ? folded.coerce(String.class).collate("C") : folded;
    }
}
