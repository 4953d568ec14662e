package org.gatehouse.it;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;
import javax.management.openmbean.CompositeData;
import javax.management.remote.JMXConnector;
import org.gatehouse.platform.json.Json;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An administrator makes a server over the interface, and official clients use it. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class CustomServersIT {
    private static final String API = Server.URL + "/api/v1";
    private static final String CUSTOM = API + "/custom-servers";

    private static final String DOCUMENT = """
            {"title": "Sales desk", "instructions": "For the sales desk: accounts and visits.",
             "tools": [{"tool": "getUserInfo", "name": "whoAmI", "description": "Who the signed-in person is."}],
             "queries": [{"name": "accountsIn", "title": "Accounts in an industry", "description": "Lists the accounts of an industry.",
               "query": "SELECT Id, Name FROM Account WHERE Industry = :industry ORDER BY Name LIMIT 200",
               "arguments": [{"name": "industry", "type": "text", "required": true, "description": "For example Energy."}]}],
             "prompts": [{"name": "visit", "description": "Prepares a visit to an account.",
               "arguments": [{"name": "account", "required": true, "object": "Account"}],
               "messages": [{"role": "user", "text": "Prepare a visit to {{account.Name}}."}]}],
             "resources": {"schemas": true, "records": ["Account"]}}""";

    @Deployment(testable = false)
    static WebArchive serverSide() {
        return ServerSide.deployment();
    }

    @ParameterizedTest
    @ValueSource(strings = {"v1", "v2", "v2-auto"})
    void officialClientsUseToolsPromptsResourcesAndCompletion(String sdk) throws Exception {
        String name = "ItDesk-" + sdk;
        RequestSpecification admin = admin();
        offer(admin, name);
        try {
            String rep = Agent.tokenOf("rep.west.1");
            JsonNode account = Json.read(Mcp.query(rep, "SELECT Id, Name, Industry FROM Account WHERE Industry != null ORDER BY Name LIMIT 1")
                            .extract().asByteArray())
                    .at("/result/structuredContent/records/0");
            String hidden = ServerSide.rows("SELECT id FROM records.account WHERE owner_id <> (SELECT id FROM gatehouse.app_user WHERE username = 'rep.west.1')"
                            + " ORDER BY id")
                    .stream()
                    .map(List::getFirst)
                    .filter(id -> Mcp.query(rep, "SELECT Id FROM Account WHERE Id = '" + id + "'").extract().path("result.structuredContent.totalSize").equals(0))
                    .findFirst()
                    .orElseThrow();
            JsonNode seen = new TypeScriptClient(sdk).use(new Person("rep.west.1"), "custom/" + name, uses(account, hidden));

            assertThat(seen.at("/capabilities").properties()).extracting(Map.Entry::getKey).contains("tools", "prompts", "resources", "completions");
            assertThat(seen.at("/instructions").textValue()).startsWith("For the sales desk");
            assertThat(texts(seen.at("/tools"))).containsExactly("whoAmI", "accountsIn");
            assertThat(seen.at("/called/records").findValuesAsText("Name")).contains(account.path("Name").textValue());
            assertThat(texts(seen.at("/prompts"))).containsExactly("visit");
            assertThat(texts(seen.at("/filled"))).containsExactly("Prepare a visit to " + account.path("Name").textValue() + ".");
            assertThat(texts(seen.at("/resources"))).contains("schema://Account").doesNotContain("schema://Invoice");
            assertThat(texts(seen.at("/templates"))).containsExactly("schema://{object}", "record://{object}/{id}");
            assertThat(seen.at("/read/Name")).isEqualTo(account.path("Name"));
            assertThat(seen.at("/read").has("AnnualRevenue")).isFalse();
            assertThat(seen.at("/hidden/message").textValue()).contains("There is no resource of this URI.");
            assertThat(texts(seen.at("/completed"))).contains(account.path("Name").textValue());
            assertThat(ServerSide.rows("SELECT DISTINCT method FROM gatehouse.audit_event WHERE server = 'custom/" + name + "' AND username = 'rep.west.1'"))
                    .extracting(List::getFirst)
                    .contains("prompts/get", "resources/read", "completion/complete", "tools/call");
        } finally {
            remove(admin, name);
        }
    }

    @Test
    void anAdministratorEditsPublishesAndDeletes() {
        RequestSpecification admin = admin();
        String name = "ItEdited";

        given().spec(admin).body(draft(name, null, "{\"title\": \"One\", \"tools\": [{\"tool\": \"nothing\"}]}")).post(CUSTOM).then().statusCode(400)
                .body("violations.location", hasItem("/tools/0/tool"));
        given().spec(admin).body(draft(name, null, "{\"title\": \"One\", \"surprise\": 1}")).post(CUSTOM).then().statusCode(400);
        given().spec(admin).body(draft(name, null, DOCUMENT)).post(CUSTOM).then().statusCode(201).body("version", equalTo(1)).body("published", nullValue());
        try {
            given().spec(admin).get(API + "/servers").then().statusCode(200).body("name", not(hasItem("custom/" + name)));
            given().spec(admin).post(CUSTOM + "/" + name + "/publish?version=2").then().statusCode(409);
            given().spec(admin).post(CUSTOM + "/" + name + "/publish?version=1").then().statusCode(200).body("published.number", equalTo(1));
            given().spec(admin).get(API + "/servers").then().body("find { it.name == 'custom/" + name + "' }.active", equalTo(false))
                    .body("find { it.name == 'custom/" + name + "' }.version", equalTo("1"));
            given().spec(admin).body(draft(null, 1, DOCUMENT.replace("Sales desk", "Desk"))).put(CUSTOM + "/" + name).then().statusCode(200)
                    .body("differences", hasSize(1)).body("differences[0].path", equalTo("/title"));
            given().spec(admin).body(draft(null, 1, DOCUMENT)).put(CUSTOM + "/" + name).then().statusCode(409);
            given().spec(admin).get(CUSTOM + "/" + name + "/versions/1").then().statusCode(200).body("title", equalTo("Sales desk"));
            given().spec(admin).get(CUSTOM + "/" + name + "/versions/2").then().statusCode(404);
            String export = given().spec(admin).get(CUSTOM + "/" + name).then().statusCode(200).extract().asString();
            assertThat(export).contains("accountsIn");
        } finally {
            int version = given().spec(admin).get(CUSTOM + "/" + name).path("version");
            given().spec(admin).delete(CUSTOM + "/" + name + "?version=" + version).then().statusCode(204);
        }
        given().spec(admin).get(CUSTOM + "/" + name).then().statusCode(404);
        assertThat(ServerSide.rows("SELECT method FROM gatehouse.audit_event WHERE objects = 'custom/" + name + "' AND event_type = 'SetupAuditTrail' ORDER BY id"))
                .extracting(List::getFirst)
                .containsExactly("server.create", "server.publish", "server.edit", "server.delete");
    }

    @Test
    void anOperatorSwitchesOneOverJmx() throws Exception {
        RequestSpecification admin = admin();
        String name = "ItOperated";
        offer(admin, name);
        try (JMXConnector connector = Jmx.connect()) {
            MBeanServerConnection beans = connector.getMBeanServerConnection();
            ObjectName servers = new ObjectName("org.gatehouse:type=McpServers");
            String[] signature = {String.class.getName()};

            beans.invoke(servers, "deactivate", new Object[] {"custom/" + name}, signature);

            assertThat((CompositeData[]) beans.getAttribute(servers, "Servers"))
                    .filteredOn(server -> server.get("name").equals("custom/" + name))
                    .singleElement()
                    .satisfies(server -> assertThat(List.of(server.get("title"), server.get("version"), server.get("active"))).containsExactly("Sales desk", "1", false));
            assertThatThrownBy(() -> beans.invoke(servers, "activate", new Object[] {"custom/nothing"}, signature))
                    .rootCause().hasMessage("There is no active MCP server at this address.");
            beans.invoke(servers, "activate", new Object[] {"custom/" + name}, signature);
        } finally {
            remove(admin, name);
        }
    }

    @Test
    void g13AnImportIsTakenWholeOrNotAtAll() {
        RequestSpecification admin = admin();
        String deep = "{\"name\": \"ItImport\", \"document\": " + "{\"resources\": ".repeat(100) + "{}" + "}".repeat(100) + "}";
        String twice = "{\"name\": \"ItImport\", \"name\": \"ItOther\", \"document\": " + DOCUMENT + "}";
        String large = draft("ItImport", null, DOCUMENT.replace("Prepare a visit to", "x".repeat(210_000)));
        String half = draft("ItImport", null, DOCUMENT.replace("{\"schemas\": true", "{\"schemas\": true, \"queries\": [\"=cmd|' /C calc'!A0\"]"));
        String foreign = draft("ItImport", null, DOCUMENT.replace("\"Account\"]", "\"Account\", \"Elsewhere\"]"));
        String stranger = draft("../ItImport", null, DOCUMENT);
        String member = draft("ItImport", null, DOCUMENT.replace("\"instructions\"", "\"owner\": \"ceo\", \"instructions\""));

        for (String document : List.of(deep, twice, large, half, foreign, stranger, member)) {
            given().spec(admin).body(document).post(CUSTOM).then().statusCode(400);
        }

        given().spec(admin).get(CUSTOM).then().statusCode(200).body("name", not(hasItem("ItImport"))).body("name", not(hasItem("ItOther")));
        assertThat(ServerSide.rows("SELECT name FROM gatehouse.custom_server WHERE name LIKE '%Import%' OR name LIKE '%ItOther%'")).isEmpty();
    }

    @Test
    void a04AnInactiveCustomServerIsLikeOneThatIsNotThere() {
        RequestSpecification admin = admin();
        String name = "ItHidden";
        offer(admin, name);
        String token = new Agent("custom/" + name).connect(new Person("rep.west.1"), "mcp_api.read").getTokens().getAccessToken().getValue();
        Mcp.list(token, "custom/" + name).statusCode(200).body("result.tools.name", hasItems("whoAmI", "accountsIn"));
        given().get(Server.at("/.well-known/oauth-protected-resource/mcp/v1/custom/" + name)).then().statusCode(200).body("resource", equalTo(Server.mcp("custom/" + name)));

        remove(admin, name);

        Mcp.list(token, "custom/" + name).statusCode(404);
        given().get(Server.at("/.well-known/oauth-protected-resource/mcp/v1/custom/" + name)).then().statusCode(404);
    }

    @Test
    void nobodyMakesOneWithoutAToken() {
        given().contentType(ContentType.JSON).body(draft("ItNone", null, DOCUMENT)).post(CUSTOM).then().statusCode(401);
        given().auth().oauth2(Agent.tokenOf("admin")).contentType(ContentType.JSON).body(draft("ItNone", null, DOCUMENT)).post(CUSTOM).then().statusCode(401);
    }

    private static void offer(RequestSpecification admin, String name) {
        given().spec(admin).body(draft(name, null, DOCUMENT)).post(CUSTOM).then().statusCode(201);
        given().spec(admin).post(CUSTOM + "/" + name + "/publish?version=1").then().statusCode(200);
        given().spec(admin).post(API + "/servers/custom/" + name + "/activate").then().statusCode(200);
    }

    private static void remove(RequestSpecification admin, String name) {
        given().spec(admin).post(API + "/servers/custom/" + name + "/deactivate").then().statusCode(200);
        given().spec(admin).delete(CUSTOM + "/" + name + "?version=1").then().statusCode(204);
    }

    private static String draft(@Nullable String name, @Nullable Integer version, String document) {
        ObjectNode draft = Json.object();
        if (name != null) {
            draft.put("name", name);
        }
        if (version != null) {
            draft.put("version", version);
        }
        draft.set("document", Json.literal(document));
        return draft.toString();
    }

    private static ObjectNode uses(JsonNode account, String hiddenId) {
        ObjectNode uses = Json.object();
        uses.putObject("tool").put("name", "accountsIn").putObject("arguments").put("industry", account.path("Industry").textValue());
        uses.putObject("prompt").put("name", "visit").putObject("arguments").put("account", account.path("Id").textValue());
        uses.put("uri", "record://Account/" + account.path("Id").textValue());
        uses.put("hiddenUri", "record://Account/" + hiddenId);
        ObjectNode completion = uses.putObject("completion");
        completion.putObject("ref").put("type", "ref/prompt").put("name", "visit");
        completion.putObject("argument").put("name", "account").put("value", account.path("Name").textValue().substring(0, 4));
        return uses;
    }

    private static List<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::asText).toList();
    }

    private static RequestSpecification admin() {
        String token = Agent.automation().connect(new Person("admin"), "api").getTokens().getAccessToken().getValue();
        return given().auth().oauth2(token).contentType(ContentType.JSON).accept("application/json, application/problem+json");
    }
}
