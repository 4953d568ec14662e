package org.gatehouse.extension;

import jakarta.ejb.ApplicationException;

/** Ends a call with words for the model, and undoes what it wrote. Any other exception is a fault, of which nobody but the operator learns more than that there was one. */
@ApplicationException(rollback = true)
public class ToolCallException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** A failure in these words, which the model and the person get to read. */
    public ToolCallException(String message) {
        super(message);
    }

    /** The same, with what the operator finds in the log. */
    public ToolCallException(String message, Throwable cause) {
        super(message, cause);
    }
}
