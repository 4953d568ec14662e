package org.gatehouse.identity.external;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.oauth2.sdk.id.Issuer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** OpenID Connect Discovery 1.0; what a provider's server may do to the one that asks it. */
class ProviderDiscoveryTest {
    private final TestProvider provider = new TestProvider();
    private final ProviderHttp http = new ProviderHttp();
    private final ProviderDiscovery discovery = new ProviderDiscovery(http);

    @AfterEach
    void stop() {
        provider.close();
    }

    @Test
    void asksOnceAndRemembers() throws Exception {
        var first = discovery.discover(new Issuer(provider.issuer));
        var second = discovery.discover(new Issuer(provider.issuer));

        assertThat(second).isSameAs(first);
        assertThat(provider.metadataRequests).hasValue(1);
    }

    @Test
    void refusesMetadataOfAnotherIssuer() {
        provider.metadata.put("issuer", "https://other.example");

        assertUnreachable(() -> discovery.discover(new Issuer(provider.issuer)));
    }

    @Test
    void refusesEndpointsWithoutTls() {
        for (String endpoint : new String[] {"authorization_endpoint", "token_endpoint", "jwks_uri"}) {
            provider.metadata.clear();
            provider.metadata.put(endpoint, "http://provider.example/x");

            assertUnreachable(() -> discovery.discover(new Issuer(provider.issuer)));
        }
    }

    @Test
    void refusesMetadataThatLackAnEndpointOrAreNone() {
        provider.metadata.put("token_endpoint", "");
        assertUnreachable(() -> discovery.discover(new Issuer(provider.issuer)));

        provider.metadataText = "<html>";
        assertUnreachable(() -> discovery.discover(new Issuer(provider.issuer)));
    }

    @Test
    void refusesAnAnswerThatIsTooLarge() {
        provider.metadataText = " ".repeat(ProviderHttp.LARGEST + 1);

        assertUnreachable(() -> discovery.discover(new Issuer(provider.issuer)));
    }

    @Test
    void followsNoRedirect() {
        assertThatThrownBy(() -> http.get(URI.create(provider.issuer + "/redirect"))).isInstanceOf(IOException.class).hasMessage("Status 302");
    }

    @Test
    void givesUpOnAnAnswerThatNeverEnds() throws Exception {
        try (var drip = new Drip()) {
            var impatient = new ProviderHttp(Duration.ofMillis(500));
            long start = System.nanoTime();

            assertThatThrownBy(() -> impatient.get(drip.url())).isInstanceOf(IOException.class);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
        }
    }

    @Test
    void asksForKeysAgainOnlyNowAndThen() throws Exception {
        var keys = discovery.discover(new Issuer(provider.issuer)).keys();
        for (int i = 0; i < 20; i++) {
            var unknown = new JWKSelector(new JWKMatcher.Builder().keyID("unknown-" + i).algorithm(JWSAlgorithm.RS256).build());
            try {
                assertThat(keys.get(unknown, null)).isEmpty();
            } catch (RateLimitReachedException e) {
                assertThat(i).isPositive();
            }
        }

        assertThat(provider.keyRequests.get()).isBetween(1, 3);
    }

    private static void assertUnreachable(ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(
                ExternalRefusal.class, refusal -> assertThat(refusal.reason()).isEqualTo(ExternalReason.PROVIDER_UNREACHABLE));
    }

    /** A server that sends one byte now and then. */
    private static final class Drip implements AutoCloseable {
        private final ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        private final AtomicBoolean open = new AtomicBoolean(true);

        Drip() throws IOException {
            Thread.ofVirtual().start(() -> {
                try (var socket = server.accept()) {
                    var out = socket.getOutputStream();
                    out.write("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                    while (open.get()) {
                        out.write(' ');
                        out.flush();
                        Thread.sleep(50);
                    }
                } catch (IOException | InterruptedException e) {
                    // The other side has gone, as it should.
                    open.set(false);
                }
            });
        }

        URI url() {
            return URI.create("http://127.0.0.1:" + server.getLocalPort() + "/");
        }

        @Override
        public void close() throws IOException {
            open.set(false);
            server.close();
        }
    }
}
