package org.gatehouse.catalog.openapi;

/** Why a part of a description cannot be used, in words for the administrator. */
final class NotUsable extends Exception {
    private static final long serialVersionUID = 1;

    NotUsable(String message) {
        super(message);
    }

    /** What went wrong. */
    String reason() {
        return String.valueOf(getMessage());
    }
}
