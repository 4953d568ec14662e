package org.gatehouse.it;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;
import javax.management.remote.JMXConnector;
import org.gatehouse.platform.json.Json;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The setup as one document: exported, planned, applied whole or not at all, and compared. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class SetupIT {
    private static final String SETUP = Server.URL + "/api/v1/setup";

    /** One thing of each kind, which name each other. */
    private static final String WORLD =
            """
            {"format": 1, "parts": {
              "roles": {"SetupHead": {"label": "Head"}, "AgentOfSetup": {"label": "Below", "parent": "SetupHead"}},
              "groups": {"SetupGroup": {"label": "Group", "hierarchyAccess": true, "members": [{"kind": "ROLE", "name": "SetupHead"}, {"kind": "USER", "name": "rep.west.1"}]}},
              "queues": {"SetupQueue": {"label": "Queue", "objects": ["Case"], "members": [{"kind": "GROUP", "name": "SetupGroup"}]}},
              "permissionSets": {"SetupSet": {"label": "Set", "sessionBased": false, "muting": false, "systemPermissions": [],
                "objects": {"Account": {"read": true, "create": false, "edit": false, "delete": false, "viewAll": false, "modifyAll": false, "viewAllFields": false, "fields": {}}}}},
              "permissionSetGroups": {"SetupBundle": {"label": "Bundle", "permissionSets": ["SetupSet"]}},
              "sharingRules": {"SetupRule": {"label": "Rule", "object": "Account", "target": {"kind": "GROUP", "name": "SetupGroup"}, "level": "Read", "any": false,
                "criteria": [{"field": "Industry", "operator": "equals", "value": "Energy"}]}},
              "customServers": {"SetupDesk": {"published": true, "document": {"title": "Desk", "tools": [{"tool": "getUserInfo"}]}}},
              "apps": {"setup-app": {"label": "App", "enabled": true, "authenticationMethod": "none", "redirectUris": ["https://setup.example/callback"], "customSchemes": false,
                "scopes": ["mcp_api"], "servers": [{"name": "custom/SetupDesk"}],
                "policy": {"permittedUsers": "AdminApprovedPreAuthorized", "profiles": [], "permissionSets": ["SetupSet"], "requiredAssurance": "STANDARD", "ipRelaxation": "Enforce",
                  "ranges": [], "accessTokenMinutes": 10, "refreshTokenPolicy": "SpecificLifetime", "refreshTokenAmount": 8, "refreshTokenUnit": "Hours", "refreshGraceSeconds": 0}}},
              "ceilings": {"client/setup-app": {"ceiling": {"objects": {"Account": {"read": true, "create": false, "edit": false, "delete": false, "allFields": true, "fields": {}, "criteria": [], "any": false}}}}},
              "limits": {"setup-limit": {"description": "", "enabled": true, "measure": "CALLS", "size": 100, "window": "DAY", "only": {"CLIENT": "setup-app"}, "each": ["PERSON"]}},
              "alerts": {"setup-alert": {"description": "", "enabled": true, "search": {"clientId": "setup-app"}, "threshold": 100, "minutes": 5, "each": "CONNECTION", "freezes": true}}
            }}
            """;

    private final String api = Agent.adminToken();

    @Deployment(testable = false)
    static WebArchive serverSide() {
        return ServerSide.deployment();
    }

    @Test
    void whatWasExportedChangesNothingWhereItIsAppliedAndHasNoSecret() {
        String export = admin().get(SETUP).then().statusCode(200)
                .body("format", equalTo(1)).body("parts.apps", hasKey("inspector")).body("parts.servers.'platform/object-reads'.active", equalTo(true))
                .body("parts.orgWideDefaults.Account.orgWideDefault", equalTo("Private")).body("parts.roles", hasKey("ceo"))
                .extract().asString();

        assertThat(export).doesNotContainIgnoringCase("secret_hash").doesNotContain("\"version\"", "password");
        plan(export, true).body("changes", empty()).body("left", empty());
    }

    @Test
    void aWorldOfThingsThatNameEachOtherIsMadeComparedAndTakenAway() throws Exception {
        String basis = plan(WORLD, false).body("changes.kind.unique()", contains("CREATE")).extract().path("basis");
        long events = trail();

        apply(WORLD, "?basis=" + basis).statusCode(200).body("appliedBy", equalTo("admin")).body("changes.part", hasItem("alerts"));

        plan(WORLD, false).body("changes", empty());
        assertThat(trail() - events).as("each thing left its own event").isGreaterThanOrEqualTo(12);
        admin().get(SETUP + "/drift").then().statusCode(200).body("changes", empty());
        admin().get(Server.URL + "/api/v1/servers").then().body("name", hasItem("custom/SetupDesk"));
        driftIsSeenAndMended();
        overJmx();
        takenAway();
    }

    private void driftIsSeenAndMended() {
        int version = admin().get(Server.URL + "/api/v1/limits/setup-limit").jsonPath().getInt("version");
        admin().delete(Server.URL + "/api/v1/limits/setup-limit?version=" + version).then().statusCode(204);
        admin().post(Server.URL + "/api/v1/clients/setup-app/block").then().statusCode(200);

        admin().get(SETUP + "/drift").then().body("changes.name", contains("setup-app", "setup-limit")).body("changes.kind", contains("CHANGE", "REMOVE"))
                .body("changes[0].before.enabled", equalTo(true)).body("changes[0].after.enabled", equalTo(false));
        String basis = plan(WORLD, false).body("changes.size()", equalTo(2)).extract().path("basis");
        apply(WORLD, "?basis=" + basis).statusCode(200);

        admin().get(SETUP + "/drift").then().body("changes", empty());
        admin().get(Server.URL + "/api/v1/clients/setup-app").then().body("enabled", equalTo(true));
    }

    private static void overJmx() throws Exception {
        try (JMXConnector connector = Jmx.connect()) {
            MBeanServerConnection beans = connector.getMBeanServerConnection();
            ObjectName name = new ObjectName("org.gatehouse:type=Setup");
            String[] signature = {String.class.getName(), boolean.class.getName()};

            assertThat((String) beans.invoke(name, "plan", new Object[] {WORLD, false}, signature)).contains("\"changes\" : [ ]");
            assertThat((String) beans.invoke(name, "drift", null, null)).contains("\"appliedBy\" : \"admin\"");
            assertThat((String) beans.getAttribute(name, "LastApplied")).endsWith(" by admin");
        }
    }

    /** What was exported before goes back over it, and what it does not name is taken away; an app stays, blocked by hand. */
    private void takenAway() throws Exception {
        ObjectNode export = Json.literal(admin().get(SETUP).asString());
        ObjectNode parts = (ObjectNode) export.path("parts");
        for (String part : List.of("roles", "groups", "queues", "permissionSets", "permissionSetGroups", "sharingRules", "customServers", "ceilings", "limits", "alerts")) {
            Json.literal(WORLD).path("parts").path(part).fieldNames().forEachRemaining(((ObjectNode) parts.path(part))::remove);
        }
        ((ObjectNode) parts.path("servers")).remove("custom/SetupDesk");
        ObjectNode app = (ObjectNode) parts.path("apps").path("setup-app");
        app.put("enabled", false).remove("servers");
        ((ObjectNode) app.path("policy")).set("permissionSets", Json.object().arrayNode());

        String basis = plan(export.toString(), true).extract().path("basis");
        apply(export.toString(), "?prune=true&basis=" + basis).statusCode(200)
                .body("changes.findAll { it.kind == 'REMOVE' }.name", contains(
                        "setup-alert", "setup-limit", "client/setup-app", "SetupDesk", "SetupRule", "SetupBundle", "SetupSet", "SetupQueue", "SetupGroup", "AgentOfSetup", "SetupHead"));

        plan(export.toString(), true).body("changes", empty());
    }

    @Test
    void aDocumentThatIsRefusedInOnePlaceChangesNothing() throws Exception {
        String document =
                """
                {"format": 1, "parts": {
                  "roles": {"SetupNever": {"label": "Never"}},
                  "alerts": {"setup-never": {"description": "", "search": {}, "threshold": 0, "minutes": 5, "each": "ALL", "freezes": true}}}}
                """;
        String basis = plan(document, false).extract().path("basis");

        apply(document, "?basis=" + basis).statusCode(400).body(containsString("/parts/alerts/setup-never/threshold"));

        admin().get(SETUP).then().body("parts.roles.SetupNever", equalTo(null));
        assertThat(ServerSide.rows("SELECT COUNT(*) FROM gatehouse.audit_event WHERE method = 'role.save' AND objects = 'SetupNever'")).containsExactly(List.of("0"));
    }

    @Test
    void g16IsRefusedIfSomethingHasChangedSinceThePlanOrNoneWasRead() {
        String document = "{\"format\": 1, \"parts\": {\"roles\": {\"SetupOther\": {\"label\": \"Never\"}}}}";

        apply(document, "?basis=somethingelse").statusCode(409);
        apply(document, "").statusCode(409);

        admin().get(SETUP).then().body("parts.roles.SetupOther", equalTo(null));
    }

    @Test
    void nobodyShutsOutTheLastAdministratorWithADocument() throws Exception {
        ObjectNode export = Json.literal(admin().get(SETUP).asString());
        ObjectNode sets = (ObjectNode) export.path("parts").path("permissionSets");
        for (var set : sets.properties()) {
            ((ObjectNode) set.getValue()).set("systemPermissions", Json.object().arrayNode());
        }
        ObjectNode document = Json.object().put("format", 1);
        document.putObject("parts").set("permissionSets", sets);
        String basis = plan(document.toString(), false).extract().path("basis");

        apply(document.toString(), "?basis=" + basis).statusCode(400);

        plan(Json.object().put("format", 1).set("parts", Json.object()).toString(), false).statusCode(200);
        admin().get(Server.URL + "/api/v1/users").then().statusCode(200);
    }

    private static long trail() throws Exception {
        return Long.parseLong(ServerSide.rows("SELECT COUNT(*) FROM gatehouse.audit_event WHERE event_type IN ('SetupAuditTrail', 'PermissionUpdate')").getFirst().getFirst());
    }

    private ValidatableResponse plan(String document, boolean prune) {
        return admin().body(document).post(SETUP + "/plan?prune=" + prune).then().statusCode(200);
    }

    private ValidatableResponse apply(String document, String query) {
        return admin().body(document).post(SETUP + "/apply" + query).then();
    }

    private RequestSpecification admin() {
        return given().auth().oauth2(api).contentType(ContentType.JSON);
    }
}
