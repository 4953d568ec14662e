package org.gatehouse.mcp.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatehouse.mcp.protocol.McpWorld.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Objects;
import org.gatehouse.audit.Outcome;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Prompts, resources and completion on the wire of both eras. */
class ContentMethodsTest {
    private final McpWorld world = new McpWorld(FakeContents::servers);

    ContentMethodsTest() {
        world.catalog.activation().activate(FakeContents.SERVER);
        world.catalog.activation().activate(FakeContents.BARE);
    }

    /** How a client of each era asks. */
    enum Speech {
        LEGACY,
        MODERN
    }

    @ParameterizedTest
    @EnumSource(Speech.class)
    void promptsAreListedAndFilledIn(Speech speech) {
        JsonNode prompt = ask(speech, "prompts/list", null, "").at("/result/prompts/0");
        JsonNode message = ask(speech, "prompts/get", "greet", "'name':'greet','arguments':{'who':'Ada'}").at("/result/messages/0");

        assertThat(prompt.path("name").textValue()).isEqualTo("greet");
        assertThat(prompt.path("title").textValue()).isEqualTo("Greet");
        assertThat(prompt.at("/arguments/0/name").textValue()).isEqualTo("who");
        assertThat(prompt.at("/arguments/0/required").booleanValue()).isTrue();
        assertThat(message.toString()).isEqualTo("{\"role\":\"user\",\"content\":{\"type\":\"text\",\"text\":\"Greet Ada.\"}}");
        assertThat(world.lastEvent().method()).isEqualTo("prompts/get");
        assertThat(world.lastEvent().server()).isEqualTo(FakeContents.SERVER);
        assertThat(Objects.requireNonNull(world.lastEvent().arguments()).names()).containsExactly("who");
        assertThat(world.lastEvent().toString()).doesNotContain("Ada");
    }

    @ParameterizedTest
    @EnumSource(Speech.class)
    void resourcesAreListedAndRead(Speech speech) {
        JsonNode listed = ask(speech, "resources/list", null, "").at("/result/resources/0");
        JsonNode template = ask(speech, "resources/templates/list", null, "").at("/result/resourceTemplates/0");
        JsonNode read = ask(speech, "resources/read", "number://1", "'uri':'number://1'").path("result");

        assertThat(listed.path("uri").textValue()).isEqualTo("number://1");
        assertThat(listed.path("mimeType").textValue()).isEqualTo("application/json");
        assertThat(template.path("uriTemplate").textValue()).isEqualTo("number://{value}");
        assertThat(read.at("/contents/0").toString()).isEqualTo("{\"uri\":\"number://1\",\"mimeType\":\"application/json\",\"text\":\"{\\\"value\\\":1}\"}");
        assertThat(world.lastEvent().outcome()).isEqualTo(Outcome.SUCCESS);
    }

    @Test
    void whatHasPicturesShowsThem() {
        String icons = "[{\"src\":\"https://icons.example/one.png\",\"sizes\":[\"48x48\"],\"theme\":\"dark\"}]";

        assertThat(ask(Speech.MODERN, "prompts/list", null, "").at("/result/prompts/0/icons").toString()).isEqualTo(icons);
        assertThat(ask(Speech.MODERN, "resources/list", null, "").at("/result/resources/0/icons").toString()).isEqualTo(icons);
        assertThat(ask(Speech.MODERN, "resources/templates/list", null, "").at("/result/resourceTemplates/0/icons").toString()).isEqualTo(icons);
        assertThat(ask(Speech.MODERN, "server/discover", null, "").at("/result/_meta/io.modelcontextprotocol~1serverInfo/icons").toString()).isEqualTo(icons);
        assertThat(ask(Speech.MODERN, "prompts/list", null, "").at("/result/_meta/io.modelcontextprotocol~1serverInfo").has("icons")).as("once is enough").isFalse();
    }

    @ParameterizedTest
    @EnumSource(Speech.class)
    void argumentsAndVariablesAreCompleted(Speech speech) {
        JsonNode prompt = ask(speech, "completion/complete", null, "'ref':{'type':'ref/prompt','name':'greet'},'argument':{'name':'who','value':'x'}");
        JsonNode resource = ask(
                speech, "completion/complete", null, "'ref':{'type':'ref/resource','uri':'number://{value}'},'argument':{'name':'value','value':''}");

        assertThat(prompt.at("/result/completion").toString()).isEqualTo("{\"hasMore\":false,\"values\":[\"xa\",\"xb\"]}");
        assertThat(resource.at("/result/completion/values/0").textValue()).isEqualTo("1");
        assertThat(world.lastEvent().rowsReturned()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"LEGACY, -32002", "MODERN, -32602"})
    void anUnknownResourceHasTheCodeOfItsEra(Speech speech, int code) {
        JsonNode error = ask(speech, "resources/read", "number://2", "'uri':'number://2'").path("error");

        assertThat(error.path("code").intValue()).isEqualTo(code);
        assertThat(error.at("/data/uri").textValue()).isEqualTo("number://2");
        assertThat(world.lastEvent().outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(world.lastEvent().errorCode()).isEqualTo("NOT_FOUND");
    }

    @ParameterizedTest
    @EnumSource(Speech.class)
    void whatIsWrongIsSaidAsAProtocolError(Speech speech) {
        assertThat(ask(speech, "prompts/get", "greet", "'name':'greet'").path("error").toString())
                .contains("-32602", "it is needed (/arguments/who)");
        assertThat(ask(speech, "prompts/get", "other", "'name':'other'").at("/error/code").intValue()).isEqualTo(-32602);
        JsonNode broken = ask(speech, "resources/read", "number://broken", "'uri':'number://broken'");
        assertThat(broken.at("/error/code").intValue()).isEqualTo(-32603);
        assertThat(broken.toString()).doesNotContain("secret");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "prompts/get | 'arguments':{}",
        "prompts/get | 'name':'greet','arguments':[]",
        "prompts/get | 'name':'greet','arguments':{'who':5}",
        "prompts/get | 'name':'greet','arguments':{'who':null}",
        "resources/read | 'uri':5",
        "resources/read | ",
        "prompts/list | 'cursor':'abc'",
        "resources/list | 'cursor':'abc'",
        "resources/templates/list | 'cursor':''",
        "completion/complete | ",
        "completion/complete | 'ref':{'type':'ref/prompt','name':'greet'}",
        "completion/complete | 'ref':{'type':'ref/tool','name':'greet'},'argument':{'name':'who','value':''}",
        "completion/complete | 'ref':{'type':'ref/prompt'},'argument':{'name':'who','value':''}",
        "completion/complete | 'ref':{'type':'ref/resource','name':'x'},'argument':{'name':'who','value':''}",
        "completion/complete | 'ref':{'type':'ref/prompt','name':'greet'},'argument':{'name':'who','value':5}",
        "completion/complete | 'ref':{'type':'ref/prompt','name':'other'},'argument':{'name':'who','value':''}",
        "completion/complete | 'ref':{'type':'ref/resource','uri':'other://{x}'},'argument':{'name':'x','value':''}"
    })
    void paramsThatSayNothingAreRefused(String method, String params) {
        assertThat(ask(Speech.LEGACY, method, null, params == null ? "" : params).path("error").path("code").intValue()).isIn(-32602, -32002);
    }

    @ParameterizedTest
    @ValueSource(strings = {"prompts/list", "prompts/get", "resources/list", "resources/templates/list", "resources/read", "completion/complete"})
    void aServerThatOffersNoneHasNoSuchMethod(String method) {
        String params = switch (method) {
            case "prompts/get" -> "'name':'greet'";
            case "resources/read" -> "'uri':'greet'";
            case "completion/complete" -> "'ref':{'type':'ref/prompt','name':'greet'},'argument':{'name':'who','value':''}";
            default -> "";
        };
        HttpAnswer modern = modern(FakeContents.BARE, method, "greet", params);
        HttpAnswer legacy = legacy(FakeContents.BARE, method, params);

        assertThat(modern.status()).isEqualTo(404);
        assertThat(json(modern).at("/error/code").intValue()).isEqualTo(-32601);
        assertThat(legacy.status()).isEqualTo(200);
        assertThat(json(legacy).at("/error/code").intValue()).isEqualTo(-32601);
    }

    @Test
    void capabilitiesSayWhatThereIs() {
        JsonNode contents = ask(Speech.MODERN, "server/discover", null, "").at("/result/capabilities");
        JsonNode bare = json(modern(FakeContents.BARE, "server/discover", null, "")).at("/result/capabilities");

        assertThat(contents.toString()).isEqualTo(
                "{\"logging\":{},\"tools\":{\"listChanged\":true},\"prompts\":{\"listChanged\":true},\"resources\":{\"listChanged\":true,\"subscribe\":true},\"completions\":{},\"extensions\":{\"io.modelcontextprotocol/tasks\":{}}}");
        assertThat(bare.toString()).isEqualTo("{\"logging\":{},\"tools\":{\"listChanged\":true},\"extensions\":{\"io.modelcontextprotocol/tasks\":{}}}");
    }

    @Test
    void x28WhatIsReadIsCachedForNobody() {
        JsonNode read = ask(Speech.MODERN, "resources/read", "number://1", "'uri':'number://1'").path("result");
        JsonNode listed = ask(Speech.MODERN, "resources/list", null, "").path("result");

        assertThat(read.path("ttlMs").intValue()).isZero();
        assertThat(read.path("cacheScope").textValue()).isEqualTo("private");
        assertThat(listed.path("cacheScope").textValue()).isEqualTo("private");
        assertThat(ask(Speech.LEGACY, "resources/read", null, "'uri':'number://1'").path("result").has("ttlMs")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "prompts/get | | 'name':'greet'", "prompts/get | other | 'name':'greet'", "resources/read | | 'uri':'number://1'", "resources/read | number://2 | 'uri':'number://1'"
    })
    void theNameInTheHeaderIsThatOfTheBody(String method, String header, String params) {
        assertThat(modern(FakeContents.SERVER, method, header, params).status()).isEqualTo(400);
    }

    private JsonNode ask(Speech speech, String method, @Nullable String name, String params) {
        return json(switch (speech) {
            case LEGACY -> legacy(FakeContents.SERVER, method, params);
            case MODERN -> modern(FakeContents.SERVER, method, name, params);
        });
    }

    private HttpAnswer modern(String server, String method, @Nullable String name, String params) {
        world.as(world.catalog.caller(server, "mcp_api.read"));
        return world.post(server, ModernMessages.headers(method, name), ModernMessages.request(method, params.replace('\'', '"')));
    }

    private HttpAnswer legacy(String server, String method, String params) {
        world.as(world.catalog.caller(server, "mcp_api.read"));
        HttpAnswer opened = world.post(server, LegacyMessages.NO_HEADERS, LegacyMessages.initialize("2025-11-25"));
        McpHeaders session = new McpHeaders("2025-11-25", null, null, Objects.requireNonNull(opened.headers().get("Mcp-Session-Id")));
        return world.post(server, session, LegacyMessages.request(method, params.replace('\'', '"')));
    }
}
