package org.gatehouse.console;

import java.net.URI;

/** What a page may load and where its forms may lead (CSP Level 3). No script, no frame, no inline style. */
final class ContentSecurityPolicy {
    static final String HEADER = "Content-Security-Policy";

    private static final String POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'";

    private ContentSecurityPolicy() {}

    /** For pages whose forms lead to pages of this installation. */
    static String internal() {
        return POLICY;
    }

    /** For pages whose forms lead on to a client: browsers apply {@code form-action} to the redirects after the form as well. */
    static String leadingTo(String redirectUri) {
        return POLICY + " " + source(URI.create(redirectUri));
    }

    /** The origin, or for an IPv6 address the scheme: the grammar of CSP has no IPv6 hosts. */
    private static String source(URI uri) {
        boolean ipv6 = uri.getHost().startsWith("[");
        return ipv6 ? uri.getScheme() + ":" : uri.getScheme() + "://" + uri.getHost() + (uri.getPort() == -1 ? "" : ":" + uri.getPort());
    }
}
