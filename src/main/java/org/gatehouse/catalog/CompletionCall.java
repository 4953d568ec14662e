package org.gatehouse.catalog;

import org.gatehouse.audit.AuditDraft;
import org.gatehouse.catalog.dialogue.Dialogue;
import org.gatehouse.identity.Caller;

/**
 * One request for values of an argument or variable (MCP, server/utilities/completion), admitted.
 *
 * @param caller among whose records values are looked for
 * @param name the argument or variable
 * @param begun the text that the values begin with; empty for any
 */
public record CompletionCall(Caller caller, String name, String begun, Dialogue dialogue, AuditDraft audit) implements Noted {}
