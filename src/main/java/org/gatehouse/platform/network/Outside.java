package org.gatehouse.platform.network;

import java.net.InetAddress;
import java.security.NoSuchAlgorithmException;
import java.util.function.Predicate;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;

/**
 * The network that documents are fetched from. There is the internet, and what tests build in its place: this is no setting, so nobody can
 * leave it on.
 *
 * @param names who knows the addresses of a name
 * @param admitted the addresses that may be connected to
 * @param tls whose certificates are trusted
 * @param port where https is served; a URL with a port of its own goes there
 */
public record Outside(DnsResolver names, Predicate<InetAddress> admitted, SSLContext tls, int port) {
    private static final int HTTPS = 443;

    public static Outside internet() {
        try {
            return new Outside(SystemDefaultDnsResolver.INSTANCE, PublicAddresses::include, SSLContext.getDefault(), HTTPS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("The platform has no default TLS context", e);
        }
    }
}
