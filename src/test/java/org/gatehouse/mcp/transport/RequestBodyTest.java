package org.gatehouse.mcp.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;

class RequestBodyTest {
    @Test
    void readsUpToTheLimit() throws IOException {
        assertThat(RequestBody.read(new ByteArrayInputStream(new byte[RequestBody.LIMIT]), -1)).hasValueSatisfying(
                body -> assertThat(body).hasSize(RequestBody.LIMIT));
    }

    @Test
    void x15StopsReadingEndlessBodyAtTheLimit() throws IOException {
        var endless = new Endless();

        assertThat(RequestBody.read(endless, -1)).isEmpty();
        assertThat(endless.read).isLessThanOrEqualTo(RequestBody.LIMIT + 1);
    }

    @Test
    void readsNothingOfBodyThatAnnouncesTooMuch() throws IOException {
        var endless = new Endless();

        assertThat(RequestBody.read(endless, RequestBody.LIMIT + 1L)).isEmpty();
        assertThat(endless.read).isZero();
    }

    private static final class Endless extends InputStream {
        private long read;

        @Override
        public int read() {
            read++;
            return ' ';
        }

        @Override
        public int read(byte[] bytes, int offset, int length) {
            read += length;
            return length;
        }
    }
}
