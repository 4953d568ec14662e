package org.gatehouse.catalog;

/**
 * One message of a prompt.
 *
 * @param role {@code user} or {@code assistant}
 */
public record PromptMessage(String role, String text) {}
