package org.gatehouse.catalog.upstream;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Why there is no answer that could be used, in words that an agent may read: nothing of the network is in them. */
final class NoAnswer extends IOException {
    private static final long serialVersionUID = 1;

    private final int status;

    /**
     * A failure.
     *
     * @param status the status that a gateway has for it (RFC 9110 section 15.6)
     */
    NoAnswer(int status, String reason, @Nullable Throwable cause) {
        super(reason, cause);
        this.status = status;
    }

    int status() {
        return status;
    }

    String reason() {
        return String.valueOf(getMessage());
    }

    /** For the log: our own words, and the kinds of the causes. Their words could be those of the other side. */
    String logged() {
        StringBuilder text = new StringBuilder(reason());
        for (Throwable cause = getCause(); cause != null; cause = cause.getCause()) {
            text.append(" <- ").append(cause.getClass().getSimpleName());
        }
        return text.toString();
    }
}
