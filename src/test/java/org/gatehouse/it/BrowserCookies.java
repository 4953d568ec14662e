package org.gatehouse.it;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Cookies as browsers keep them: this machine counts as secure without TLS (W3C Secure Contexts section 3.1), and Keycloak relies on it. */
final class BrowserCookies extends CookieManager {
    BrowserCookies() {
        super(null, CookiePolicy.ACCEPT_ALL);
    }

    @Override
    public void put(URI uri, Map<String, List<String>> headers) throws IOException {
        Map<String, List<String>> kept = new LinkedHashMap<>();
        headers.forEach((name, values) -> kept.put(
                name,
                name.equalsIgnoreCase("Set-Cookie") ? values.stream().map(value -> value.replaceAll("(?i); *Secure(?=;|$)", "")).toList() : values));
        super.put(uri, kept);
    }
}
