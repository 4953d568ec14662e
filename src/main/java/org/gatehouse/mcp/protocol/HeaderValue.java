package org.gatehouse.mcp.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Base64;
import java.util.Optional;

/** The encoding of header values that mirror the body (MCP 2026-07-28, standard headers): plain, or {@code =?base64?…?=} around UTF-8. */
final class HeaderValue {
    private static final String PREFIX = "=?base64?";
    private static final String SUFFIX = "?=";

    private HeaderValue() {}

    /** The value that the header stands for; empty if it is encoded wrongly. */
    static Optional<String> decode(String value) {
        if (!value.startsWith(PREFIX) || !value.endsWith(SUFFIX) || value.length() < PREFIX.length() + SUFFIX.length()) {
            return Optional.of(value);
        }
        try {
            String encoded = value.substring(PREFIX.length(), value.length() - SUFFIX.length());
            byte[] decoded = Base64.getDecoder().decode(encoded);
            // RFC 4648 section 3.2: the padding belongs to it; the decoder would do without.
            if (encoded.length() % 4 != 0) {
                return Optional.empty();
            }
            return Optional.of(UTF_8.newDecoder().decode(ByteBuffer.wrap(decoded)).toString());
        } catch (IllegalArgumentException | CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
