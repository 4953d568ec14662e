package org.gatehouse.audit.alert;

import org.jspecify.annotations.Nullable;

/**
 * An alert that was raised.
 *
 * @param raisedAt in ISO 8601
 * @param subject whose events they were: a person's id, a client's id, a connection's id or an address; empty for all together
 * @param username the person's sign-in name, as far as the last of the events had it
 * @param clientId the app, where the subject is one or has one
 * @param times how many events there were
 * @param threshold how many it took
 * @param minutes within what time
 * @param frozen whether the connection was frozen
 */
public record RaisedAlert(
        long id, String alert, String raisedAt, Each each, String subject, @Nullable String username, @Nullable String clientId, long times,
        long threshold, int minutes, boolean frozen) {
    /** In words. */
    public String text() {
        String who = switch (each) {
            case ALL -> "all together";
            case PERSON -> "of the person " + (username == null ? subject : username);
            case APP -> "of the app " + subject;
            case CONNECTION -> "of the connection of " + (username == null ? "a person" : username) + " through " + clientId + " (" + subject + ")";
            case ADDRESS -> "from " + subject;
        };
        return alert + ": " + times + " events in " + minutes + (minutes == 1 ? " minute " : " minutes ") + who
                + (frozen ? "; the connection is frozen" : "");
    }
}
