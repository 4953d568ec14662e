package org.gatehouse.it;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.gatehouse.platform.json.Json;

/** Raw MCP requests of the 2026-07-28 revision, for what an official client would never send. */
public final class Mcp {
    public static final String VERSION = "2026-07-28";

    private Mcp() {}

    /** A request as a current client sends it; the test changes what it is about. */
    static RequestSpecification request(String token, String method) {
        return given().header("Authorization", "Bearer " + token)
                .header("Accept", "application/json, text/event-stream")
                .header("MCP-Protocol-Version", VERSION)
                .header("Mcp-Method", method)
                .contentType("application/json");
    }

    static ObjectNode message(String method) {
        ObjectNode message = Json.object().put("jsonrpc", "2.0").put("id", 1).put("method", method);
        message.putObject("params")
                .putObject("_meta")
                .put("io.modelcontextprotocol/protocolVersion", VERSION)
                .putObject("io.modelcontextprotocol/clientCapabilities");
        return message;
    }

    /** Calls {@code tools/list}. */
    static ValidatableResponse list(String token, String server) {
        return request(token, "tools/list").body(message("tools/list").toString()).post(Server.mcp(server)).then();
    }

    /** The message of a {@code tools/call}. */
    public static ObjectNode toolCall(String tool, ObjectNode arguments) {
        ObjectNode message = message("tools/call");
        ((ObjectNode) message.get("params")).put("name", tool).set("arguments", arguments);
        return message;
    }

    /** Runs a query with the {@code soqlQuery} tool. */
    static ValidatableResponse query(String token, String soql) {
        return call(token, "soqlQuery", Json.object().put("query", soql));
    }

    static ValidatableResponse call(String token, String tool, ObjectNode arguments) {
        return call(token, Server.READS, tool, arguments);
    }

    /** Calls a tool of a server. */
    static ValidatableResponse call(String token, String server, String tool, ObjectNode arguments) {
        ObjectNode message = toolCall(tool, arguments);
        return request(token, "tools/call").header("Mcp-Name", tool).body(message.toString()).post(Server.mcp(server)).then();
    }
}
