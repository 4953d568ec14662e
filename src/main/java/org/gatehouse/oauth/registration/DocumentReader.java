package org.gatehouse.oauth.registration;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpStatus;
import org.jspecify.annotations.Nullable;

/** Takes an answer that is a JSON document of bearable size, and no other. */
final class DocumentReader {
    static final int LARGEST = 64 * 1024;

    private DocumentReader() {}

    static FetchedDocument read(ClassicHttpResponse response) throws IOException {
        if (response.getCode() != HttpStatus.SC_OK) {
            throw new FetchRefused("the status is " + response.getCode());
        }
        for (var encoding : response.getHeaders(HttpHeaders.CONTENT_ENCODING)) {
            if (!"identity".equalsIgnoreCase(encoding.getValue())) {
                throw new FetchRefused("the document is encoded");
            }
        }
        HttpEntity entity = response.getEntity();
        if (entity == null || !isJson(entity.getContentType())) {
            throw new FetchRefused("the document is not application/json");
        }
        return new FetchedDocument(read(entity.getContent()), CacheLifetime.of(response));
    }

    private static boolean isJson(@Nullable String contentType) {
        ContentType type = contentType == null ? null : ContentType.parseLenient(contentType);
        String name = type == null ? "" : type.getMimeType().toLowerCase(Locale.ROOT);
        return name.equals("application/json") || (name.startsWith("application/") && name.endsWith("+json"));
    }

    /** Counts what arrives; what the answer's head says of its length is only its word. */
    private static byte[] read(InputStream content) throws IOException {
        byte[] bytes = content.readNBytes(LARGEST + 1);
        if (bytes.length > LARGEST) {
            throw new FetchRefused("the document is larger than " + LARGEST + " bytes");
        }
        return bytes;
    }
}
