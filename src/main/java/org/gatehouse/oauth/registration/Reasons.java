package org.gatehouse.oauth.registration;

/** Says in one line of a log why something from outside was not taken. */
final class Reasons {
    private static final int LONGEST = 200;

    private Reasons() {}

    /** Our own words and the kind of the cause. The cause's words could be those of the other side; what is left is made printable. */
    static String of(Exception refusal) {
        String cause = refusal.getCause() == null ? "" : " (" + refusal.getCause().getClass().getSimpleName() + ")";
        String text = refusal.getMessage() + cause;
        return text.substring(0, Math.min(text.length(), LONGEST)).replaceAll("[^ -~]", "?");
    }
}
