package org.gatehouse.oauth.registration;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import org.gatehouse.platform.network.Outside;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The hardened fetch against a real TLS server; attacks M04 and M06. */
class DocumentFetchTest {
    private static final String PRIVATE = "10.0.0.1";

    private final LocalHost host = new LocalHost();

    DocumentFetchTest() throws Exception {}

    @AfterEach
    void stop() {
        host.close();
    }

    @Test
    void readsADocumentFromTheNamedHost() throws Exception {
        host.serve("/app.json", exchange -> {
            assertThat(exchange.getRequestHeaders().getFirst("Host")).startsWith(LocalHost.NAME);
            assertThat(exchange.getRequestHeaders().keySet()).doesNotContain("Authorization", "Cookie", "Referer");
            exchange.getResponseHeaders().add("Content-Type", "application/json; charset=utf-8");
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write("{}".getBytes(UTF_8));
        });

        var document = get(host.outside());

        assertThat(document.json()).asString(UTF_8).isEqualTo("{}");
    }

    @Test
    void m04ConnectsNowhereIfTheNameLeadsToAPrivateAddress() throws Exception {
        host.json("/app.json", "{}");
        var resolved = new AtomicInteger();

        assertThatThrownBy(() -> get(host.guarded(() -> {
            resolved.incrementAndGet();
            return addresses("127.0.0.1");
        }))).isInstanceOf(FetchRefused.class);

        assertThat(resolved).hasPositiveValue();
        assertThat(host.connections).hasValue(0);
    }

    @Test
    void m04ConnectsNowhereIfOneOfSeveralAddressesIsPrivate() throws Exception {
        host.json("/app.json", "{}");

        assertThatThrownBy(() -> get(host.guarded(() -> addresses("127.0.0.1", "1.1.1.1")))).isInstanceOf(FetchRefused.class);

        assertThat(host.connections).hasValue(0);
    }

    @Test
    void m04ConnectsToTheAddressThatWasCheckedThoughTheNameIsRebound() throws Exception {
        host.json("/app.json", "{}");
        var lookups = new AtomicInteger();
        // The first answer is the admitted one; a second lookup would lead elsewhere.
        var outside = host.outside(LocalHost.names(
                () -> lookups.getAndIncrement() == 0 ? new InetAddress[] {InetAddress.getLoopbackAddress()} : addresses(PRIVATE)));

        get(outside);

        assertThat(lookups).hasValue(1);
        assertThat(host.connections).hasValue(1);
    }

    @Test
    void m04ChecksTheAddressAgainForTheNextRequest() throws Exception {
        host.json("/app.json", "{}");
        var lookups = new AtomicInteger();
        var outside = host.outside(LocalHost.names(
                () -> lookups.getAndIncrement() == 0 ? new InetAddress[] {InetAddress.getLoopbackAddress()} : addresses(PRIVATE)));
        var fetch = new DocumentFetch(outside, Duration.ofSeconds(5));
        fetch.get(url());

        assertThatThrownBy(() -> fetch.get(url())).isInstanceOf(FetchRefused.class);

        assertThat(host.connections).hasValue(1);
    }

    @Test
    void refusesACertificateForAnotherName() {
        host.json("/app.json", "{}");
        var other = DocumentUrl.parse("https://other.test.example/app.json", AllowedDomains.of(List.of("other.test.example"))).orElseThrow();

        assertThatThrownBy(() -> new DocumentFetch(host.outside(), Duration.ofSeconds(5)).get(other)).isInstanceOf(FetchRefused.class);

        assertThat(host.requests("/app.json")).isZero();
    }

    @Test
    void refusesACertificateThatNobodyTrusts() throws Exception {
        host.json("/app.json", "{}");
        var trusting = host.outside();
        var outside = new Outside(trusting.names(), trusting.admitted(), Outside.internet().tls(), trusting.port());

        assertThatThrownBy(() -> get(outside)).isInstanceOf(FetchRefused.class);

        assertThat(host.requests("/app.json")).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {201, 204, 301, 302, 303, 307, 308, 401, 404, 500})
    void m06TakesNoOtherStatusAndFollowsNoRedirect(int status) {
        host.json("/elsewhere", "{}");
        host.serve("/app.json", exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.getResponseHeaders().add("Location", "https://" + LocalHost.NAME + "/elsewhere");
            exchange.sendResponseHeaders(status, -1);
        });

        assertThatThrownBy(() -> get(host.outside())).isInstanceOf(FetchRefused.class);

        assertThat(host.requests("/elsewhere")).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "text/plain", "application/javascript", "application/jsonx", "text/foo+json", "", "json"})
    void m06TakesNoOtherType(String type) {
        host.serve("/app.json", exchange -> {
            exchange.getResponseHeaders().add("Content-Type", type);
            exchange.sendResponseHeaders(200, 2);
            exchange.getResponseBody().write("{}".getBytes(UTF_8));
        });

        assertThatThrownBy(() -> get(host.outside())).isInstanceOf(FetchRefused.class);
    }

    @Test
    void m06RefusesADocumentOverTheLimitWithOrWithoutItsLength() throws Exception {
        for (boolean announced : new boolean[] {true, false}) {
            for (int length : new int[] {DocumentReader.LARGEST, DocumentReader.LARGEST + 1}) {
                String path = "/" + announced + length;
                host.serve(path, exchange -> {
                    exchange.getResponseHeaders().add("Content-Type", "application/json");
                    exchange.sendResponseHeaders(200, announced ? length : 0);
                    exchange.getResponseBody().write(new byte[length]);
                });
            }
        }

        assertThat(get("/true65536").json()).hasSize(65_536);
        assertThat(get("/false65536").json()).hasSize(65_536);
        assertThatThrownBy(() -> get("/true65537")).isInstanceOf(FetchRefused.class);
        assertThatThrownBy(() -> get("/false65537")).isInstanceOf(FetchRefused.class);
    }

    @Test
    void m06EndsAnEndlessDocument() {
        host.serve("/app.json", exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, 0);
            while (true) {
                exchange.getResponseBody().write(new byte[8_192]);
            }
        });

        assertRefusedWithin(host.outside(), Duration.ofSeconds(10), Duration.ofSeconds(5));
    }

    @Test
    void m06RefusesACompressedDocumentUnread() throws Exception {
        var bomb = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bomb)) {
            gzip.write(new byte[10_000_000]);
        }
        host.serve("/app.json", exchange -> {
            assertThat(exchange.getRequestHeaders().getFirst("Accept-Encoding")).isEqualTo("identity");
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.getResponseHeaders().add("Content-Encoding", "gzip");
            exchange.sendResponseHeaders(200, bomb.size());
            exchange.getResponseBody().write(bomb.toByteArray());
        });

        assertThatThrownBy(() -> get(host.outside())).hasStackTraceContaining("encoded");
    }

    @Test
    void m06WaitsNoLongerThanTheWholeTimeForASlowServer() {
        host.serve("/app.json", exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, 0);
            for (int i = 0; i < 100; i++) {
                exchange.getResponseBody().write(' ');
                exchange.getResponseBody().flush();
                Thread.sleep(100);
            }
        });

        assertRefusedWithin(host.outside(), Duration.ofMillis(500), Duration.ofSeconds(3));
    }

    @Test
    void m06WaitsNoLongerThanTheWholeTimeForASlowName() {
        var outside = host.outside(LocalHost.names(() -> {
            try {
                Thread.sleep(5_000);
            } catch (InterruptedException e) {
                throw new UnknownHostException();
            }
            return addresses(PRIVATE);
        }));

        assertRefusedWithin(outside, Duration.ofMillis(300), Duration.ofSeconds(3));
    }

    @Test
    void m06FetchesOnlyAFewDocumentsAtOnce() throws Exception {
        var open = new CountDownLatch(1);
        var waiting = new CountDownLatch(8);
        host.serve("/slow", exchange -> {
            waiting.countDown();
            open.await();
        });
        host.json("/app.json", "{}");
        var fetch = new DocumentFetch(host.outside(), Duration.ofSeconds(20));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 8; i++) {
                threads.execute(() -> assertThatThrownBy(() -> fetch.get(url("/slow"))).isInstanceOf(FetchRefused.class));
            }
            assertThat(waiting.await(10, TimeUnit.SECONDS)).isTrue();

            assertThatThrownBy(() -> fetch.get(url())).isInstanceOf(FetchRefused.class);

            open.countDown();
        }
        assertThat(fetch.get(url()).json()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {
        "-, PT5M", "max-age=60, PT5M", "max-age=600, PT10M", "'public, Max-Age=3600', PT1H", "max-age=999999999, PT24H", "no-store, PT5M",
        "'max-age=3600, no-cache', PT5M", "max-age=-1, PT5M", "max-age=x, PT5M", "max-age=99999999999999999999, PT5M"
    })
    void keepsADocumentAsItsServerSaysWithinBounds(String cacheControl, Duration lifetime) throws Exception {
        if (cacheControl == null) {
            host.json("/app.json", "{}");
        } else {
            host.json("/app.json", "{}", "Cache-Control", cacheControl);
        }

        assertThat(get(host.outside()).lifetime()).isEqualTo(lifetime);
    }

    @Test
    void countsTheAgeThatADocumentHasAlready() throws Exception {
        host.json("/app.json", "{}", "Cache-Control", "max-age=3600", "Age", "1800");

        assertThat(get(host.outside()).lifetime()).isEqualTo(Duration.ofMinutes(30));
    }

    private void assertRefusedWithin(Outside outside, Duration wholeTime, Duration bound) {
        Instant start = Instant.now();

        assertThatThrownBy(() -> new DocumentFetch(outside, wholeTime).get(url())).isInstanceOf(FetchRefused.class);

        assertThat(Duration.between(start, Instant.now())).isLessThan(bound);
    }

    private FetchedDocument get(String path) throws IOException {
        return new DocumentFetch(host.outside(), Duration.ofSeconds(10)).get(url(path));
    }

    private static FetchedDocument get(Outside outside) throws IOException {
        return new DocumentFetch(outside, Duration.ofSeconds(10)).get(url());
    }

    private static DocumentUrl url() {
        return url("/app.json");
    }

    private static DocumentUrl url(String path) {
        return DocumentUrl.parse("https://" + LocalHost.NAME + path, LocalHost.ALLOWED).orElseThrow();
    }

    private static InetAddress[] addresses(String... texts) throws UnknownHostException {
        InetAddress[] addresses = new InetAddress[texts.length];
        for (int i = 0; i < texts.length; i++) {
            addresses[i] = InetAddress.getByName(texts[i]);
        }
        return addresses;
    }
}
