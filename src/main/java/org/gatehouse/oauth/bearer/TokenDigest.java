package org.gatehouse.oauth.bearer;

import jakarta.servlet.ServletRequest;
import org.jspecify.annotations.Nullable;

/** The hash of the token that a request came with, for its event: whoever finds a token somewhere can find what was done with it. */
public final class TokenDigest {
    private static final String ATTRIBUTE = TokenDigest.class.getName();

    private TokenDigest() {}

    static void remember(ServletRequest request, String digest) {
        request.setAttribute(ATTRIBUTE, digest);
    }

    /** SHA-256 of the token in hexadecimal; none where a request brought no token. */
    public static @Nullable String of(ServletRequest request) {
        return (String) request.getAttribute(ATTRIBUTE);
    }
}
