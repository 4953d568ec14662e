package org.gatehouse.it;

import java.net.URI;

/** Where the server under test is. */
public final class Server {
    public static final String URL = "http://localhost:" + System.getProperty("it.http.port");
    static final String MANAGEMENT = "127.0.0.1:" + System.getProperty("it.management.port");

    public static final String READS = "platform/object-reads";

    private Server() {}

    static URI at(String path) {
        return URI.create(URL + path);
    }

    /** The URL of an MCP server, which is also the resource its tokens are made for. */
    public static String mcp(String server) {
        return URL + "/mcp/v1/" + server;
    }
}
