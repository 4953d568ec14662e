package org.gatehouse.oauth.endpoint;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads {@code application/x-www-form-urlencoded} text, strictly. The container's reader is not used because it forgives: it replaces what is
 * not UTF-8 and mixes the query into the body.
 */
public final class FormParameters {
    /** Longest text that is read. */
    static final int MAX_LENGTH = 16 * 1024;

    private static final int MOST = 50;

    private FormParameters() {}

    /**
     * The parameters by name, in order, each with all its values. Empty ones are left out: "Parameters sent without a value MUST be treated
     * as if they were omitted from the request" (RFC 6749 section 3.1).
     *
     * @throws Malformed if it is too long, has too many parameters, or is not percent-encoded UTF-8 without control characters
     */
    public static Map<String, List<String>> parse(String text) throws Malformed {
        if (text.length() > MAX_LENGTH) {
            throw new Malformed();
        }
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        int count = 0;
        for (String pair : text.split("&", MOST + 2)) {
            if (++count > MOST) {
                throw new Malformed();
            }
            int equals = pair.indexOf('=');
            String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
            String name = decode(equals < 0 ? pair : pair.substring(0, equals));
            if (!value.isEmpty()) {
                parameters.computeIfAbsent(name, key -> new ArrayList<>()).add(value);
            }
        }
        return Collections.unmodifiableMap(parameters);
    }

    private static String decode(String text) throws Malformed {
        ByteBuffer bytes = ByteBuffer.allocate(text.length() * 3);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '+') {
                bytes.put((byte) ' ');
            } else if (c == '%') {
                bytes.put(octet(text, i));
                i += 2;
            } else if (c > ' ' && c < 0x7f) {
                bytes.put((byte) c);
            } else {
                throw new Malformed();
            }
        }
        try {
            String decoded = StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString();
            if (decoded.chars().anyMatch(Character::isISOControl)) {
                throw new Malformed();
            }
            return decoded;
        } catch (CharacterCodingException e) {
            throw new Malformed();
        }
    }

    private static byte octet(String text, int at) throws Malformed {
        int high = at + 2 < text.length() ? Character.digit(text.charAt(at + 1), 16) : -1;
        int low = at + 2 < text.length() ? Character.digit(text.charAt(at + 2), 16) : -1;
        if (high < 0 || low < 0) {
            throw new Malformed();
        }
        return (byte) (high << 4 | low);
    }

    /** Text that is not what it should be. */
    public static final class Malformed extends Exception {
        private static final long serialVersionUID = 1;
    }
}
