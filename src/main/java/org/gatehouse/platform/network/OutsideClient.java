package org.gatehouse.platform.network;

import java.time.Duration;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.HostnameVerificationPolicy;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.util.Timeout;

/** Makes the HTTP client that goes outside: it follows nothing, keeps nothing, retries nothing and asks no proxy. */
public final class OutsideClient {
    private static final int LONGEST_LINE = 8_192;
    private static final int MOST_HEADERS = 100;
    private static final int HTTPS = 443;

    private OutsideClient() {}

    /** A client for this network, with bounds of time and number. */
    public static CloseableHttpClient of(Outside outside, Duration timeout, int connections) {
        return HttpClients.custom()
                .setConnectionManager(connections(outside, Timeout.of(timeout), connections))
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(Timeout.of(timeout))
                        .setResponseTimeout(Timeout.of(timeout))
                        .build())
                // A kept connection would serve the next request without its address being checked.
                .setConnectionReuseStrategy((request, response, context) -> false)
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableContentCompression()
                .disableCookieManagement()
                .disableAuthCaching()
                .setUserAgent("Gatehouse")
                .build();
    }

    private static PoolingHttpClientConnectionManager connections(Outside outside, Timeout timeout, int most) {
        return PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(new CheckedNames(outside.names(), outside.admitted()))
                .setSchemePortResolver(host -> host.getPort() == HTTPS ? outside.port() : host.getPort())
                // The platform's own check of the certificate's name, during the handshake (RFC 9110 section 4.3.4).
                .setTlsSocketStrategy(new DefaultClientTlsStrategy(outside.tls(), HostnameVerificationPolicy.BUILTIN, null))
                .setDefaultTlsConfig(TlsConfig.custom().setHandshakeTimeout(timeout).build())
                .setDefaultConnectionConfig(ConnectionConfig.custom().setConnectTimeout(timeout).setSocketTimeout(timeout).build())
                .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                        .http1Config(Http1Config.custom().setMaxLineLength(LONGEST_LINE).setMaxHeaderCount(MOST_HEADERS).build())
                        .build())
                .setMaxConnTotal(most)
                .setMaxConnPerRoute(most)
                .build();
    }
}
