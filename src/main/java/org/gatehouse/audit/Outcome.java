package org.gatehouse.audit;

/** How an audited call ended. */
public enum Outcome {
    /** It did what was asked. */
    SUCCESS,
    /** It was refused: not permitted, not found, or asked wrongly. */
    REFUSED,
    /** The server failed. */
    FAILED
}
