package org.gatehouse.identity.external;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Ends a sign-in by an external provider. */
final class ExternalRefusal extends Exception {
    private static final long serialVersionUID = 1;

    private final ExternalReason reason;
    private final @Nullable String userId;

    ExternalRefusal(ExternalReason reason) {
        this(reason, null, null);
    }

    ExternalRefusal(ExternalReason reason, Throwable cause) {
        this(reason, cause, null);
    }

    /** For a person who was found. */
    ExternalRefusal(ExternalReason reason, String userId) {
        this(reason, null, userId);
    }

    private ExternalRefusal(ExternalReason reason, @Nullable Throwable cause, @Nullable String userId) {
        super(reason.name(), cause, false, false);
        this.reason = reason;
        this.userId = userId;
    }

    ExternalReason reason() {
        return reason;
    }

    Optional<String> userId() {
        return Optional.ofNullable(userId);
    }

    /** What lies behind it, for the operator; from outside in part. */
    String detail() {
        Throwable cause = getCause();
        return cause == null ? "" : String.valueOf(cause.getMessage());
    }
}
