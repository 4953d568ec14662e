package org.gatehouse.oauth.client;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compares redirect URIs: exactly, but for the port of a loopback address. */
final class RedirectUris {
    /** RFC 8252 section 7.3 names the addresses; {@code localhost} joins them because installed clients use it. */
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "[::1]", "localhost");

    private RedirectUris() {}

    /** Whether a requested redirect URI is the registered one, and one that codes may be sent to at all. */
    static boolean match(String registered, String requested) {
        Optional<URI> uri = safe(requested);
        if (uri.isEmpty()) {
            return false;
        }
        // RFC 9700 section 2.1: exact string matching, "except for port numbers in localhost redirection URIs of native apps".
        return registered.equals(requested) || (loopback(uri.get()) && matchesIgnoringPort(registered, uri.get(), requested));
    }

    /** Codes travel over TLS or within the machine only (OAuth 2.1 section 2.3); a private-use scheme would need a policy. */
    private static Optional<URI> safe(String text) {
        try {
            URI uri = new URI(text);
            boolean where = "https".equals(uri.getScheme()) || loopback(uri);
            boolean plain = uri.getHost() != null && uri.getRawUserInfo() == null && uri.getRawFragment() == null;
            boolean ascii = text.chars().allMatch(c -> c > ' ' && c < 0x7f);
            return where && plain && ascii ? Optional.of(uri) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static boolean loopback(URI uri) {
        return "http".equals(uri.getScheme()) && uri.getHost() != null && LOOPBACK.contains(uri.getHost());
    }

    /** "The authorization server MUST allow any port to be specified at the time of the request" (RFC 8252 section 7.3). */
    private static boolean matchesIgnoringPort(String registered, URI requested, String text) {
        Optional<URI> known = safe(registered).filter(RedirectUris::loopback);
        if (known.isEmpty() || requested.getPort() > 65_535) {
            return false;
        }
        // Built anew from its parts, so that nothing but the port can differ from the registered text.
        String port = requested.getPort() == -1 ? "" : ":" + requested.getPort();
        return withPort(known.get(), port).equals(text);
    }

    private static String withPort(URI uri, String port) {
        return uri.getScheme() + "://" + uri.getHost() + port + uri.getRawPath() + query(uri.getRawQuery());
    }

    private static String query(@Nullable String query) {
        return query == null ? "" : "?" + query;
    }
}
