package org.gatehouse.catalog.dialogue;

import jakarta.ejb.ApplicationException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Ends a call that cannot go on without answers of its client. What the call did is undone; it is made again with the answers. */
@ApplicationException(rollback = true)
public final class InputRequired extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Map<String, InputRequest> questions;

    /** A call that needs answers to these questions, each under a name of the call's choice. */
    public InputRequired(Map<String, InputRequest> questions) {
        // It tells of no fault, so nobody reads its stack trace.
        super("The call needs answers of its client.", null, false, false);
        this.questions = new LinkedHashMap<>(questions);
    }

    /** The open questions by name. */
    public Map<String, InputRequest> questions() {
        return questions;
    }
}
