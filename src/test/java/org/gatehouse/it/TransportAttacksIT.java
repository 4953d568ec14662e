package org.gatehouse.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.Method;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.gatehouse.platform.json.Json;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the MCP endpoints must not take, written as an attacker writes it, with a good token: nothing here is refused for want of one. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TransportAttacksIT {
    private static final String LIST = Mcp.message("tools/list").toString();

    /** RestAssured adds a character set of its own to a content type unless it is told not to. */
    private static final RestAssuredConfig AS_WRITTEN =
            RestAssured.config().encoderConfig(EncoderConfig.encoderConfig().appendDefaultContentCharsetToContentTypeIfUndefined(false));

    private String token = "";

    @BeforeAll
    void connect() {
        token = Agent.tokenOf("rep.west.1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "https://evil.example", "http://localhost.evil.example", "http://localhost:1", "HTTP://LOCALHOST", "https://pages.example.evil"})
    void x01RefusesForeignOriginsOfEveryMethod(String origin) {
        for (Method method : List.of(Method.POST, Method.GET, Method.DELETE)) {
            request().header("Origin", origin).body(LIST).request(method, Server.mcp(Server.READS)).then().statusCode(403);
        }
    }

    @Test
    void x01ServesRequestsOfItsOwnOriginAndOfPrograms() {
        request().header("Origin", Server.URL).body(LIST).post(Server.mcp(Server.READS)).then().statusCode(200);
        request().body(LIST).post(Server.mcp(Server.READS)).then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Host: a:2$", "Host:", "Host: evil.example", "Host: localhost:1", ""})
    void x02RefusesOtherHosts(String line) throws IOException {
        assertThat(RawHttp.status(RawHttp.send(post("/mcp/v1/platform/object-reads", line.isEmpty() ? List.of() : List.of(line))))).isBetween(400, 499);
    }

    @Test
    void x02RefusesAHostThatIsNamedTwiceOrAgainstTheRequestLine() throws IOException {
        String twice = RawHttp.send(post("/mcp/v1/platform/object-reads", List.of("Host: " + RawHttp.host(), "Host: evil.example")));
        String absolute = RawHttp.send(post("http://evil.example/mcp/v1/platform/object-reads", List.of("Host: " + RawHttp.host())));

        assertThat(RawHttp.status(twice)).isBetween(400, 499);
        assertThat(RawHttp.status(absolute)).isBetween(400, 499);
    }

    @Test
    void x02BelievesNoForwardedHost() throws IOException {
        String forwarded = RawHttp.send(post("/mcp/v1/platform/object-reads", List.of("Host: evil.example", "X-Forwarded-Host: " + RawHttp.host())));
        String own = RawHttp.send(post("/mcp/v1/platform/object-reads", List.of("Host: " + RawHttp.host(), "X-Forwarded-Host: evil.example")));

        assertThat(RawHttp.status(forwarded)).isBetween(400, 499);
        assertThat(RawHttp.status(own)).isEqualTo(200);
        assertThat(own).doesNotContain("evil.example");
    }

    @Test
    void x03OpensNothingToPagesThatNobodyNamed() {
        for (String path : List.of("/mcp/v1/platform/object-reads", "/oauth2/token", "/oauth2/revoke", "/oauth2/register")) {
            preflight("https://evil.example", path).statusCode(not(equalTo(204))).header("Access-Control-Allow-Origin", nullValue())
                    .header("Access-Control-Expose-Headers", nullValue());
        }
        request().body(LIST).post(Server.mcp(Server.READS)).then().header("Access-Control-Allow-Origin", nullValue());
    }

    @Test
    void x03LetsPagesThatAreNamedSendWhatClientsSendAndReadWhatTheyRead() {
        String page = "https://pages.example";
        for (String path : List.of("/mcp/v1/platform/object-reads", "/oauth2/token", "/oauth2/revoke", "/oauth2/register")) {
            preflight(page, path).statusCode(204)
                    .header("Access-Control-Allow-Origin", page)
                    .header("Access-Control-Allow-Credentials", nullValue())
                    .header("Access-Control-Allow-Methods", containsString("POST"))
                    .header("Access-Control-Allow-Headers", allOf(containsString("Authorization"), containsString("Mcp-Param-Region")));
        }

        request().header("Origin", page).body(LIST).post(Server.mcp(Server.READS)).then().statusCode(200)
                .header("Access-Control-Allow-Origin", page)
                .header("Access-Control-Expose-Headers", containsString("Mcp-Session-Id"));
        RestAssured.given().header("Origin", page).contentType("application/json").body(LIST).post(Server.mcp(Server.READS)).then().statusCode(401)
                .header("Access-Control-Allow-Origin", page)
                .header("Access-Control-Expose-Headers", containsString("WWW-Authenticate"));
    }

    @Test
    void x03LetsEveryPageReadTheMetadata() {
        for (String path : List.of("/.well-known/oauth-authorization-server", "/.well-known/oauth-protected-resource/mcp/v1/platform/object-reads")) {
            preflight("https://anybody.example", path).statusCode(204)
                    .header("Access-Control-Allow-Origin", "*")
                    .header("Access-Control-Allow-Headers", containsString("MCP-Protocol-Version"))
                    .header("Access-Control-Allow-Credentials", nullValue());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "application/json; charset=utf-16", "application/jsonx", "text/json", ""})
    void x04RefusesOtherTypesOfBody(String type) throws IOException {
        String request = post("/mcp/v1/platform/object-reads", List.of("Host: " + RawHttp.host()));

        String answer = RawHttp.send(request.replace("Content-Type: application/json\r\n", type.isEmpty() ? "" : "Content-Type: " + type + "\r\n"));

        assertThat(RawHttp.status(answer)).isEqualTo(415);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "text/event-stream", "text/html", "application/json, text/event-stream;q=0"})
    void x05RefusesClientsThatDoNotTakeBothKindsOfAnswer(String accept) {
        bare().header("Accept", accept).header("MCP-Protocol-Version", Mcp.VERSION).header("Mcp-Method", "tools/list").contentType("application/json")
                .body(LIST).post(Server.mcp(Server.READS)).then().statusCode(406);
    }

    @ParameterizedTest
    @CsvSource({"2099-01-01, -32020", "2025-11-25, -32020", "rubbish, -32020"})
    void x06RefusesAVersionThatIsNotThatOfTheBody(String version, int code) {
        versioned(version).body(LIST).post(Server.mcp(Server.READS)).then().statusCode(400).body("error.code", equalTo(code));
    }

    @Test
    void x06NamesTheVersionsThatItSpeaks() {
        String body = LIST.replace(Mcp.VERSION, "2099-01-01");

        versioned("2099-01-01").body(body).post(Server.mcp(Server.READS)).then().statusCode(400)
                .body("error.code", equalTo(-32022))
                .body("error.data.supported", hasItem("2026-07-28"))
                .body("error.data.requested", equalTo("2099-01-01"));
    }

    @Test
    void x06AsksForTheVersionHeaderAndForTheMembersThatARequestNeeds() {
        bare().header("Accept", "application/json, text/event-stream").header("Mcp-Method", "tools/list").contentType("application/json").body(LIST)
                .post(Server.mcp(Server.READS)).then().statusCode(400).body("error.code", equalTo(-32020));
        ObjectNode without = Mcp.message("tools/list");
        ((ObjectNode) without.at("/params/_meta")).remove("io.modelcontextprotocol/clientCapabilities");

        request().body(without.toString()).post(Server.mcp(Server.READS)).then().statusCode(400).body("error.code", equalTo(-32602));
    }

    @ParameterizedTest
    @CsvSource({"tools/call, soqlQuery", "Tools/List, ''", "'', ''"})
    void x07RefusesAMethodHeaderThatIsNotThatOfTheBody(String method, String name) {
        bare().header("Accept", "application/json, text/event-stream").header("MCP-Protocol-Version", Mcp.VERSION).header("Mcp-Method", method)
                .header("Mcp-Name", name).contentType("application/json").body(LIST).post(Server.mcp(Server.READS)).then().statusCode(400)
                .body("error.code", equalTo(-32020));
    }

    @ParameterizedTest
    @ValueSource(strings = {"soqlquery", "getUserInfo", ""})
    void x07RefusesANameHeaderThatIsNotThatOfTheBody(String name) {
        ObjectNode call = Mcp.toolCall("soqlQuery", Json.object().put("query", "SELECT Id FROM Account LIMIT 1"));

        Mcp.request(token, "tools/call").header("Mcp-Name", name).body(call.toString()).post(Server.mcp(Server.READS)).then().statusCode(400)
                .body("error.code", equalTo(-32020));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "Content-Length: 5\r\nTransfer-Encoding: chunked",
        "Content-Length: 5\r\nContent-Length: 6",
        "Content-Length: 5, 6",
        "Content-Length: -1",
        "Content-Length: +5",
        "Content-Length: 0x5",
        "Transfer-Encoding: chunked, identity",
        "Transfer-Encoding: xchunked",
        "Content-Length : 5",
        "Content-Length: 5\r\n folded"
    })
    void x09ReadsNoSecondRequestOutOfABody(String framing) throws IOException {
        String smuggled = "GET /mcp/v1/platform/object-reads HTTP/1.1\r\nHost: " + RawHttp.host() + "\r\nConnection: close\r\n\r\n";
        String request = "POST /mcp/v1/platform/object-reads HTTP/1.1\r\nHost: " + RawHttp.host() + "\r\nAuthorization: Bearer " + token
                + "\r\nContent-Type: application/json\r\nAccept: application/json, text/event-stream\r\n" + framing + "\r\n\r\n0\r\n\r\n" + smuggled;

        String received = RawHttp.send(request);

        assertThat(RawHttp.answers(received)).as(received).isLessThanOrEqualTo(1);
        assertThat(RawHttp.status(received)).as(received).matches(status -> status == 0 || (status >= 400 && status < 500));
        assertThat(received).as("the connection is closed").doesNotEndWith(RawHttp.OPEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "[{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}]"})
    void x10RefusesBatches(String body) {
        request().body(body).post(Server.mcp(Server.READS)).then().statusCode(400).body("error.code", equalTo(-32600));
        bare().header("Accept", "application/json, text/event-stream").contentType("application/json").body(body).post(Server.mcp(Server.READS)).then()
                .statusCode(400).body("error.code", equalTo(-32600));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "{\"jsonrpc\":\"2.0\",",
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"} x",
        "{\"jsonrpc\":\"2.0\",\"id\":NaN,\"method\":\"ping\"}",
        "\uFEFF{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}",
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"id\":2,\"method\":\"ping\"}",
        "not json",
        ""
    })
    void x12RefusesWhatIsNotJson(String body) {
        request().body(body.getBytes(StandardCharsets.UTF_8)).post(Server.mcp(Server.READS)).then().statusCode(400)
                .body("error.code", equalTo(-32700))
                .body(not(containsString("Exception")));
    }

    @Test
    void x12RefusesDeepNestingAndNumbersWithoutEnd() {
        String deep = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\",\"params\":" + "[".repeat(20_000) + "]".repeat(20_000) + "}";
        String number = "{\"jsonrpc\":\"2.0\",\"id\":" + "9".repeat(900_000) + ",\"method\":\"tools/list\"}";
        String surrogate = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"\\ud800\"}";

        for (String body : List.of(deep, number, surrogate)) {
            request().body(body).post(Server.mcp(Server.READS)).then().statusCode(allOf(greaterThanOrEqualTo(400), lessThan(500)))
                    .body("error.code", lessThan(-32599)).body(not(containsString("Exception")));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "{\"jsonrpc\":\"2.0\",\"id\":null,\"method\":\"tools/list\"}",
        "{\"jsonrpc\":\"2.0\",\"id\":{},\"method\":\"tools/list\"}",
        "{\"jsonrpc\":\"2.0\",\"id\":1.5,\"method\":\"tools/list\"}",
        "{\"jsonrpc\":\"1.0\",\"id\":1,\"method\":\"tools/list\"}",
        "{\"id\":1,\"method\":\"tools/list\"}",
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{}}"
    })
    void x13RefusesWhatIsNoRequest(String body) {
        request().body(body).post(Server.mcp(Server.READS)).then().statusCode(400).body("error.code", equalTo(-32600));
    }

    @Test
    void x14AnswersAnUnknownMethodByTheRulesOfItsEra() {
        Mcp.request(token, "tools/invent").body(Mcp.message("tools/invent").toString()).post(Server.mcp(Server.READS)).then().statusCode(404)
                .body("error.code", equalTo(-32601));

        String session = session();
        bare().header("Accept", "application/json, text/event-stream").header("Mcp-Session-Id", session).contentType("application/json")
                .body("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/invent\"}").post(Server.mcp(Server.READS)).then().statusCode(200)
                .body("error.code", equalTo(-32601));
    }

    @Test
    void x15ReadsNoFurtherThanTheLimit() throws IOException {
        String endless = "POST /mcp/v1/platform/object-reads HTTP/1.1\r\nHost: " + RawHttp.host() + "\r\nAuthorization: Bearer " + token
                + "\r\nContent-Type: application/json\r\nAccept: application/json, text/event-stream\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n"
                + ("10000\r\n" + " ".repeat(0x10000) + "\r\n").repeat(20) + "0\r\n\r\n";

        request().body(" ".repeat(1_100_000)).post(Server.mcp(Server.READS)).then().statusCode(413);
        assertThat(RawHttp.status(RawHttp.send(endless))).isEqualTo(413);
        for (String encoding : List.of("gzip", "br", "identity, gzip")) {
            request().header("Content-Encoding", encoding).body(LIST.getBytes(StandardCharsets.UTF_8)).post(Server.mcp(Server.READS)).then().statusCode(415);
        }
    }

    @Test
    void x22KnowsNoSessionsInTheRevisionWithoutThem() {
        String session = session();

        request().header("Mcp-Session-Id", "of-nobody").header("Last-Event-ID", "77").body(LIST).post(Server.mcp(Server.READS)).then().statusCode(200);
        for (Method method : List.of(Method.GET, Method.DELETE)) {
            request().header("Mcp-Session-Id", session).request(method, Server.mcp(Server.READS)).then().statusCode(405).header("Allow", equalTo("POST"));
        }
        bare().header("Accept", "application/json, text/event-stream").header("Mcp-Session-Id", session).contentType("application/json")
                .body("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}").post(Server.mcp(Server.READS)).then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "//mcp/v1/platform/object-reads", "/mcp//v1/platform/object-reads", "/mcp;x=1/v1/platform/object-reads", "/%6dcp/v1/platform/object-reads",
        "/mcp/v1/platform/object-reads;x", "/setup/../mcp/v1/platform/object-reads", "/mcp/v1/%2e%2e/v1/platform/object-reads", "/MCP/v1/platform/object-reads",
        "/mcp/v1/platform%2fobject-reads"
    })
    void x31NoSpellingOfAPathSkipsACheck(String path) throws IOException {
        String foreign = RawHttp.send(post(path, List.of("Host: " + RawHttp.host(), "Origin: https://evil.example")));
        String nobody = RawHttp.send(post(path, List.of("Host: " + RawHttp.host())).replace("Bearer " + token, "Bearer nobody"));

        assertThat(List.of(RawHttp.status(foreign), RawHttp.status(nobody))).as(foreign + nobody).allMatch(status -> status >= 400 && status < 500);
        assertThat(foreign + nobody).doesNotContain("soqlQuery");
    }

    @ParameterizedTest
    @EnumSource(value = Method.class, names = {"TRACE", "PUT", "HEAD", "PATCH", "OPTIONS"})
    void x32KnowsNoOtherMethods(Method method) {
        request().request(method, Server.mcp(Server.READS)).then().statusCode(405);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "file:///etc/passwd", "http://localhost:1/", "jar:file:/x!/y", "schema://../Account", "schema://Account/../User", "record://Account/%2e%2e%2f", "schema://{object}", "", "C:\\x"
    })
    void x33ReadsNothingThatIsNoResource(String uri) {
        ObjectNode read = Mcp.message("resources/read");
        ((ObjectNode) read.path("params")).put("uri", uri);

        Mcp.request(token, "resources/read").header("Mcp-Name", uri).body(read.toString()).post(Server.mcp(Server.READS)).then()
                .body("result", nullValue()).body(not(containsString("root:")));
    }

    @Test
    void x35CallsAToolThatIsNotListedLikeOneThatIsNotThere() {
        String unlisted = Mcp.call(token, "deleteRecord", Json.object()).body("error.code", equalTo(-32602)).extract().asString();
        String absent = Mcp.call(token, "inventRecord", Json.object()).extract().asString();

        assertThat(unlisted.replace("deleteRecord", "X")).isEqualTo(absent.replace("inventRecord", "X"));
    }

    private RequestSpecification request() {
        return versioned(Mcp.VERSION);
    }

    private RequestSpecification versioned(String version) {
        return bare().header("Accept", "application/json, text/event-stream").header("MCP-Protocol-Version", version).header("Mcp-Method", "tools/list")
                .contentType("application/json");
    }

    private RequestSpecification bare() {
        return RestAssured.given().config(AS_WRITTEN).header("Authorization", "Bearer " + token);
    }

    private static ValidatableResponse preflight(String origin, String path) {
        return RestAssured.given().header("Origin", origin).header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "authorization, content-type, mcp-method, Mcp-Param-Region").options(Server.at(path)).then();
    }

    private String session() {
        return bare().header("Accept", "application/json, text/event-stream").contentType("application/json")
                .body("{\"jsonrpc\":\"2.0\",\"id\":0,\"method\":\"initialize\",\"params\":{\"protocolVersion\":\"2025-11-25\",\"capabilities\":{},"
                        + "\"clientInfo\":{\"name\":\"test\",\"version\":\"1\"}}}")
                .post(Server.mcp(Server.READS)).then().statusCode(200).extract().header("Mcp-Session-Id");
    }

    private String post(String target, List<String> headers) {
        return "POST " + target + " HTTP/1.1\r\n" + String.join("", headers.stream().map(header -> header + "\r\n").toList()) + "Authorization: Bearer " + token
                + "\r\nContent-Type: application/json\r\nAccept: application/json, text/event-stream\r\nMCP-Protocol-Version: " + Mcp.VERSION
                + "\r\nMcp-Method: tools/list\r\nConnection: close\r\nContent-Length: " + LIST.length() + "\r\n\r\n" + LIST;
    }
}
