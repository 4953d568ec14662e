package org.gatehouse.oauth.client;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Says which redirect URIs are acceptable and compares them: exactly, but for the port of a loopback address. */
public final class RedirectUris {
    /** RFC 8252 section 7.3 names the addresses; {@code localhost} joins them because installed clients use it. */
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "[::1]", "localhost");

    /** Schemes that make a browser run, read or send something itself. A client's own scheme (RFC 8252 section 7.1) is none of them. */
    private static final Set<String> NEVER = Set.of(
            "about", "blob", "chrome", "content", "data", "file", "filesystem", "ftp", "http", "https", "intent", "jar", "javascript",
            "livescript", "mailto", "mocha", "ms-appx", "res", "resource", "sms", "tel", "vbscript", "view-source", "ws", "wss");

    private RedirectUris() {}

    /**
     * Whether codes may be sent there at all: asked when a client is saved and again at every use.
     *
     * @param customSchemes whether the administrator allowed this client a scheme of its own
     */
    public static boolean acceptable(String uri, boolean customSchemes) {
        return safe(uri, customSchemes).isPresent();
    }

    /** Whether it leads to a program on the person's own machine, which any program there can pose as (RFC 8252 section 8.6). */
    public static boolean leadsToThisMachine(String uri) {
        return safe(uri, true).filter(known -> !"https".equals(known.getScheme())).isPresent();
    }

    /** Whether a requested redirect URI is the registered one, and one that codes may be sent to at all. */
    static boolean match(String registered, String requested, boolean customSchemes) {
        Optional<URI> uri = safe(requested, customSchemes);
        if (uri.isEmpty()) {
            return false;
        }
        // RFC 9700 section 2.1: exact string matching, "except for port numbers in localhost redirection URIs of native apps".
        return registered.equals(requested) || (loopback(uri.get()) && matchesIgnoringPort(registered, uri.get(), requested));
    }

    /** Codes travel over TLS or within the machine only (OAuth 2.1 section 2.3). */
    private static Optional<URI> safe(String text, boolean customSchemes) {
        try {
            URI uri = new URI(text);
            boolean where = uri.getHost() != null && ("https".equals(uri.getScheme()) || loopback(uri));
            boolean plain = uri.getRawUserInfo() == null && uri.getRawFragment() == null;
            boolean ascii = text.chars().allMatch(c -> c > ' ' && c < 0x7f);
            return (where || (customSchemes && custom(uri))) && plain && ascii ? Optional.of(uri) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static boolean custom(URI uri) {
        String scheme = uri.getScheme();
        return scheme != null && scheme.equals(scheme.toLowerCase(Locale.ROOT)) && !NEVER.contains(scheme) && !uri.isOpaque();
    }

    private static boolean loopback(URI uri) {
        return "http".equals(uri.getScheme()) && uri.getHost() != null && LOOPBACK.contains(uri.getHost());
    }

    /** "The authorization server MUST allow any port to be specified at the time of the request" (RFC 8252 section 7.3). */
    private static boolean matchesIgnoringPort(String registered, URI requested, String text) {
        Optional<URI> known = safe(registered, false).filter(RedirectUris::loopback);
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
