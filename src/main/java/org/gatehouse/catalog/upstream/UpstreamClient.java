package org.gatehouse.catalog.upstream;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.io.CloseMode;
import org.gatehouse.catalog.openapi.MediaTypes;
import org.gatehouse.platform.database.RunningCalls;
import org.gatehouse.platform.network.Outside;
import org.gatehouse.platform.network.OutsideClient;

/** Sends requests to services, within bounds of time, size and number; a call that is ended ends its request. */
@Singleton
class UpstreamClient {
    static final int LARGEST = 1024 * 1024;
    private static final int AT_ONCE = 64;
    private static final int BAD_GATEWAY = 502;
    private static final int UNAVAILABLE = 503;
    private static final int TOO_LATE = 504;

    private final CloseableHttpClient http;
    private final RunningCalls calls;
    private final Duration timeout;
    private final Semaphore places = new Semaphore(AT_ONCE);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    @Inject
    UpstreamClient(UpstreamConfiguration configuration, RunningCalls calls) {
        this(Outside.internet(), configuration, calls);
    }

    /** A client in a network of a test's choice; which addresses are admitted is decided by name, see {@link ServiceNames}. */
    UpstreamClient(Outside outside, UpstreamConfiguration configuration, RunningCalls calls) {
        Outside named = new Outside(new ServiceNames(outside.names(), configuration.privateHosts()), address -> true, outside.tls(), outside.port());
        this.http = OutsideClient.of(named, configuration.timeout(), AT_ONCE);
        this.calls = calls;
        this.timeout = configuration.timeout();
    }

    /** The answer of a service, with whatever status. */
    UpstreamAnswer send(UpstreamRequest request, String token) throws NoAnswer {
        HttpUriRequestBase sent = message(request, token);
        Future<UpstreamAnswer> answer = threads.submit(() -> execute(sent));
        try {
            return calls.abortable(() -> end(sent, answer), () -> await(answer));
        } catch (Waiting e) {
            throw e.refusal;
        } finally {
            end(sent, answer);
        }
    }

    /** Hangs up, and lets whoever waits for the answer go on. */
    private static void end(HttpUriRequestBase request, Future<UpstreamAnswer> answer) {
        request.cancel();
        answer.cancel(true);
    }

    private static HttpUriRequestBase message(UpstreamRequest request, String token) {
        HttpUriRequestBase message = new HttpUriRequestBase(request.method().name(), request.url());
        request.headers().forEach(message::setHeader);
        message.setHeader(HttpHeaders.AUTHORIZATION, "Bearer " + token);
        message.setHeader(HttpHeaders.ACCEPT, "application/json, text/plain;q=0.5");
        // What is counted is what is read: a compressed answer would have to be unpacked first.
        message.setHeader(HttpHeaders.ACCEPT_ENCODING, "identity");
        message.setHeader(HttpHeaders.CONNECTION, "close");
        request.body().ifPresent(body -> message.setEntity(new StringEntity(body, ContentType.APPLICATION_JSON)));
        return message;
    }

    /** Takes its place in the thread that does the work: one that is stuck in a resolver goes on holding it. */
    private UpstreamAnswer execute(HttpUriRequestBase request) throws IOException {
        if (!places.tryAcquire()) {
            throw new NoAnswer(UNAVAILABLE, "Too many calls wait for services at this moment. Try again later.", null);
        }
        try {
            return http.execute(request, response -> read(request, response));
        } finally {
            places.release();
        }
    }

    private static UpstreamAnswer read(HttpUriRequestBase request, ClassicHttpResponse response) throws IOException {
        try {
            return read(response);
        } catch (IOException e) {
            // Closing the answer would read it to its end, which need not have one.
            request.cancel();
            throw e;
        }
    }

    private static UpstreamAnswer read(ClassicHttpResponse response) throws IOException {
        for (var encoding : response.getHeaders(HttpHeaders.CONTENT_ENCODING)) {
            if (!"identity".equalsIgnoreCase(encoding.getValue())) {
                throw new NoAnswer(BAD_GATEWAY, "The service answered in an encoding that was not asked for.", null);
            }
        }
        HttpEntity entity = response.getEntity();
        if (entity == null) {
            return new UpstreamAnswer(response.getCode(), "", new byte[0]);
        }
        String type = entity.getContentType() == null ? "" : entity.getContentType();
        boolean readable = type.isEmpty() || MediaTypes.isJson(type) || MediaTypes.isText(type);
        return new UpstreamAnswer(response.getCode(), type, read(entity.getContent(), readable));
    }

    private static byte[] read(InputStream content, boolean readable) throws IOException {
        byte[] body = content.readNBytes(readable ? LARGEST + 1 : 1);
        if (body.length > 0 && !readable) {
            throw new NoAnswer(BAD_GATEWAY, "The service answered with something that is neither JSON nor text of one piece.", null);
        }
        if (body.length > LARGEST) {
            throw new NoAnswer(BAD_GATEWAY, "The service's answer is longer than " + LARGEST + " bytes. Ask for less.", null);
        }
        return body;
    }

    /** Timeouts of the socket begin anew with each byte; only this one counts the whole. */
    private UpstreamAnswer await(Future<UpstreamAnswer> answer) {
        try {
            return answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new Waiting(e.getCause() instanceof NoAnswer refusal ? refusal : new NoAnswer(BAD_GATEWAY, "The service could not be reached, or its answer broke off.", e));
        } catch (CancellationException e) {
            throw new Waiting(new NoAnswer(UNAVAILABLE, "The call was ended.", e));
        } catch (TimeoutException e) {
            throw new Waiting(new NoAnswer(TOO_LATE, "The service did not answer in time. What it did, if anything, is not known.", e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Waiting(new NoAnswer(UNAVAILABLE, "This server is stopping.", e));
        }
    }

    @PreDestroy
    void close() {
        threads.shutdownNow();
        http.close(CloseMode.IMMEDIATE);
    }

    /** Carries a checked refusal through a supplier. */
    private static final class Waiting extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final NoAnswer refusal;

        Waiting(NoAnswer refusal) {
            super(refusal);
            this.refusal = refusal;
        }
    }
}
