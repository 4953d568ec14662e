package org.gatehouse.catalog;

import java.util.Map;
import org.gatehouse.audit.AuditDraft;
import org.gatehouse.catalog.dialogue.Dialogue;
import org.gatehouse.identity.Caller;

/**
 * One request for a prompt, admitted; the arguments are texts, not yet looked at.
 *
 * @param caller with whose rights records are read into it
 */
public record PromptCall(Caller caller, Map<String, String> arguments, Dialogue dialogue, AuditDraft audit) implements Noted {
    public PromptCall {
        arguments = Map.copyOf(arguments);
    }
}
