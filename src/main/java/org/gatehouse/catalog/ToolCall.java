package org.gatehouse.catalog;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.gatehouse.audit.AuditDraft;
import org.gatehouse.identity.Caller;

/**
 * One call of a tool, admitted and checked.
 *
 * @param caller on whose behalf it runs
 * @param arguments valid against the tool's input schema
 * @param audit where the tool notes the objects and rows it touched
 */
public record ToolCall(Caller caller, ObjectNode arguments, AuditDraft audit) implements Noted {}
