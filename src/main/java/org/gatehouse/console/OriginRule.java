package org.gatehouse.console;

import java.net.URI;
import java.util.Locale;
import org.gatehouse.platform.configuration.Deployment;
import org.jspecify.annotations.Nullable;

/**
 * Whether a request that changes something comes from one of this installation's own pages, by what the browser itself says (Fetch Metadata,
 * and the {@code Origin} header of the Fetch standard). Programs that say nothing are judged by the view state alone.
 */
final class OriginRule {
    private static final String OPAQUE = "null";

    private final String origin;
    private final boolean secure;

    OriginRule(Deployment deployment) {
        this.origin = origin(URI.create(deployment.publicUrl()));
        this.secure = deployment.secure();
    }

    /**
     * Whether the request is to be served.
     *
     * @param originHeader the {@code Origin} header
     * @param fetchSite the {@code Sec-Fetch-Site} header
     */
    boolean admits(@Nullable String originHeader, @Nullable String fetchSite) {
        if (fetchSite != null && !fetchSite.equals("same-origin")) {
            return false;
        }
        if (originHeader == null || originHeader.equals(origin)) {
            return true;
        }
        // Our Referrer-Policy makes browsers send "null" from our own pages too. Then Sec-Fetch-Site tells; browsers send that to https and
        // to this machine only, so without TLS its absence proves nothing and the cookie's SameSite has to do.
        return originHeader.equals(OPAQUE) && (fetchSite != null || !secure);
    }

    /** The origin as browsers write it: lower case, no default port. */
    private static String origin(URI url) {
        boolean defaultPort = url.getPort() == -1 || url.getPort() == ("https".equals(url.getScheme()) ? 443 : 80);
        return url.getScheme() + "://" + url.getHost().toLowerCase(Locale.ROOT) + (defaultPort ? "" : ":" + url.getPort());
    }
}
