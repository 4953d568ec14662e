package org.gatehouse.extension;

/**
 * One message of a prompt.
 *
 * @param role {@code user} or {@code assistant}
 */
public record PromptMessage(String role, String text) {
    public PromptMessage {
        if (!role.equals("user") && !role.equals("assistant")) {
            throw new IllegalArgumentException("A role is user or assistant: " + role);
        }
    }

    /** What the person says. */
    public static PromptMessage user(String text) {
        return new PromptMessage("user", text);
    }

    /** What the model says. */
    public static PromptMessage assistant(String text) {
        return new PromptMessage("assistant", text);
    }
}
