package org.gatehouse.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.gatehouse.audit.Actor;
import org.gatehouse.audit.AuditDraft;
import org.gatehouse.audit.RecordedEvents;
import org.gatehouse.catalog.ToolCall;
import org.gatehouse.catalog.ToolContract;
import org.gatehouse.catalog.ToolHandler;
import org.gatehouse.catalog.ToolResult;
import org.gatehouse.platform.json.Json;
import org.gatehouse.platform.problem.ProblemException;
import org.gatehouse.query.TestQueries;
import org.gatehouse.testing.SampleWorld;
import org.gatehouse.testing.SampleWorld.Product;
import org.junit.jupiter.api.Test;

class RecordToolsTest {
    private final SampleWorld world = SampleWorld.shared(Product.H2);
    private final RecordedEvents events = new RecordedEvents();
    private final ToolHandler query = new SoqlQueryTool(TestQueries.service(world));
    private final ToolHandler schema = new GetObjectSchemaTool(world.permissions());

    @Test
    void keepTheContractOfTools() {
        for (ToolHandler tool : List.of(query, schema)) {
            ToolContract.assertDefinitionIsSound(tool);
            assertThat(tool.definition().annotations().readOnly()).isTrue();
        }
    }

    @Test
    void queryAnswersRecordsAsStructureAndAsText() throws Exception {
        var result = call(query, "rep.west.1", Json.object().put("query", "SELECT Name, Owner.Name FROM Account ORDER BY Name LIMIT 2"));

        ToolContract.assertFitsOutputSchema(query, result);
        assertThat(result.structured().path("records")).hasSize(2);
        assertThat(result.structured().path("done").booleanValue()).isTrue();
        assertThat(Json.read(result.text().getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(Json.read(Json.write(result.structured())));
    }

    @Test
    void queryNotesObjectsAndRows() {
        call(query, "rep.west.1", Json.object().put("query", "SELECT Name, Owner.Name FROM Account LIMIT 2"));

        assertThat(events.last().objects()).containsExactly("Account", "User");
        assertThat(events.last().rowsReturned()).isEqualTo(2);
    }

    @Test
    void queryCountsWithoutRecords() {
        var result = call(query, "admin", Json.object().put("query", "SELECT COUNT() FROM Account"));

        ToolContract.assertFitsOutputSchema(query, result);
        assertThat(result.structured().path("records")).isEmpty();
        assertThat(result.structured().path("totalSize").asInt()).isEqualTo(60);
    }

    @Test
    void schemaListsTheObjectsThatThePersonReads() {
        var rep = call(schema, "rep.west.1", Json.object());
        var admin = call(schema, "admin", Json.object());

        ToolContract.assertFitsOutputSchema(schema, rep);
        assertThat(rep.structured().path("objects").findValuesAsText("name")).contains("Account", "User").doesNotContain("Invoice");
        assertThat(admin.structured().path("objects").findValuesAsText("name")).contains("Invoice");
    }

    @Test
    void schemaDescribesOnlyWhatThePersonReads() {
        var result = call(schema, "rep.west.1", Json.object().put("objectName", "account"));

        ToolContract.assertFitsOutputSchema(schema, result);
        JsonNode account = result.structured();
        assertThat(account.path("name").asText()).isEqualTo("Account");
        assertThat(account.path("fields").findValuesAsText("name")).contains("Id", "Industry", "OwnerId").doesNotContain("AnnualRevenue");
        assertThat(account.path("childRelationships").findValuesAsText("object")).contains("Contact").doesNotContain("Invoice");
        assertThat(field(account, "OwnerId").path("relationshipName").asText()).isEqualTo("Owner");
        assertThat(field(account, "Industry").path("picklistValues")).isNotEmpty();
        assertThat(field(account, "Industry").path("updateable").booleanValue()).isTrue();
        assertThat(field(account, "CreatedDate").path("updateable").booleanValue()).isFalse();
        assertThat(result.text()).doesNotContain("AnnualRevenue", "Invoice", "margin", "records.account");
        assertThat(events.last().objects()).containsExactly("Account");
    }

    @Test
    void schemaNamesOnlyReadableTargets() {
        var support = call(schema, "agent.support.1", Json.object().put("objectName", "Task"));

        JsonNode targets = field(support.structured(), "WhatId").path("referenceTo");
        assertThat(targets).extracting(JsonNode::asText).contains("Account", "Case").doesNotContain("Opportunity");
    }

    @Test
    void schemaAnswersAHiddenObjectLikeAnUnknownOne() {
        var hidden = refusal("Invoice");
        var unknown = refusal("Invoicf");

        assertThat(hidden).isEqualTo(unknown.replace("Invoicf", "Invoice"));
    }

    @Test
    void everyNameInASchemaCanBeQueried() {
        for (JsonNode object : call(schema, "rep.west.1", Json.object()).structured().path("objects")) {
            String name = object.path("name").asText();
            JsonNode described = call(schema, "rep.west.1", Json.object().put("objectName", name)).structured();
            String fields = String.join(", ", described.path("fields").findValuesAsText("name"));

            var result = call(query, "rep.west.1", Json.object().put("query", "SELECT " + fields + " FROM " + name + " LIMIT 1"));

            ToolContract.assertFitsOutputSchema(query, result);
        }
    }

    private String refusal(String objectName) {
        var refused = catchThrowableOfType(
                ProblemException.class, () -> call(schema, "rep.west.1", Json.object().put("objectName", objectName)));
        return refused.problem().code() + refused.problem().message();
    }

    private static JsonNode field(JsonNode object, String name) {
        for (JsonNode field : object.path("fields")) {
            if (field.path("name").asText().equals(name)) {
                return field;
            }
        }
        throw new AssertionError("no field " + name);
    }

    private ToolResult call(ToolHandler tool, String username, ObjectNode arguments) {
        var audit = new AuditDraft("ApiTotalUsage", "r-1", new Actor(null, username, "inspector", "grant", "192.0.2.1"));
        return (ToolResult) Objects.requireNonNull(events.run(audit, () -> tool.call(new ToolCall(world.caller(username), arguments, audit))));
    }
}
