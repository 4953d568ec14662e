package org.gatehouse.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import java.time.Duration;
import java.time.Instant;
import org.gatehouse.platform.json.Json;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The wire of the 2026-07-28 revision, and what its tools say to a person; what must not be taken at all is in {@link TransportAttacksIT}. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class McpWireIT {
    private static final String TOKEN_HOLDER = "rep.west.1";

    @Test
    void discoversItselfWithoutAHandshake() {
        Mcp.request(Agent.tokenOf(TOKEN_HOLDER), "server/discover")
                .body(Mcp.message("server/discover").toString())
                .post(Server.mcp(Server.READS))
                .then()
                .statusCode(200)
                .body("result.supportedVersions", hasItems("2026-07-28"))
                .body("result.resultType", equalTo("complete"))
                .body("result.cacheScope", equalTo("private"));
    }

    @Test
    void answersDeepNestingInBoundedTime() {
        String body = "[".repeat(200_000);
        Instant start = Instant.now();

        Mcp.request(Agent.tokenOf(TOKEN_HOLDER), "tools/list").body(body).post(Server.mcp(Server.READS)).then().statusCode(400);

        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(30));
    }

    @Test
    void answersWrongArgumentsAsAToolError() {
        Mcp.call(Agent.tokenOf(TOKEN_HOLDER), "soqlQuery", Json.object().put("query", 7).put("extra", true))
                .statusCode(200)
                .body("result.isError", equalTo(true))
                .body("result.content[0].text", containsString("query"));
    }

    @Test
    void namesLineAndColumnOfAParseError() {
        Mcp.query(Agent.tokenOf(TOKEN_HOLDER), "SELECT Id FROM Account\nWHERE Name = = 'x'")
                .statusCode(200)
                .body("result.isError", equalTo(true))
                .body("result.content[0].text", containsString("MALFORMED_QUERY"))
                .body("result.content[0].text", containsString("2"))
                .body("result.content[0].text", not(containsString("Exception")));
    }

    @Test
    void answersAHiddenFieldLikeAnAbsentOne() {
        String token = Agent.tokenOf(TOKEN_HOLDER);

        String hidden = Mcp.query(token, "SELECT Id FROM Account WHERE AnnualRevenue > 5").extract().asString();
        String absent = Mcp.query(token, "SELECT Id FROM Account WHERE AnnualRevenux > 5").extract().asString();

        assertThat(hidden).contains("INVALID_FIELD").isEqualTo(absent.replace("AnnualRevenux", "AnnualRevenue"));
    }

    @Test
    void answersAHiddenObjectLikeAnAbsentOne() {
        String token = Agent.tokenOf(TOKEN_HOLDER);

        String hidden = Mcp.query(token, "SELECT Id FROM Invoice").extract().asString();
        String absent = Mcp.query(token, "SELECT Id FROM Invoicf").extract().asString();

        assertThat(hidden).contains("INVALID_TYPE").isEqualTo(absent.replace("Invoicf", "Invoice"));
    }

    @Test
    void readsTablesThatWereThereBeforeGatehouse() {
        Mcp.query(Agent.tokenOf("manager.west"), "SELECT InvoiceNumber, NetAmount FROM Invoice ORDER BY InvoiceNumber LIMIT 1")
                .body("result.structuredContent.records[0].InvoiceNumber", startsWith("INV-"));
    }

    @Test
    void describesObjectsAsThePersonMaySeeThem() {
        String token = Agent.tokenOf(TOKEN_HOLDER);

        String index = Mcp.call(token, "getObjectSchema", Json.object()).extract().path("result.content[0].text");
        String account = Mcp.call(token, "getObjectSchema", Json.object().put("objectName", "Account"))
                .extract()
                .path("result.content[0].text");

        assertThat(index).contains("Account").doesNotContain("Invoice");
        assertThat(account).contains("Industry").doesNotContain("AnnualRevenue");
    }

    @Test
    void tellsThePersonBehindTheSession() {
        Mcp.call(Agent.tokenOf(TOKEN_HOLDER), "getUserInfo", Json.object())
                .body("result.structuredContent.username", equalTo("rep.west.1"))
                .body("result.structuredContent.profile", equalTo("Standard User"))
                .body("result.structuredContent.role", equalTo("Rep West 1"));
    }
}
