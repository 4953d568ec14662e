package org.gatehouse.mcp.transport;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** A request's body, read no further than a limit. */
final class RequestBody {
    /** One mebibyte: a long query is a few kilobytes. */
    static final int LIMIT = 1 << 20;

    private RequestBody() {}

    /**
     * Reads the body.
     *
     * @param announced the Content-Length, or -1 where there is none
     * @return empty if it is longer than the limit, whether it says so or not
     */
    static Optional<byte[]> read(InputStream body, long announced) throws IOException {
        if (announced > LIMIT) {
            return Optional.empty();
        }
        byte[] read = body.readNBytes(LIMIT + 1);
        return read.length > LIMIT ? Optional.empty() : Optional.of(read);
    }
}
