package org.gatehouse.metadata;

import org.jspecify.annotations.Nullable;

/**
 * What a field is beyond its name and type. Most fields are {@link #PLAIN}.
 *
 * @param unique whether no two records share a value
 * @param externalId whether the value identifies the record in another system
 * @param restricted whether a picklist takes only its own values
 * @param trackHistory whether changes leave a line in the field history
 * @param keyType how an id or a reference is stored
 * @param formula the expression over the same record that the value is computed from; such a field has no column
 * @param defaultValue what a new record has where nothing is given, as text
 * @param autoNumberFormat how the next number is written, for example {@code C-{000000}}
 * @param zoneless whether a time is stored without its zone, which then is UTC
 * @param implicitParent whether whoever has a grant on this record may read the one that the field points to
 */
public record FieldTraits(
        boolean unique,
        boolean externalId,
        boolean restricted,
        boolean trackHistory,
        KeyType keyType,
        @Nullable String formula,
        @Nullable String defaultValue,
        @Nullable String autoNumberFormat,
        boolean zoneless,
        boolean implicitParent) {
    /** A field with nothing special about it. */
    public static final FieldTraits PLAIN = new FieldTraits(false, false, false, false, KeyType.TEXT, null, null, null, false, false);

    /** The same, stored as that type of key. */
    public FieldTraits withKeyType(KeyType type) {
        return new FieldTraits(unique, externalId, restricted, trackHistory, type, formula, defaultValue, autoNumberFormat, zoneless, implicitParent);
    }

    /** The same, computed by that formula. */
    public FieldTraits withFormula(String expression) {
        return new FieldTraits(unique, externalId, restricted, trackHistory, keyType, expression, defaultValue, autoNumberFormat, zoneless, implicitParent);
    }

    /** The same, opening the record it points to for reading. */
    public FieldTraits withImplicitParent() {
        return new FieldTraits(unique, externalId, restricted, trackHistory, keyType, formula, defaultValue, autoNumberFormat, zoneless, true);
    }

    /** The same, a time without its zone. */
    public FieldTraits withoutZone() {
        return new FieldTraits(
                unique, externalId, restricted, trackHistory, keyType, formula, defaultValue, autoNumberFormat, true, implicitParent);
    }
}
