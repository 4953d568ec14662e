package org.gatehouse.catalog.dialogue;

import jakarta.ejb.ApplicationException;

/** Ends a call that is to go on in the background. What it did is undone; it is made again there. */
@ApplicationException(rollback = true)
public final class GoesOnInBackground extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** Nobody reads its stack trace, as it tells of no fault. */
    public GoesOnInBackground() {
        super("The call goes on in the background.", null, false, false);
    }
}
