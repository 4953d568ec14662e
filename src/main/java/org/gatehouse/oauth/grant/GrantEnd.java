package org.gatehouse.oauth.grant;

/** Why a connection ended, as the database and the log name it. */
enum GrantEnd {
    /** The person ended it. */
    PERSON("person"),
    /** An administrator ended it, by itself or with others. */
    ADMINISTRATOR("administrator"),
    /** The person got another password, in an organisation where connections end with it. */
    PASSWORD_CHANGE("password-change"),
    /** The client gave it back (RFC 7009). */
    CLIENT("client"),
    /** Its code was presented again (RFC 6749 section 4.1.2). */
    CODE_REPLAY("code-replay"),
    /** Its code was presented without what belongs to it. */
    CODE_MISUSE("code-misuse"),
    /** A refresh token that was already exchanged was presented again (RFC 9700 section 4.14.2). */
    REFRESH_TOKEN_REUSE("refresh-token-reuse");

    private final String key;

    GrantEnd(String key) {
        this.key = key;
    }

    /** Whether somebody did what only a thief or a broken client does. */
    boolean misuse() {
        return switch (this) {
            case PERSON, ADMINISTRATOR, PASSWORD_CHANGE, CLIENT -> false;
            case CODE_REPLAY, CODE_MISUSE, REFRESH_TOKEN_REUSE -> true;
        };
    }

    String key() {
        return key;
    }
}
