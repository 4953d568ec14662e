package org.gatehouse.mcp.protocol;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import org.gatehouse.catalog.McpServer;
import org.gatehouse.platform.json.Json;

/** How this server names itself to clients (MCP, Implementation). The version is the build's. */
final class ServerIdentity {
    private static final String VERSION = version();

    private ServerIdentity() {}

    static ObjectNode json() {
        return Json.object().put("name", "gatehouse").put("title", "Gatehouse").put("version", VERSION);
    }

    /** The same with the pictures of a server, for the one answer by which clients get to know it. */
    static ObjectNode json(McpServer server) {
        ObjectNode identity = json();
        ContentWriter.icons(identity, server.icons());
        return identity;
    }

    private static String version() {
        Properties build = new Properties();
        try (InputStream file = ServerIdentity.class.getResourceAsStream("build.properties")) {
            build.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return build.getProperty("version");
    }
}
