package org.gatehouse.mcp.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatehouse.mcp.protocol.ModernMessages.META;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.gatehouse.catalog.FakeTool;
import org.gatehouse.catalog.Tier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The ladder as a table: a body and its headers, and the HTTP status and JSON-RPC error they get. */
class EraLadderTest {
    private static final String CAPABILITIES = "\"io.modelcontextprotocol/clientCapabilities\":{}";
    private static final String VERSION = "\"io.modelcontextprotocol/protocolVersion\":";
    private static final String HANDSHAKE =
            "\"protocolVersion\":\"2025-11-25\",\"capabilities\":{},\"clientInfo\":{\"name\":\"t\",\"version\":\"1\"}";

    private static final McpWorld WORLD = new McpWorld(FakeTool.echo("soqlQuery", Tier.READ));

    static Stream<Arguments> rungs() {
        return Stream.of(
                row("array of modern requests", "[" + request("tools/list", META) + "]", headers("2026-07-28", "tools/list", null), 400, -32600),
                row("array of legacy requests", "[" + request("ping", "") + "]", headers(null, null, null), 400, -32600),
                row("initialize", request("initialize", HANDSHAKE), headers(null, null, null), 200, 0),
                row("initialize, legacy header", request("initialize", HANDSHAKE), headers("2025-11-25", null, null), 200, 0),
                row("initialize, modern header", request("initialize", HANDSHAKE), headers("2026-07-28", "initialize", null), 400, -32020),
                row("initialize, modern envelope", request("initialize", HANDSHAKE + "," + META), headers("2026-07-28", "initialize", null), 404, -32601),
                row("initialize, broken envelope", request("initialize", HANDSHAKE + ",\"_meta\":{" + VERSION + "7}"), headers(null, null, null), 200, 0),
                row("initialize, legacy version in envelope",
                        request("initialize", HANDSHAKE + ",\"_meta\":{" + VERSION + "\"2025-11-25\"," + CAPABILITIES + "}"), headers(null, null, null), 200, 0),
                row("initialize without client", request("initialize", "\"protocolVersion\":\"2025-11-25\""), headers(null, null, null), 200, -32602),
                row("envelope and headers", request("tools/list", META), headers("2026-07-28", "tools/list", null), 200, 0),
                row("envelope without capabilities", request("tools/list", "\"_meta\":{" + VERSION + "\"2026-07-28\"}"),
                        headers("2026-07-28", "tools/list", null), 400, -32602),
                row("envelope with wrong capabilities",
                        request("tools/list", "\"_meta\":{" + VERSION + "\"2026-07-28\",\"io.modelcontextprotocol/clientCapabilities\":[]}"),
                        headers("2026-07-28", "tools/list", null), 400, -32602),
                row("envelope with wrong version", request("tools/list", "\"_meta\":{" + VERSION + "20260728," + CAPABILITIES + "}"),
                        headers("2026-07-28", "tools/list", null), 400, -32602),
                row("envelope with wrong client", request("tools/list", META.replace("}}", "},\"io.modelcontextprotocol/clientInfo\":\"x\"}")),
                        headers("2026-07-28", "tools/list", null), 400, -32602),
                row("modern header, no envelope", request("tools/list", ""), headers("2026-07-28", "tools/list", null), 400, -32602),
                row("modern header, no version in envelope", request("tools/list", "\"_meta\":{" + CAPABILITIES + "}"),
                        headers("2026-07-28", "tools/list", null), 400, -32602),
                row("later header, no envelope", request("tools/list", ""), headers("2031-01-01", null, null), 400, -32602),
                row("unknown version", request("tools/list", "\"_meta\":{" + VERSION + "\"v999.0.0\"," + CAPABILITIES + "}"),
                        headers("v999.0.0", "tools/list", null), 400, -32022),
                row("legacy version in envelope", request("tools/list", "\"_meta\":{" + VERSION + "\"2025-11-25\"," + CAPABILITIES + "}"),
                        headers("2025-11-25", "tools/list", null), 400, -32022),
                row("version header differs", request("tools/list", META), headers("2025-11-25", "tools/list", null), 400, -32020),
                row("unknown version, header differs", request("tools/list", "\"_meta\":{" + VERSION + "\"v999.0.0\"," + CAPABILITIES + "}"),
                        headers("2026-07-28", "tools/list", null), 400, -32020),
                row("version header missing", request("tools/list", META), headers(null, "tools/list", null), 400, -32020),
                row("method header missing", request("tools/list", META), headers("2026-07-28", null, null), 400, -32020),
                row("method header differs", request("tools/list", META), headers("2026-07-28", "tools/call", null), 400, -32020),
                row("method header in other case", request("tools/list", META), headers("2026-07-28", "Tools/List", null), 400, -32020),
                row("method header twice", request("tools/list", META), headers("2026-07-28", "tools/list, tools/list", null), 400, -32020),
                row("method header with white space", request("tools/list", META), headers("2026-07-28", " tools/list\t", null), 200, 0),
                row("name header missing", call("soqlQuery"), headers("2026-07-28", "tools/call", null), 400, -32020),
                row("name header differs", call("soqlQuery"), headers("2026-07-28", "tools/call", "find"), 400, -32020),
                row("name header in other case", call("soqlQuery"), headers("2026-07-28", "tools/call", "SoqlQuery"), 400, -32020),
                row("name header agrees", call("soqlQuery"), headers("2026-07-28", "tools/call", "soqlQuery"), 200, 0),
                row("name header encoded", call("soqlQuery"), headers("2026-07-28", "tools/call", "=?base64?c29xbFF1ZXJ5?="), 200, 0),
                row("name header encoded badly", call("soqlQuery"), headers("2026-07-28", "tools/call", "=?base64?c29xb*?="), 400, -32020),
                row("name header without name", request("tools/call", META), headers("2026-07-28", "tools/call", "soqlQuery"), 400, -32020),
                row("name missing altogether", request("tools/call", META), headers("2026-07-28", "tools/call", null), 200, -32602),
                row("unknown method", request("tools/steal", META), headers("2026-07-28", "tools/steal", null), 404, -32601),
                row("method of another case", request("Tools/list", META), headers("2026-07-28", "Tools/list", null), 404, -32601),
                row("removed ping", request("ping", META), headers("2026-07-28", "ping", null), 404, -32601),
                row("removed setLevel", request("logging/setLevel", META), headers("2026-07-28", "logging/setLevel", null), 404, -32601),
                row("modern notification", notification("notifications/cancelled", META), headers("2026-07-28", "notifications/cancelled", null), 202, 0),
                row("modern notification by header", notification("notifications/cancelled", ""), headers("2026-07-28", null, null), 202, 0),
                row("modern notification, method differs", notification("notifications/cancelled", META), headers("2026-07-28", "x", null), 400, -32020),
                row("modern notification, unknown version", notification("notifications/cancelled", ""), headers("2031-01-01", null, null), 400, -32022),
                row("notification, broken version", notification("notifications/cancelled", "\"_meta\":{" + VERSION + "{}}"),
                        headers(null, null, null), 400, -32602),
                row("modern response", "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{}}", headers("2026-07-28", null, null), 400, -32600),
                row("legacy request without session", request("tools/list", ""), headers(null, null, null), 400, -32600),
                row("legacy header without session", request("tools/list", ""), headers("2025-06-18", null, null), 400, -32600),
                row("unknown legacy header", request("tools/list", ""), headers("2024-11-05", null, null), 400, -32600),
                row("nonsense header", request("tools/list", ""), headers("latest", null, null), 400, -32600),
                row("legacy notification without session", notification("notifications/initialized", ""), headers(null, null, null), 400, -32600),
                row("discover without envelope", request("server/discover", ""), headers(null, null, null), 400, -32600));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rungs")
    void answers(String name, String body, McpHeaders headers, int status, int code) {
        int eventsBefore = WORLD.events.all().size();

        HttpAnswer answer = WORLD.post(headers, body);

        assertThat(answer.status()).isEqualTo(status);
        if (code != 0) {
            assertThat(McpWorld.json(answer).path("error").path("code").intValue()).isEqualTo(code);
        } else if (status == 200) {
            assertThat(McpWorld.json(answer).has("result")).as(answer.body()).isTrue();
        }
        assertThat(WORLD.events.all()).as("events").hasSize(eventsBefore + 1);
    }

    @ParameterizedTest
    @MethodSource("rungs")
    void readsWithoutTouchingAnything(String name, String body, McpHeaders headers, int status, int code) {
        Inbound first = EraLadder.classify(JsonRpcCodec.read(body.getBytes(StandardCharsets.UTF_8)), headers);
        Inbound second = EraLadder.classify(JsonRpcCodec.read(body.getBytes(StandardCharsets.UTF_8)), headers);

        assertThat(first).isEqualTo(second);
    }

    private static Arguments row(String name, String body, McpHeaders headers, int status, int code) {
        return arguments(name, body, headers, status, code);
    }

    private static McpHeaders headers(@Nullable String version, @Nullable String method, @Nullable String name) {
        return new McpHeaders(version, method, name, null);
    }

    private static String request(String method, String params) {
        return "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"" + method + "\",\"params\":{" + params + "}}";
    }

    private static String call(String tool) {
        return ModernMessages.call(tool, "{\"q\":\"x\"}");
    }

    private static String notification(String method, String params) {
        return "{\"jsonrpc\":\"2.0\",\"method\":\"" + method + "\",\"params\":{" + params + "}}";
    }
}
