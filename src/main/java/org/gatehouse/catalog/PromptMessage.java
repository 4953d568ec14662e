package org.gatehouse.catalog;

import org.gatehouse.catalog.content.Content;

/**
 * One message of a prompt.
 *
 * @param role {@code user} or {@code assistant}
 */
public record PromptMessage(String role, Content content) {
    /** A message of words. */
    public PromptMessage(String role, String text) {
        this(role, new Content.Text(text));
    }
}
