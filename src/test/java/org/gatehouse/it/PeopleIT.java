package org.gatehouse.it;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;

import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** People and permissions changed over the automation interface, and what that means for a person and their agent. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class PeopleIT {
    private static final String API = Server.URL + "/api/v1";

    @Deployment(testable = false)
    static WebArchive serverSide() {
        return ServerSide.deployment();
    }

    @Test
    void aNewPersonSignsInUsesAnAgentAndIsOutWhenMadeInactive() {
        RequestSpecification admin = admin();
        String id = given().spec(admin).body(person("it.person", true, null)).post(API + "/users").then().statusCode(201).extract().path("id");
        given().spec(admin).body("{\"password\": \"short\"}").put(API + "/users/" + id + "/password").then().statusCode(400);
        given().spec(admin).body("{\"password\": \"long enough to be one\"}").put(API + "/users/" + id + "/password").then().statusCode(204);
        given().spec(admin).body("{\"permissionSet\": \"MCPClientUser\"}").put(API + "/users/" + id + "/permission-sets").then().statusCode(204);
        given().spec(admin).get(API + "/users/" + id + "/permission-sets").then().statusCode(200).body("permissionSet", hasItem("MCPClientUser"));

        var agent = new Agent(Server.READS);
        String token = agent.connect(new Person("it.person", "long enough to be one"), "mcp_api.read").getTokens().getAccessToken().getValue();
        Mcp.query(token, "SELECT Id FROM Account").statusCode(200).body("result.structuredContent.totalSize", equalTo(0));

        String read = given().spec(admin).get(API + "/users/" + id).then().statusCode(200).extract().path("lastModifiedDate");
        given().spec(admin).body(person("it.person", false, read)).put(API + "/users/" + id).then().statusCode(200).body("active", equalTo(false));
        Mcp.query(token, "SELECT Id FROM Account").statusCode(401);
        given().spec(admin).body(person("it.person", true, read)).put(API + "/users/" + id).then().statusCode(409);
        assertThat(ServerSide.rows("SELECT method, username, outcome FROM gatehouse.audit_event WHERE objects = '" + id + "' AND method = 'user.password'"))
                .containsExactlyInAnyOrder(List.of("user.password", "admin", "REFUSED"), List.of("user.password", "admin", "SUCCESS"));
    }

    @Test
    void aPermissionSetHoldsWithTheNextRequest() {
        RequestSpecification admin = admin();
        String rep = Agent.tokenOf("rep.west.1");
        assertThat(Mcp.query(rep, "SELECT Id FROM Invoice").extract().asString()).contains("INVALID_TYPE");
        String set = "{\"name\": \"ItInvoices\", \"label\": \"Invoices\", \"objects\": {\"Invoice\": {\"read\": true, \"fields\": {\"NetAmount\": {\"read\": true}}}}}";
        given().spec(admin).body(set.replace("true,", "false, \"edit\": true,")).post(API + "/permission-sets").then().statusCode(400)
                .body("violations.message", hasItem("everything else needs read"));
        given().spec(admin).body(set).post(API + "/permission-sets").then().statusCode(201).body("version", equalTo(1));
        String id = ServerSide.rows("SELECT id FROM gatehouse.app_user WHERE username = 'rep.west.1'").getFirst().getFirst();

        given().spec(admin).body("{\"permissionSet\": \"ItInvoices\"}").put(API + "/users/" + id + "/permission-sets").then().statusCode(204);
        Mcp.query(rep, "SELECT NetAmount FROM Invoice LIMIT 1").statusCode(200).body("result.isError", equalTo(false));

        given().spec(admin).delete(API + "/permission-sets/ItInvoices?version=1").then().statusCode(409);
        given().spec(admin).delete(API + "/users/" + id + "/permission-sets/ItInvoices").then().statusCode(204);
        assertThat(Mcp.query(rep, "SELECT Id FROM Invoice").extract().asString()).contains("INVALID_TYPE");
        given().spec(admin).delete(API + "/permission-sets/ItInvoices?version=1").then().statusCode(204);
    }

    @Test
    void aGroupOfPermissionSetsHoldsWithTheNextCallAndMutesWhatItSays() {
        RequestSpecification admin = admin();
        String rep = Agent.tokenOf("rep.west.3");
        String id = ServerSide.rows("SELECT id FROM gatehouse.app_user WHERE username = 'rep.west.3'").getFirst().getFirst();
        String grant = "\"objects\": {\"Invoice\": {\"read\": %s, \"fields\": {\"NetAmount\": {\"read\": true}}}}}";
        given().spec(admin).body("{\"name\": \"ItMember\", \"label\": \"Member\", " + grant.formatted(true)).post(API + "/permission-sets").then().statusCode(201);
        given().spec(admin).body("{\"name\": \"ItMuting\", \"label\": \"Muting\", \"muting\": true, " + grant.formatted(false)).post(API + "/permission-sets").then().statusCode(201);
        given().spec(admin).body("{\"name\": \"ItGroup\", \"label\": \"Group\", \"permissionSets\": [\"ItMuting\"]}").post(API + "/permission-set-groups").then().statusCode(400);
        given().spec(admin).body("{\"name\": \"ItGroup\", \"label\": \"Group\", \"permissionSets\": [\"ItMember\"]}").post(API + "/permission-set-groups").then().statusCode(201);

        given().spec(admin).body("{\"group\": \"ItGroup\", \"expiresAt\": \"2100-01-01T00:00:00Z\"}").put(API + "/users/" + id + "/permission-set-groups").then().statusCode(204);

        given().spec(admin).get(API + "/users/" + id + "/permission-set-groups").then().body("group", hasItem("ItGroup")).body("expiresAt", hasItem("2100-01-01T00:00:00Z"));
        Mcp.query(rep, "SELECT NetAmount FROM Invoice LIMIT 1").statusCode(200).body("result.isError", equalTo(false));

        given().spec(admin).body("{\"name\": \"ItGroup\", \"label\": \"Group\", \"permissionSets\": [\"ItMember\"], \"muting\": \"ItMuting\", \"version\": 1}")
                .put(API + "/permission-set-groups/ItGroup").then().statusCode(200).body("version", equalTo(2));
        assertThat(Mcp.query(rep, "SELECT NetAmount FROM Invoice LIMIT 1").extract().asString()).contains("INVALID_FIELD");

        given().spec(admin).delete(API + "/permission-set-groups/ItGroup?version=2").then().statusCode(409);
        given().spec(admin).delete(API + "/users/" + id + "/permission-set-groups/ItGroup").then().statusCode(204);
        given().spec(admin).delete(API + "/permission-set-groups/ItGroup?version=1").then().statusCode(409);
        given().spec(admin).delete(API + "/permission-set-groups/ItGroup?version=2").then().statusCode(204);
        given().spec(admin).get(API + "/permission-set-groups/ItGroup").then().statusCode(404);
        for (String set : List.of("ItMember", "ItMuting")) {
            given().spec(admin).delete(API + "/permission-sets/" + set + "?version=1").then().statusCode(204);
        }
    }

    @Test
    void anAdministratorReadsWhySomebodySeesARecord() {
        RequestSpecification admin = admin();
        String account = ServerSide.rows("SELECT a.id FROM records.account a JOIN gatehouse.app_user u ON u.id = a.owner_id"
                + " WHERE u.username = 'rep.west.1' ORDER BY a.id").getFirst().getFirst();

        given().spec(admin).get(API + "/access/explanation?user=manager.west&object=Account&field=Phone&record=" + account).then().statusCode(200)
                .body("allowed", hasItem("read"))
                .body("field.read", equalTo(true))
                .body("record.reasons.find { it.kind == 'ROLE_HIERARCHY' && it.level == 'READ' }.matches", equalTo(true))
                .body("record.reasons.find { it.kind == 'OWNER' && it.level == 'READ' }.matches", equalTo(false));
        given().spec(admin).get(API + "/access/explanation?object=Account").then().statusCode(400).body("violations[0].location", equalTo("?user"));
        given().spec(admin).get(API + "/access/explanation?user=nobody&object=Account").then().statusCode(404);
        given().spec(admin).get(API + "/access/overview?user=rep.west.1&client=inspector&server=platform/object-reads").then().statusCode(200)
                .body("object", hasItem("Account"));
    }

    @Test
    void anAdministratorReadsWhyAnAgentDoesNotGetThrough() {
        RequestSpecification admin = admin();

        given().spec(admin).body("{\"client\": \"inspector\", \"user\": \"rep.west.1\", \"address\": \"127.0.0.1\"}").post(API + "/doctor").then().statusCode(200)
                .body("healthy", equalTo(true))
                .body("findings.find { it.step == 'TOOLS' }.found", containsString("soqlQuery"));
        given().spec(admin).body("{\"client\": \"inspector\", \"user\": \"nobody\"}").post(API + "/doctor").then().statusCode(200)
                .body("findings.find { it.verdict == 'FAILED' }.step", equalTo("PERSON"));
        given().spec(admin).body("{}").post(API + "/doctor").then().statusCode(400).body("violations[0].location", equalTo("/client"));
    }

    @Test
    void aCeilingTakesFromTheAgentWithTheNextRequest() {
        RequestSpecification admin = admin();
        String rep = Agent.tokenOf("rep.west.1");
        Mcp.query(rep, "SELECT Id FROM Contact LIMIT 1").statusCode(200).body("result.isError", equalTo(false));

        given().spec(admin).body("{\"ceiling\": {\"objects\": {\"Account\": {\"read\": true, \"allFields\": true}}}}")
                .put(API + "/ceilings/servers/platform/object-reads").then().statusCode(200).body("version", equalTo(1));
        try {
            assertThat(Mcp.query(rep, "SELECT Id FROM Contact").extract().asString()).contains("INVALID_TYPE");
            Mcp.query(rep, "SELECT Id FROM Account LIMIT 1").statusCode(200).body("result.isError", equalTo(false));
        } finally {
            given().spec(admin).delete(API + "/ceilings/servers/platform/object-reads?version=1").then().statusCode(204);
        }
        Mcp.query(rep, "SELECT Id FROM Contact LIMIT 1").body("result.isError", equalTo(false));
        given().spec(admin).get(API + "/ceilings/servers/platform/object-reads").then().statusCode(404);
        given().spec(admin).body("{\"ceiling\": {\"objects\": {}}}").put(API + "/ceilings/clients/nobody").then().statusCode(404);
        given().spec(admin).body("{\"ceiling\": {\"objects\": {}}}").put(API + "/ceilings/servers/platform/nothing").then().statusCode(404);
    }

    @Test
    void theInterfaceTakesApiEnabledAndCustomizeApplication() {
        RequestSpecification admin = admin();
        for (String permission : List.of("ApiEnabled", "CustomizeApplication", "ManageUsers")) {
            String row = "FROM gatehouse.system_permission WHERE permission = '" + permission + "' AND permission_set_id = '0PS000000000000001'";
            assertThat(ServerSide.rows("SELECT permission " + row)).hasSize(1);
            ServerSide.change("DELETE " + row);
            ServerSide.change("UPDATE gatehouse.configuration_version SET version = version + 1 WHERE topic = 'access'");
            try {
                given().spec(admin).get(API + "/users").then().statusCode(403);
            } finally {
                ServerSide.change("INSERT INTO gatehouse.system_permission (permission_set_id, permission) VALUES ('0PS000000000000001', '" + permission + "')");
                ServerSide.change("UPDATE gatehouse.configuration_version SET version = version + 1 WHERE topic = 'access'");
            }
            given().spec(admin).get(API + "/users").then().statusCode(200);
        }
    }

    @Test
    void whoMayNotManageUsersReadsAndChangesNobody() {
        given().get(API + "/users").then().statusCode(401);
        given().accept(ContentType.JSON).get(Server.at("/openapi")).then().statusCode(200)
                .body("paths", hasKey("/api/v1/users/{id}/permission-sets"))
                .body("paths.keySet()", hasItems("/api/v1/permission-sets/{name}", "/api/v1/users/{id}/password"));
        given().spec(admin()).get(API + "/users?limit=2").then().statusCode(200).body("username", hasItems("admin", "agent.support.1"));
        given().spec(admin()).get(API + "/users/" + ServerSide.rows("SELECT id FROM gatehouse.app_user WHERE username = 'ceo'").getFirst().getFirst() + "/logins")
                .then().statusCode(200);
    }

    private static String person(String username, boolean active, @Nullable String read) {
        return "{\"username\": \"" + username + "\", \"name\": \"It Person\", \"email\": \"it@demo.example\", \"profile\": \"StandardUser\","
                + " \"active\": " + active + ", \"timeZone\": \"UTC\", \"locale\": \"en_US\""
                + (read == null ? "" : ", \"lastModifiedDate\": \"" + read + "\"") + "}";
    }

    private static RequestSpecification admin() {
        String token = Agent.automation().connect(new Person("admin"), "api").getTokens().getAccessToken().getValue();
        return given().auth().oauth2(token).contentType(ContentType.JSON).accept("application/json, application/problem+json");
    }
}
