package org.gatehouse.oauth.registration;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A document that could not be had, or that is not taken. Why is for the operator; the asker learns nothing about the network. */
final class FetchRefused extends IOException {
    private static final long serialVersionUID = 1;

    FetchRefused(String reason) {
        super(reason);
    }

    FetchRefused(String reason, @Nullable Throwable cause) {
        super(reason, cause);
    }
}
