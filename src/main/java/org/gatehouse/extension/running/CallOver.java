package org.gatehouse.extension.running;

/** Unwinds a developer's code whose call is over. An error, so that code which catches every exception still ends. */
final class CallOver extends Error {
    private static final long serialVersionUID = 1;

    CallOver() {
        // It tells of no fault, so nobody reads its stack trace.
        super("The call is over.", null, false, false);
    }
}
