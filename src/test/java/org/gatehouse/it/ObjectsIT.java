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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Objects made, changed and mapped over the automation interface, and read by an agent. The making of tables is part of a container's transaction here. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class ObjectsIT {
    private static final String API = Server.URL + "/api/v1";

    @Deployment(testable = false)
    static WebArchive serverSide() {
        return ServerSide.deployment();
    }

    @Test
    void makesAnObjectThatAnAgentCanQueryOnceItIsGranted() {
        String admin = token();
        String rep = Agent.tokenOf("rep.west.1");
        int version = as(admin).body("{\"name\": \"Vehicle\", \"label\": \"Vehicle\", \"labelPlural\": \"Vehicles\", \"orgWideDefault\": \"PublicRead\"}")
                .post(API + "/objects").then().statusCode(201)
                .body("managed", equalTo(true))
                .body("fields.name", hasItems("Id", "Name", "OwnerId", "CreatedDate", "IsDeleted"))
                .extract().path("version");
        assertThat(Mcp.query(rep, "SELECT Id FROM Vehicle").extract().asString()).as("nobody reads it yet").contains("INVALID_TYPE");
        ServerSide.change("INSERT INTO gatehouse.object_permission (permission_set_id, object_name, can_read, can_create, can_edit, can_delete,"
                + " view_all, modify_all, view_all_fields) SELECT permission_set_id, 'Vehicle', TRUE, TRUE, TRUE, FALSE, FALSE, FALSE, FALSE"
                + " FROM gatehouse.object_permission WHERE object_name = 'Account' AND NOT modify_all");

        as(admin).body("{\"name\": \"Seats\", \"type\": \"Number\", \"digits\": 3, \"permissionSets\": [{\"permissionSet\": \"" + setOf("rep.west.1")
                        + "\", \"edit\": true}], \"version\": " + version + "}")
                .post(API + "/objects/Vehicle/fields").then().statusCode(201).body("fields.name", hasItem("Seats"));

        Mcp.query(rep, "SELECT Id, Seats FROM Vehicle WHERE Seats > 3").statusCode(200).body("result.structuredContent.totalSize", equalTo(0));
        as(admin).body("{\"name\": \"Seats\", \"type\": \"Number\", \"version\": " + version + "}")
                .post(API + "/objects/Vehicle/fields").then().statusCode(400);
        int last = as(admin).get(API + "/objects/Vehicle").then().statusCode(200).extract().path("version");
        as(admin).delete(API + "/objects/Vehicle?version=" + version).then().statusCode(409);
        as(admin).delete(API + "/objects/Vehicle?version=" + last).then().statusCode(204);
        assertThat(Mcp.query(rep, "SELECT Id FROM Vehicle").extract().asString()).contains("INVALID_TYPE");
        String retired = as(admin).get(API + "/tables/retired").then().statusCode(200).extract().path("find { it.table.endsWith('vehicle') }.id");
        as(admin).delete(API + "/tables/retired/" + retired).then().statusCode(204);
    }

    @Test
    void leavesNothingBehindOfAnObjectThatIsRefused() {
        as(token()).body("{\"name\": \"Select\", \"label\": \"A word of the language\"}").post(API + "/objects").then().statusCode(400)
                .body("violations[0].location", equalTo("/name"));
        as(token()).body("{\"name\": \"Account\", \"label\": \"Another\"}").post(API + "/objects").then().statusCode(400);

        as(token()).get(API + "/objects/Select").then().statusCode(404);
        assertThat(ServerSide.rows("SELECT table_name FROM information_schema.tables WHERE table_schema = 'records' AND table_name LIKE 'select%'"))
                .isEmpty();
    }

    @Test
    void proposesAnObjectForATableMapsItAndTakesItOutOfUse() {
        String admin = token();
        ServerSide.change("CREATE SCHEMA fleet");
        ServerSide.change("CREATE TABLE fleet.truck (plate VARCHAR(12) PRIMARY KEY, axles INTEGER NOT NULL)");
        as(admin).get(API + "/tables").then().statusCode(200).body("table.find { it.equalsIgnoreCase('fleet.truck') }", containsString("."));
        String table = as(admin).get(API + "/tables").then().extract().path("table.find { it.equalsIgnoreCase('fleet.truck') }");

        var proposed = as(admin).get(API + "/tables/" + table + "/proposal").then().statusCode(200)
                .body("object.writeMode", equalTo("ReadOnly"))
                .extract().jsonPath();
        String name = proposed.getString("object.name");
        int version = as(admin).body(proposed.getMap("object")).post(API + "/objects").then().statusCode(201).extract().path("version");

        as(admin).get(API + "/objects/" + name).then().statusCode(200).body("managed", equalTo(false));
        as(admin).delete(API + "/objects/" + name + "?version=" + version).then().statusCode(204);
        assertThat(ServerSide.rows("SELECT COUNT(*) FROM fleet.truck")).as("the table is left alone").containsExactly(List.of("0"));
        as(admin).get(API + "/tables/fleet.nothing/proposal").then().statusCode(404);
    }

    @Test
    void aValidationRuleIsMadeAndRefusesABrokenOne() {
        String rules = API + "/objects/Case/validation-rules";
        String admin = token();
        as(admin).body("{\"name\": \"Calm\", \"condition\": \"CONTAINS(Subject, '!!!')\", \"message\": \"Write calmly.\", \"errorField\": \"Subject\"}")
                .post(rules).then().statusCode(201).body("version", equalTo(1)).body("active", equalTo(true));

        as(admin).body("{\"name\": \"Broken\", \"condition\": \"1 +\", \"message\": \"No.\"}").post(rules).then().statusCode(400)
                .body("violations[0].message", containsString("Line 1, column 4: the formula ends too early."));
        as(admin).body("{\"name\": \"Calm\", \"condition\": \"FALSE\", \"message\": \"No.\", \"version\": 7}").put(rules + "/Calm").then().statusCode(409);
        as(admin).get(rules).then().statusCode(200).body("name", hasItem("Calm"));
        as(admin).delete(rules + "/Calm?version=1").then().statusCode(204);
        as(admin).get(rules).then().body("size()", equalTo(0));
    }

    @Test
    void recordsWhoChangedWhatAndDescribesItselfInOpenApi() {
        as(token()).get(API + "/objects/Account").then().statusCode(200);

        assertThat(ServerSide.rows("SELECT username, outcome FROM gatehouse.audit_event WHERE method = 'object.read' AND objects = 'Account'"))
                .contains(List.of("admin", "SUCCESS"));
        given().get(API + "/objects").then().statusCode(401);
        given().accept(ContentType.JSON).get(Server.at("/openapi")).then().statusCode(200)
                .body("paths", hasKey("/api/v1/objects/{object}/fields"))
                .body("paths", hasKey("/api/v1/tables"));
    }

    private static String setOf(String username) {
        return ServerSide.rows("SELECT s.api_name FROM gatehouse.permission_set s JOIN gatehouse.app_user u ON u.profile_id = s.profile_id"
                + " WHERE u.username = '" + username + "'").getFirst().getFirst();
    }

    private static String token() {
        return Agent.automation().connect(new Person("admin"), "api").getTokens().getAccessToken().getValue();
    }

    private static RequestSpecification as(String token) {
        return given().auth().oauth2(token).contentType(ContentType.JSON).accept("application/json, application/problem+json");
    }
}
