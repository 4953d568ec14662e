package org.gatehouse.identity.external;

import com.nimbusds.jose.util.Resource;
import com.nimbusds.jose.util.ResourceRetriever;
import com.nimbusds.oauth2.sdk.http.HTTPRequestSender;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.http.ReadOnlyHTTPRequest;
import com.nimbusds.oauth2.sdk.http.ReadOnlyHTTPResponse;
import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** The one way to a provider: TLS or this machine only, no redirects, and an answer in full within a time and a size. */
@Singleton
class ProviderHttp implements HTTPRequestSender, ResourceRetriever {
    static final int LARGEST = 256 * 1024;
    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final Duration TOTAL = Duration.ofSeconds(8);

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(CONNECT).followRedirects(HttpClient.Redirect.NEVER).build();
    private final Duration total;

    ProviderHttp() {
        this(TOTAL);
    }

    ProviderHttp(Duration total) {
        this.total = total;
    }

    @Override
    public ReadOnlyHTTPResponse send(ReadOnlyHTTPRequest request) throws IOException {
        HttpRequest.Builder builder = HttpRequest.newBuilder(request.getURI());
        request.getHeaderMap().forEach((name, values) -> values.forEach(value -> builder.header(name, value)));
        String body = request.getBody();
        builder.method(request.getMethod().name(), body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        return exchange(builder);
    }

    @Override
    public Resource retrieveResource(URL url) throws IOException {
        HTTPResponse response = get(URI.create(url.toString()));
        return new Resource(response.getBody(), contentType(response));
    }

    /** The answer to a GET. */
    HTTPResponse get(URI url) throws IOException {
        HTTPResponse response = exchange(HttpRequest.newBuilder(url).header("Accept", "application/json").GET());
        if (response.getStatusCode() != HTTPResponse.SC_OK) {
            throw new IOException("Status " + response.getStatusCode());
        }
        return response;
    }

    private HTTPResponse exchange(HttpRequest.Builder builder) throws IOException {
        HttpRequest request = builder.timeout(total).build();
        if (!ProviderUrls.allowed(request.uri())) {
            throw new IOException("Not an https URL");
        }
        Body body = new Body();
        CompletableFuture<HttpResponse<@Nullable Void>> answer = client.sendAsync(request, body.handler());
        try {
            // The request's own timeout ends with the headers; this one with the last byte.
            HttpResponse<@Nullable Void> response = answer.get(total.toMillis(), TimeUnit.MILLISECONDS);
            HTTPResponse result = new HTTPResponse(response.statusCode());
            response.headers().map().forEach((name, values) -> result.setHeader(name, values.toArray(String[]::new)));
            result.setBody(body.text());
            return result;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        } catch (ExecutionException | TimeoutException e) {
            answer.cancel(true);
            throw new IOException("No whole answer", e);
        }
    }

    private static String contentType(HTTPResponse response) {
        return response.getEntityContentType() == null ? "" : response.getEntityContentType().toString();
    }

    /** What has arrived of an answer. */
    private static final class Body {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        HttpResponse.BodyHandler<@Nullable Void> handler() {
            return HttpResponse.BodyHandlers.ofByteArrayConsumer(chunk -> chunk.ifPresent(this::add));
        }

        private synchronized void add(byte[] chunk) {
            if (bytes.size() + chunk.length > LARGEST) {
                throw new UncheckedIOException(new IOException("The answer is too large"));
            }
            bytes.writeBytes(chunk);
        }

        synchronized String text() {
            return bytes.toString(StandardCharsets.UTF_8);
        }
    }
}
