package org.gatehouse.platform.database;

/**
 * Whose a call is.
 *
 * @param connectionId the connection that it came through
 * @param person the person's sign-in name
 * @param app the external client app
 */
public record CallOrigin(String connectionId, String person, String app) {
    /** PostgreSQL keeps so much of an application name (NAMEDATALEN), and cuts what is longer. */
    private static final int LONGEST = 63;

    private static final int LONGEST_PERSON = 36;

    /**
     * The name under which the call's statements stand in the database's own log and in {@code pg_stat_activity}. Only what is harmless in a line
     * of a log is kept: a client chooses its own name.
     */
    String applicationName() {
        String name = fit(person, LONGEST_PERSON) + " via " + app;
        return fit(name, LONGEST);
    }

    private static String fit(String text, int length) {
        String cut = text.length() <= length ? text : text.substring(0, length);
        return cut.replaceAll("[^\\x21-\\x7E ]", "?");
    }
}
