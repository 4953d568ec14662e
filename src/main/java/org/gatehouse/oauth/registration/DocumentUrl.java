package org.gatehouse.oauth.registration;

import java.net.URI;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A URL that this server may fetch: on a host that the administrator listed, and written in the one plainest way. */
record DocumentUrl(URI uri) {
    /** As long as a {@code client_id} may be. */
    static final int LONGEST = 200;

    /**
     * Client ID Metadata Document, section 3: the URL has the scheme https and a path, and neither fragment, user-info nor dot segments. It
     * may have a port or a query, which no client in the field has; they and percent-encoding are refused, because each of them is a second
     * way of writing the same name.
     */
    private static final Pattern PLAIN = Pattern.compile("https://([a-z0-9-]+(?:\\.[a-z0-9-]+)+)((?:/[A-Za-z0-9._~!$&'()*+,;=:@-]+)+/?)");

    static Optional<DocumentUrl> parse(String text, AllowedDomains domains) {
        Matcher matcher = PLAIN.matcher(text);
        if (text.length() > LONGEST || !matcher.matches() || !domains.include(matcher.group(1)) || hasDotSegment(matcher.group(2))) {
            return Optional.empty();
        }
        return Optional.of(new DocumentUrl(URI.create(text)));
    }

    private static boolean hasDotSegment(String path) {
        return Arrays.stream(path.split("/")).anyMatch(segment -> segment.equals(".") || segment.equals(".."));
    }
}
