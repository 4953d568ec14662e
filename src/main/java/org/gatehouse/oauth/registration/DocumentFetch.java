package org.gatehouse.oauth.registration;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.io.CloseMode;
import org.gatehouse.platform.network.Outside;
import org.gatehouse.platform.network.OutsideClient;

/** Fetches one JSON document from outside, within bounds of time, size and number. Nothing of this server goes with the request. */
@Singleton
class DocumentFetch {
    private static final Duration WHOLE_TIME = Duration.ofSeconds(5);
    private static final int AT_ONCE = 8;

    private final CloseableHttpClient http;
    private final Duration wholeTime;
    private final Semaphore places = new Semaphore(AT_ONCE);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    @Inject
    DocumentFetch() {
        this(Outside.internet(), WHOLE_TIME);
    }

    DocumentFetch(Outside outside, Duration wholeTime) {
        this.http = OutsideClient.of(outside, wholeTime, AT_ONCE);
        this.wholeTime = wholeTime;
    }

    /** The document at the URL, or a refusal after the whole time at the latest, however slowly its server speaks. */
    FetchedDocument get(DocumentUrl url) throws FetchRefused {
        if (!places.tryAcquire()) {
            throw new FetchRefused("too many documents are being fetched");
        }
        HttpGet request = new HttpGet(url.uri());
        request.setHeader(HttpHeaders.ACCEPT, "application/json");
        // What is counted is what is read: a compressed answer would have to be unpacked first.
        request.setHeader(HttpHeaders.ACCEPT_ENCODING, "identity");
        request.setHeader(HttpHeaders.CONNECTION, "close");
        return await(request, threads.submit(() -> execute(request)));
    }

    private FetchedDocument execute(HttpGet request) throws IOException {
        try {
            return http.execute(request, response -> read(request, response));
        } finally {
            // Given back by the thread that did the work: one that is stuck in a resolver goes on holding its place.
            places.release();
        }
    }

    private static FetchedDocument read(HttpGet request, ClassicHttpResponse response) throws IOException {
        try {
            return DocumentReader.read(response);
        } catch (IOException e) {
            // Closing the answer would read it to its end, which need not have one.
            request.cancel();
            throw e;
        }
    }

    /** Timeouts of the socket begin anew with each byte; only this one counts the whole. */
    private FetchedDocument await(HttpGet request, Future<FetchedDocument> answer) throws FetchRefused {
        try {
            return answer.get(wholeTime.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof FetchRefused refusal ? refusal : new FetchRefused("the document could not be read", e.getCause());
        } catch (TimeoutException e) {
            throw new FetchRefused("the document took too long", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FetchRefused("the server is stopping", e);
        } finally {
            request.cancel();
            answer.cancel(true);
        }
    }

    @PreDestroy
    void close() {
        threads.shutdownNow();
        http.close(CloseMode.IMMEDIATE);
    }
}
