package org.gatehouse.oauth.client;

/** How a client came to be known, as the database names it. All kinds stand under the same app policy. */
public enum ClientKind {
    /** An administrator entered it. */
    PRE_REGISTERED("PreRegistered"),
    /** Its id is the URL of a document that describes it (Client ID Metadata Documents). */
    METADATA_DOCUMENT("MetadataDocument"),
    /** It registered itself (RFC 7591). */
    DYNAMIC("Dynamic");

    private final String key;

    ClientKind(String key) {
        this.key = key;
    }

    /** The name in the database and in the API. */
    public String key() {
        return key;
    }
}
