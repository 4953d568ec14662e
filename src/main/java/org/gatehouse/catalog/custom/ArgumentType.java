package org.gatehouse.catalog.custom;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The types of a query's arguments, by the names that documents use. */
public enum ArgumentType {
    TEXT("text"),
    INTEGER("integer"),
    NUMBER("number"),
    BOOLEAN("boolean"),
    DATE("date"),
    DATETIME("datetime");

    private final String apiName;

    ArgumentType(String apiName) {
        this.apiName = apiName;
    }

    /** The type of this name; empty for none. */
    public static Optional<ArgumentType> named(@Nullable String name) {
        return Arrays.stream(values()).filter(type -> type.apiName.equals(name)).findFirst();
    }

    /** The name in documents. */
    public String apiName() {
        return apiName;
    }
}
