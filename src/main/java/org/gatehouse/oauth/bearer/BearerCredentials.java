package org.gatehouse.oauth.bearer;

import java.util.List;
import java.util.regex.Pattern;

/** What a request's {@code Authorization} headers carry (RFC 6750 section 2.1, the only way of presenting a token here). */
sealed interface BearerCredentials {

    /** Nothing. */
    record Absent() implements BearerCredentials {}

    /** Something that is not exactly one bearer token. */
    record Malformed() implements BearerCredentials {}

    /** One bearer token, not checked yet. */
    record Token(String value) implements BearerCredentials {
        /** Keeps the token out of logs. */
        @Override
        public String toString() {
            return "Token[…]";
        }
    }

    /** RFC 6750 section 2.1: b64token. The scheme's name is case-insensitive (RFC 9110 section 11.1), the space is exactly one. */
    Pattern BEARER = Pattern.compile("(?i:Bearer) ([A-Za-z0-9\\-._~+/]++=*+)");

    /** Reads them. Of two headers, or of a list in one, none counts: choosing one is how two checks come to see two tokens. */
    static BearerCredentials parse(List<String> headers) {
        if (headers.isEmpty()) {
            return new Absent();
        }
        var match = BEARER.matcher(headers.getFirst());
        return headers.size() == 1 && match.matches() ? new Token(match.group(1)) : new Malformed();
    }
}
