package org.gatehouse.metadata;

/** What kind of value a field holds. */
public enum FieldType {
    ID("Id"),
    TEXT("Text"),
    LONG_TEXT("LongText"),
    NUMBER("Number"),
    CURRENCY("Currency"),
    PERCENT("Percent"),
    BOOLEAN("Boolean"),
    DATE("Date"),
    DATETIME("DateTime"),
    PICKLIST("Picklist"),
    MULTI_PICKLIST("MultiPicklist"),
    EMAIL("Email"),
    PHONE("Phone"),
    URL("Url"),
    AUTO_NUMBER("AutoNumber"),
    LOOKUP("Lookup"),
    MASTER_DETAIL("MasterDetail");

    private final String apiName;

    FieldType(String apiName) {
        this.apiName = apiName;
    }

    /** The type's name in metadata and in what agents read. */
    public String apiName() {
        return apiName;
    }

    /** Whether values are text, which queries compare without regard to case. Ids are exact. */
    public boolean isText() {
        return switch (this) {
            case TEXT, LONG_TEXT, PICKLIST, MULTI_PICKLIST, EMAIL, PHONE, URL, AUTO_NUMBER -> true;
            case ID, LOOKUP, MASTER_DETAIL, NUMBER, CURRENCY, PERCENT, BOOLEAN, DATE, DATETIME -> false;
        };
    }

    /**
     * The type of that name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static FieldType named(String apiName) {
        for (FieldType type : values()) {
            if (type.apiName.equals(apiName)) {
                return type;
            }
        }
        throw new IllegalArgumentException("No field type is named " + apiName);
    }
}
