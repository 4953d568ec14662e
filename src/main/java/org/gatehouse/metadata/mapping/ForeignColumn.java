package org.gatehouse.metadata.mapping;

import java.util.Optional;
import org.gatehouse.metadata.FieldDefinition;
import org.gatehouse.metadata.FieldType;
import org.gatehouse.metadata.KeyType;

/**
 * A column of somebody else's table.
 *
 * @param type its type as the database calls it
 * @param length most characters, 0 if there is no limit
 * @param digits most digits, 0 if there is no limit
 * @param optional whether a row can be made without a value
 */
record ForeignColumn(String name, Kind kind, String type, int length, int digits, int scale, boolean optional) {
    private static final int LONGEST_TEXT = 4_000;
    private static final int DIGITS_OF_A_KEY = 18;

    /** What a column holds, as far as Gatehouse tells apart. */
    enum Kind {
        TEXT,
        NUMBER,
        BOOLEAN,
        DATE,
        TIME_WITH_ZONE,
        TIME_WITHOUT_ZONE,
        UUID,
        OTHER
    }

    /** How ids in this column are stored, if it can hold ids. */
    Optional<KeyType> keyType() {
        return switch (kind) {
            case TEXT -> Optional.of(KeyType.TEXT);
            case UUID -> Optional.of(KeyType.UUID);
            case NUMBER -> scale == 0 && digits > 0 && digits <= DIGITS_OF_A_KEY ? Optional.of(KeyType.NUMBER) : Optional.empty();
            case BOOLEAN, DATE, TIME_WITH_ZONE, TIME_WITHOUT_ZONE, OTHER -> Optional.empty();
        };
    }

    /** The type of a field on this column, if there can be one that is not a reference. */
    Optional<FieldType> fieldType() {
        return switch (kind) {
            case TEXT -> Optional.of(length == 0 || length > LONGEST_TEXT ? FieldType.LONG_TEXT : FieldType.TEXT);
            case NUMBER -> Optional.of(FieldType.NUMBER);
            case BOOLEAN -> Optional.of(FieldType.BOOLEAN);
            case DATE -> Optional.of(FieldType.DATE);
            case TIME_WITH_ZONE, TIME_WITHOUT_ZONE -> Optional.of(FieldType.DATETIME);
            case UUID, OTHER -> Optional.empty();
        };
    }

    /** Whether what the column holds is what the field says. */
    boolean fits(FieldDefinition field) {
        return switch (field.type()) {
            case ID, LOOKUP, MASTER_DETAIL -> keyType().filter(key -> key == field.traits().keyType()).isPresent();
            case TEXT, LONG_TEXT, PICKLIST, MULTI_PICKLIST, EMAIL, PHONE, URL, AUTO_NUMBER -> kind == Kind.TEXT;
            case NUMBER, CURRENCY, PERCENT -> kind == Kind.NUMBER;
            case BOOLEAN -> kind == Kind.BOOLEAN;
            case DATE -> kind == Kind.DATE;
            case DATETIME -> kind == (field.traits().zoneless() ? Kind.TIME_WITHOUT_ZONE : Kind.TIME_WITH_ZONE);
        };
    }
}
