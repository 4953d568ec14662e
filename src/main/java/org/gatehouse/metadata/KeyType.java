package org.gatehouse.metadata;

import java.util.Optional;
import java.util.UUID;

/** What the ids of an object's records are in its table. Outside the table every id is text. */
public enum KeyType {
    TEXT("Text"),
    NUMBER("Number"),
    UUID("Uuid");

    private final String apiName;

    KeyType(String apiName) {
        this.apiName = apiName;
    }

    /** The key type's name in metadata. */
    public String apiName() {
        return apiName;
    }

    /**
     * An id as the table stores it, or empty if no record can have it: text that is not written exactly as {@link #format} writes it, so that
     * one record never answers to two ids.
     */
    public Optional<Object> parse(String id) {
        return switch (this) {
            case TEXT -> Optional.of(id);
            case NUMBER -> number(id);
            case UUID -> uuid(id);
        };
    }

    /** An id as it is written outside its table. */
    public static String format(Object stored) {
        return stored.toString();
    }

    private static Optional<Object> number(String id) {
        try {
            long value = Long.parseLong(id);
            return Long.toString(value).equals(id) ? Optional.of(value) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static Optional<Object> uuid(String id) {
        try {
            UUID value = java.util.UUID.fromString(id);
            return value.toString().equals(id) ? Optional.of(value) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /**
     * The key type of that name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static KeyType named(String apiName) {
        for (KeyType type : values()) {
            if (type.apiName.equals(apiName)) {
                return type;
            }
        }
        throw new IllegalArgumentException("No key type is named " + apiName);
    }
}
