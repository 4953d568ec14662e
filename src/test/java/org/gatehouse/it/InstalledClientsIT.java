package org.gatehouse.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.gatehouse.platform.json.Json;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The client programs that people install connect to the running server as they are, OAuth included. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class InstalledClientsIT {
    private static final String QUERY = "SELECT Name, Owner.Username FROM Account ORDER BY Name LIMIT 2";

    @TempDir
    Path home;

    @ParameterizedTest
    @ValueSource(strings = {"legacy", "auto", "modern"})
    void mcpInspectorSignsInAndCallsATool(String era) throws Exception {
        String output;
        try (InstalledClient inspector = InstalledClient.start(
                home, new Person("rep.west.1"), "@modelcontextprotocol/inspector/clients/launcher/build/index.js", "--cli", Server.mcp(Server.READS),
                "--transport", "http", "--client-id", "inspector", "--callback-url", callback(freePort()), "--protocol-era", era, "--format", "json", "--method",
                "tools/call", "--tool-name", "soqlQuery", "--tool-args-json", Json.object().put("query", QUERY).toString())) {
            output = inspector.output();
        }

        assertThat(output).contains("structuredContent").contains("\"rep.west.1\"").doesNotContain("\"isError\": true", "\"isError\":true");
    }

    @Test
    void mcpRemoteBridgesAClientThatKnowsNoHttp() throws Exception {
        try (InstalledClient bridge = InstalledClient.start(
                home, new Person("rep.west.1"), "mcp-remote/dist/proxy.js", Server.mcp(Server.READS), Integer.toString(freePort()), "--host", "127.0.0.1",
                "--transport", "http-only", "--static-oauth-client-info", "{\"client_id\": \"inspector\"}")) {
            bridge.send(Json.literal(
                    "{\"jsonrpc\": \"2.0\", \"id\": 0, \"method\": \"initialize\", \"params\": {\"protocolVersion\": \"2025-11-25\", \"capabilities\": {},"
                            + " \"clientInfo\": {\"name\": \"desk\", \"version\": \"1\"}}}"));
            assertThat(bridge.next().at("/result/serverInfo/name").asText()).isEqualTo("gatehouse");
            bridge.send(Json.literal("{\"jsonrpc\": \"2.0\", \"method\": \"notifications/initialized\"}"));
            ObjectNode call = Json.literal("{\"jsonrpc\": \"2.0\", \"id\": 1, \"method\": \"tools/call\", \"params\": {\"name\": \"soqlQuery\"}}");
            ((ObjectNode) call.path("params")).putObject("arguments").put("query", QUERY);

            bridge.send(call);

            JsonNode records = bridge.next().at("/result/structuredContent/records");
            assertThat(records).hasSize(2);
            assertThat(records.valueStream().map(record -> record.at("/Owner/Username").asText())).containsOnly("rep.west.1");
        }
    }

    private static String callback(int port) {
        return "http://127.0.0.1:" + port + "/oauth/callback";
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
            return socket.getLocalPort();
        }
    }
}
