package org.gatehouse.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.gatehouse.platform.database.schema.Tables.AGENT_CEILING;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.gatehouse.catalog.content.Content;
import org.gatehouse.catalog.SilentDialogue;
import org.gatehouse.audit.Actor;
import org.gatehouse.audit.AuditDraft;
import org.gatehouse.audit.Channel;
import org.gatehouse.audit.EventType;
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
    private final ToolHandler find = new FindTool(TestQueries.service(world));
    private final ToolHandler schema = new GetObjectSchemaTool(world.permissions());

    @Test
    void keepTheContractOfTools() {
        for (ToolHandler tool : List.of(query, schema, find)) {
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
        assertThat(Json.read(((Content.Text) result.content().get(0)).text().getBytes(StandardCharsets.UTF_8)))
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
    void findAnswersRecordsAndNotesObjectsAndRows() {
        var result = call(find, "admin", Json.object().put("search", "FIND {an*} RETURNING Account(Id, Name LIMIT 2), Contact(Id LIMIT 1)"));

        ToolContract.assertFitsOutputSchema(find, result);
        assertThat(result.structured().path("searchRecords")).hasSize(3);
        assertThat(events.last().objects()).containsExactlyInAnyOrder("Account", "Contact");
        assertThat(events.last().rowsReturned()).isEqualTo(3);
    }

    @Test
    void schemaMarksAFieldBehindAMask() {
        var behind = SampleWorld.own(Product.H2);
        behind.database().sql().insertInto(AGENT_CEILING, AGENT_CEILING.KIND, AGENT_CEILING.SUBJECT, AGENT_CEILING.DEFINITION)
                .values("Client", "inspector", """
                        {"objects": {"Account": {"read": true, "create": false, "edit": true, "delete": false, "allFields": true,
                          "fields": {"Phone": {"readable": true, "editable": true, "mask": {"kind": "DOTS", "first": 0, "last": 0}}},
                          "criteria": [], "any": false}}}""")
                .execute();

        JsonNode account = new GetObjectSchemaTool(behind.permissions())
                .call(new ToolCall(behind.caller("rep.west.1"), Json.object().put("objectName", "Account"), new SilentDialogue(), new AuditDraft(EventType.API_TOTAL_USAGE, "r-1", new Actor(null, "rep.west.1", "inspector", "grant", "192.0.2.1"), Channel.INSIDE)))
                .structured();

        assertThat(field(account, "Phone").path("masked").booleanValue()).isTrue();
        assertThat(field(account, "Phone").path("updateable").booleanValue()).isFalse();
        assertThat(account.path("createable").booleanValue()).isFalse();
    }

    @Test
    void schemaSaysThatAPersonMayOnlyReadWhatTheyMayOnlyRead() {
        JsonNode user = call(schema, "rep.west.1", Json.object().put("objectName", "User")).structured();

        assertThat(user.path("createable").booleanValue() || user.path("updateable").booleanValue() || user.path("deletable").booleanValue()).isFalse();
        JsonNode ticket = call(schema, "agent.support.1", Json.object().put("objectName", "Case")).structured();
        assertThat(field(ticket, "Status").path("restrictedPicklist").booleanValue()).isTrue();
        assertThat(field(ticket, "CaseNumber").path("createable").booleanValue()).isFalse();
    }

    @Test
    void p44SchemaListsTheObjectsThatThePersonReads() {
        var rep = call(schema, "rep.west.1", Json.object());
        var admin = call(schema, "admin", Json.object());

        ToolContract.assertFitsOutputSchema(schema, rep);
        assertThat(rep.structured().path("objects").findValuesAsText("name")).contains("Account", "User").doesNotContain("Invoice");
        assertThat(admin.structured().path("objects").findValuesAsText("name")).contains("Invoice");
    }

    @Test
    void p44SchemaDescribesOnlyWhatThePersonReads() {
        var result = call(schema, "rep.west.1", Json.object().put("objectName", "account"));

        ToolContract.assertFitsOutputSchema(schema, result);
        JsonNode account = result.structured();
        assertThat(account.path("name").asText()).isEqualTo("Account");
        assertThat(account.path("fields").findValuesAsText("name")).contains("Id", "Industry", "OwnerId").doesNotContain("AnnualRevenue");
        assertThat(account.path("childRelationships").findValuesAsText("object")).contains("Contact").doesNotContain("Invoice");
        assertThat(field(account, "OwnerId").path("relationshipName").asText()).isEqualTo("Owner");
        assertThat(field(account, "Industry").path("picklistValues")).isNotEmpty();
        assertThat(field(account, "Industry").path("updateable").booleanValue()).isTrue();
        assertThat(field(account, "Industry").path("createable").booleanValue()).isTrue();
        assertThat(field(account, "CreatedDate").path("updateable").booleanValue()).isFalse();
        assertThat(field(account, "CreatedDate").path("createable").booleanValue()).isFalse();
        assertThat(field(account, "Industry").has("masked")).isFalse();
        assertThat(account.path("createable").booleanValue()).isTrue();
        assertThat(((Content.Text) result.content().get(0)).text()).doesNotContain("AnnualRevenue", "Invoice", "margin", "records.account");
        assertThat(events.last().objects()).containsExactly("Account");
    }

    @Test
    void p44SchemaNamesOnlyReadableTargets() {
        var support = call(schema, "agent.support.1", Json.object().put("objectName", "Task"));

        JsonNode targets = field(support.structured(), "WhatId").path("referenceTo");
        assertThat(targets).extracting(JsonNode::asText).contains("Account", "Case").doesNotContain("Opportunity");
    }

    @Test
    void p44SchemaAnswersAHiddenObjectLikeAnUnknownOne() {
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
        var audit = new AuditDraft(EventType.API_TOTAL_USAGE, "r-1", new Actor(null, username, "inspector", "grant", "192.0.2.1"), Channel.INSIDE);
        return (ToolResult) Objects.requireNonNull(events.run(audit, () -> tool.call(new ToolCall(world.caller(username), arguments, new SilentDialogue(), audit))));
    }
}
