package org.gatehouse.catalog;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.gatehouse.audit.AuditDraft;
import org.gatehouse.catalog.dialogue.Dialogue;
import org.gatehouse.identity.Caller;

/**
 * One call of a tool, admitted and checked.
 *
 * @param caller on whose behalf it runs
 * @param arguments valid against the tool's input schema
 * @param dialogue its client
 * @param audit where the tool notes the objects and rows it touched
 */
public record ToolCall(Caller caller, ObjectNode arguments, Dialogue dialogue, AuditDraft audit) implements Noted {}
