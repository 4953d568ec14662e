package org.gatehouse.it;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;

/** HTTP written by hand on a socket, for what no client library would send. */
final class RawHttp {
    private static final int PORT = Integer.getInteger("it.http.port");
    private static final int PATIENCE_MILLIS = 20_000;

    private RawHttp() {}

    /**
     * Sends bytes and reads until the server closes the connection.
     *
     * @return all that came, or what had come when the server fell silent with the connection open, which then ends with {@link #OPEN}
     */
    static String send(String request) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), PORT));
            socket.setSoTimeout(PATIENCE_MILLIS);
            try {
                socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
                socket.getOutputStream().flush();
            } catch (SocketException e) {
                // The server may hang up before it has read all; what it said can still be read.
            }
            return read(socket.getInputStream());
        }
    }

    /** What {@link #send} ends with where the server left the connection open. */
    static final String OPEN = "\n(open)";

    /** The authority of the server under test. */
    static String host() {
        return "localhost:" + PORT;
    }

    /** The number of answers in what came. */
    static int answers(String received) {
        return received.split("HTTP/1\\.[01] \\d{3}", -1).length - 1;
    }

    /** The status of the first answer; 0 if the server only hung up. */
    static int status(String received) {
        return received.startsWith("HTTP/1.") ? Integer.parseInt(received.substring(9, 12)) : 0;
    }

    private static String read(InputStream input) throws IOException {
        StringBuilder received = new StringBuilder();
        byte[] buffer = new byte[8192];
        try {
            for (int count = input.read(buffer); count >= 0; count = input.read(buffer)) {
                received.append(new String(buffer, 0, count, StandardCharsets.ISO_8859_1));
            }
            return received.toString();
        } catch (SocketTimeoutException e) {
            return received + OPEN;
        } catch (SocketException e) {
            return received.toString();
        }
    }
}
