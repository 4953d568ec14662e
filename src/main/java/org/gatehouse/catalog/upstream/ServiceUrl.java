package org.gatehouse.catalog.upstream;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a service is: {@code https}, or {@code http} on this machine, written in the one plainest way.
 *
 * @param scheme {@code https} or {@code http}
 * @param host a DNS name in lower case, an IPv4 address, or {@code [::1]}
 * @param port always there
 * @param path without a slash at its end; empty for the root
 */
public record ServiceUrl(String scheme, String host, int port, String path) {
    private static final int LONGEST = 500;
    private static final int HTTP = 80;
    private static final int HTTPS = 443;
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    /** Neither user-info nor query nor fragment; percent-encoding would be a second way of writing the same path. */
    private static final Pattern PLAIN = Pattern.compile(
            "(https?)://([a-z0-9][a-z0-9.-]*|\\[::1])(?::([1-9][0-9]{0,4}))?((?:/[A-Za-z0-9._~!$&'()*+,;=:@-]+)*)/?");

    /** The URL that a text is, if it is one that can be called. */
    public static Optional<ServiceUrl> parse(@Nullable String text) {
        Matcher matcher = PLAIN.matcher(text == null || text.length() > LONGEST ? "" : text);
        if (!matcher.matches() || !AllowedHosts.isHost(matcher.group(2)) || hasDotSegment(matcher.group(4))) {
            return Optional.empty();
        }
        boolean secure = matcher.group(1).equals("https");
        int port = matcher.group(3) == null ? (secure ? HTTPS : HTTP) : Integer.parseInt(matcher.group(3));
        ServiceUrl url = new ServiceUrl(matcher.group(1), matcher.group(2), port, matcher.group(4));
        return Optional.of(url).filter(it -> port <= 65_535 && (secure || it.isLoopback()));
    }

    private static boolean hasDotSegment(String path) {
        return List.of(path.split("/")).stream().anyMatch(segment -> segment.equals(".") || segment.equals(".."));
    }

    private boolean isLoopback() {
        return LOOPBACK.contains(host);
    }

    /** Host and port, as the operator lists them. */
    public String authority() {
        return host + ":" + port;
    }

    /**
     * The URL of something under it.
     *
     * @param encoded path and query, percent-encoded
     */
    URI resolve(String encoded) {
        return URI.create(scheme + "://" + authority() + path + encoded);
    }

    @Override
    public String toString() {
        boolean usual = port == (scheme.equals("https") ? HTTPS : HTTP);
        return scheme + "://" + host + (usual ? "" : ":" + port) + path;
    }
}
