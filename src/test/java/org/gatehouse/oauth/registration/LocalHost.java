package org.gatehouse.oauth.registration;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import javax.security.auth.x500.X500Principal;
import org.apache.hc.client5.http.DnsResolver;
import org.gatehouse.platform.network.Outside;
import org.gatehouse.platform.network.PublicAddresses;
import org.wildfly.security.x500.GeneralName;
import org.wildfly.security.x500.cert.SelfSignedX509CertificateAndSigningKey;
import org.wildfly.security.x500.cert.SubjectAlternativeNamesExtension;

/** The host {@value #NAME}: a TLS server on this machine that serves what a test puts on it, and counts who connects and what they ask for. */
final class LocalHost implements AutoCloseable {
    static final String NAME = "client.test.example";
    static final String URL = "https://" + NAME + "/app.json";
    static final AllowedDomains ALLOWED = AllowedDomains.of(List.of(NAME));

    private static final SelfSignedX509CertificateAndSigningKey KEY = SelfSignedX509CertificateAndSigningKey.builder()
            .setDn(new X500Principal("CN=client"))
            .setKeyAlgorithmName("RSA")
            .setSignatureAlgorithmName("SHA256withRSA")
            .addExtension(new SubjectAlternativeNamesExtension(false, List.of(new GeneralName.DNSName(NAME))))
            .build();

    final AtomicInteger connections = new AtomicInteger();
    final Map<String, AtomicInteger> requests = new ConcurrentHashMap<>();

    private final HttpsServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final SSLContext trust;

    LocalHost() throws Exception {
        trust = context(false);
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context(true)) {
            @Override
            public void configure(HttpsParameters parameters) {
                connections.incrementAndGet();
                parameters.setSSLParameters(getSSLContext().getDefaultSSLParameters());
            }
        });
        server.setExecutor(threads);
        server.start();
    }

    /** Answers a path. */
    void serve(String path, Answer answer) {
        server.createContext(path, exchange -> {
            requests.computeIfAbsent(path, key -> new AtomicInteger()).incrementAndGet();
            try (exchange) {
                answer.to(exchange);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    /** Answers a path with JSON. */
    void json(String path, String json, String... headers) {
        serve(path, exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            for (int i = 0; i < headers.length; i += 2) {
                exchange.getResponseHeaders().add(headers[i], headers[i + 1]);
            }
            byte[] body = json.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        });
    }

    /** Stops answering a path with what it had; another answer may follow. */
    void forget(String path) {
        server.removeContext(path);
    }

    int requests(String path) {
        return requests.getOrDefault(path, new AtomicInteger()).get();
    }

    /** The network in which this host's name leads here, and its address is admitted. */
    Outside outside() {
        return outside(names(() -> new InetAddress[] {InetAddress.getLoopbackAddress()}));
    }

    Outside outside(DnsResolver names) {
        return new Outside(names, InetAddress::isLoopbackAddress, trust, server.getAddress().getPort());
    }

    /** The network in which names lead where a test says, with the rule of the real one. */
    Outside guarded(Addresses addresses) {
        return new Outside(names(addresses), PublicAddresses::include, trust, server.getAddress().getPort());
    }

    static DnsResolver names(Addresses addresses) {
        return new DnsResolver() {
            @Override
            public InetAddress[] resolve(String host) throws UnknownHostException {
                return addresses.now();
            }

            @Override
            public String resolveCanonicalHostname(String host) {
                return host;
            }
        };
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private static SSLContext context(boolean serving) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        X509Certificate certificate = KEY.getSelfSignedCertificate();
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        if (serving) {
            store.setKeyEntry("key", KEY.getSigningKey(), new char[0], new X509Certificate[] {certificate});
        } else {
            store.setCertificateEntry("trusted", certificate);
        }
        keys.init(store, new char[0]);
        trust.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(serving ? keys.getKeyManagers() : null, serving ? null : trust.getTrustManagers(), null);
        return context;
    }

    /** What a path answers. */
    interface Answer {
        void to(HttpExchange exchange) throws IOException, InterruptedException;
    }

    /** What a name resolves to at a moment. */
    interface Addresses {
        InetAddress[] now() throws UnknownHostException;
    }
}
