package org.gatehouse.metadata.validation;

import org.jspecify.annotations.Nullable;

/**
 * A rule as an administrator writes and reads it.
 *
 * @param condition the formula that is true for a record that is wrong
 * @param message what is said then: what the person or the agent should do
 * @param errorField the field that the message is about, if it is about one
 * @param active whether it is asked; yes where it is left out
 * @param version the version at which it was read, null for a new one
 */
public record ValidationRule(
        String name, String condition, String message, @Nullable String errorField, @Nullable Boolean active, @Nullable Integer version) {}
