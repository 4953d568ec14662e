package org.gatehouse.catalog;

import org.gatehouse.audit.AuditDraft;
import org.gatehouse.catalog.dialogue.Dialogue;
import org.gatehouse.identity.Caller;

/** One reading of a resource, admitted. */
public record ResourceCall(Caller caller, String uri, Dialogue dialogue, AuditDraft audit) implements Noted {}
