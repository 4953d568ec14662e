package org.gatehouse.oauth.grant;

/** Whose connections are ended together. */
public sealed interface RevocationTarget {
    /** Everybody's. */
    record Everything() implements RevocationTarget {}

    /** Those through one client. */
    record OfClient(String clientId) implements RevocationTarget {}

    /** Those of one person. */
    record OfPerson(String userId) implements RevocationTarget {}

    /** Those of all who have a profile now, by its API name. */
    record OfProfile(String profile) implements RevocationTarget {}
}
