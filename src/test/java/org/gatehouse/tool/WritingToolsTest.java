package org.gatehouse.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.gatehouse.catalog.SilentDialogue;
import org.gatehouse.audit.Actor;
import org.gatehouse.audit.AuditDraft;
import org.gatehouse.audit.Channel;
import org.gatehouse.audit.EventType;
import org.gatehouse.audit.Outcome;
import org.gatehouse.audit.RecordedEvents;
import org.gatehouse.catalog.Tier;
import org.gatehouse.catalog.ToolCall;
import org.gatehouse.catalog.ToolContract;
import org.gatehouse.catalog.ToolHandler;
import org.gatehouse.catalog.ToolResult;
import org.gatehouse.platform.json.Json;
import org.gatehouse.platform.problem.ProblemException;
import org.gatehouse.record.TestRecords;
import org.gatehouse.testing.SampleWorld;
import org.gatehouse.testing.SampleWorld.Product;
import org.junit.jupiter.api.Test;

/** The tools that write records and those that find them by other records. */
class WritingToolsTest {
    private final SampleWorld world = SampleWorld.own(Product.H2);
    private final RecordedEvents events = new RecordedEvents();
    private final SilentDialogue dialogue = new SilentDialogue();
    private final ToolHandler create = new CreateRecordTool(TestRecords.service(world));
    private final ToolHandler update = new UpdateRecordTool(TestRecords.service(world));
    private final ToolHandler updateRelated = new UpdateRelatedRecordTool(TestRecords.service(world));
    private final ToolHandler delete = new DeleteRecordTool(TestRecords.service(world));
    private final ToolHandler deleteRelated = new DeleteRelatedRecordTool(TestRecords.service(world));
    private final ToolHandler undelete = new UndeleteRecordTool(TestRecords.service(world));
    private final ToolHandler related = new GetRelatedRecordsTool(TestRecords.service(world));
    private final ToolHandler recent = new ListRecentRecordsTool(TestRecords.service(world));

    @Test
    void keepTheContractOfTools() {
        for (ToolHandler tool : List.of(create, update, updateRelated, delete, deleteRelated, undelete, related, recent)) {
            ToolContract.assertDefinitionIsSound(tool);
            var definition = tool.definition();
            assertThat(definition.annotations().readOnly()).as(definition.name()).isEqualTo(definition.tier() == Tier.READ);
            assertThat(definition.annotations().destructive()).as(definition.name()).isEqualTo(definition.name().startsWith("delete"));
        }
    }

    @Test
    void aRecordLivesThroughAllTools() {
        String account = id(call(create, "{\"objectName\": \"Account\", \"body\": {\"Name\": \"Nordlicht\"}}"));
        String contact = id(call(
                create, "{\"objectName\": \"Contact\", \"body\": {\"Name\": \"Ada Lind\", \"LastName\": \"Lind\", \"AccountId\": \"%s\"}}".formatted(account)));
        assertThat(events.last().recordIds()).containsExactly(contact);
        assertThat(events.last().objects()).containsExactly("Contact");

        var changed = call(update, "{\"objectName\": \"Account\", \"id\": \"%s\", \"body\": {\"Phone\": \"1\"}}".formatted(account));
        assertThat(changed.structured().at("/results/0/record/Phone").asText()).isEqualTo("1");
        var upward = call(
                updateRelated, "{\"objectName\": \"Contact\", \"id\": \"%s\", \"relationshipPath\": \"Account\", \"body\": {\"Phone\": \"2\"}}".formatted(contact));
        assertThat(upward.structured().at("/results/0/id").asText()).isEqualTo(account);
        assertThat(call(related, "{\"objectName\": \"Account\", \"id\": \"%s\", \"relationshipPath\": \"Contacts\"}".formatted(account)).structured()
                        .findValuesAsText("Name"))
                .containsExactly("Ada Lind");
        assertThat(call(recent, "{\"objectName\": \"Account\"}").structured().findValuesAsText("Id")).containsExactly(account);

        call(deleteRelated, "{\"objectName\": \"Account\", \"id\": \"%s\", \"relationshipPath\": \"Contacts\"}".formatted(account));
        assertThat(call(related, "{\"objectName\": \"Account\", \"id\": \"%s\", \"relationshipPath\": \"Contacts\"}".formatted(account)).structured()
                        .path("records"))
                .isEmpty();
        assertThat(call(undelete, "{\"objectName\": \"Contact\", \"id\": \"%s\"}".formatted(contact)).structured().path("success").booleanValue()).isTrue();
        call(delete, "{\"objectName\": \"Contact\", \"ids\": [\"%s\"]}".formatted(contact));
    }

    @Test
    void aPreviewIsNotedWithoutRecords() {
        var result = call(create, "{\"objectName\": \"Account\", \"body\": {\"Name\": \"Nordlicht\"}, \"preview\": true}");

        assertThat(result.structured().path("preview").booleanValue()).isTrue();
        assertThat(events.last().recordIds()).isEmpty();
    }

    @Test
    void tellsHowFarManyRecordsAre() {
        String records = String.join(",", Collections.nCopies(45, "{\"Name\": \"a\"}"));

        call(create, "{\"objectName\": \"Account\", \"records\": [" + records + "]}");
        call(create, "{\"objectName\": \"Account\", \"body\": {\"Name\": \"a\"}}");

        assertThat(dialogue.progress()).containsExactly(20.0, 40.0, 45.0);
    }

    @Test
    void severalRecordsHaveResultsOfTheirOwn() {
        var result = call(create, "{\"objectName\": \"Account\", \"records\": [{\"Name\": \"a\"}, {\"Name\": null}], \"allOrNone\": false}");

        assertThat(result.structured().path("success").booleanValue()).isFalse();
        assertThat(result.structured().at("/results/1/errors/0/errorCode").asText()).isEqualTo("REQUIRED_FIELD_MISSING");
        assertThat(result.structured().at("/results/1/errors/0/fields/0").asText()).isEqualTo("Name");
    }

    /** Each try stands in the log with its outcome, so that an auditor sees somebody who tries values. */
    @Test
    void p19ATryOfAUniqueValueIsAudited() {
        world.database().sql().execute("UPDATE records.account SET phone = NULL");
        world.database().sql().execute("ALTER TABLE records.account ADD CONSTRAINT only_one UNIQUE (phone)");
        call(create, "{\"objectName\": \"Account\", \"body\": {\"Name\": \"a\", \"Phone\": \"1\"}}");

        assertThatThrownBy(() -> call(create, "{\"objectName\": \"Account\", \"body\": {\"Name\": \"b\", \"Phone\": \"1\"}}"))
                .isInstanceOf(ProblemException.class);

        assertThat(events.all()).hasSize(2);
        assertThat(events.last().outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(events.last().errorCode()).isEqualTo("DUPLICATE_VALUE");
        assertThat(events.last().actor().username()).isEqualTo("rep.west.1");
    }

    private static String id(ToolResult result) {
        JsonNode id = result.structured().at("/results/0/id");
        return id.textValue();
    }

    private ToolResult call(ToolHandler tool, String arguments) {
        ObjectNode given = Json.literal(arguments);
        var audit = new AuditDraft(EventType.API_TOTAL_USAGE, "r-1", new Actor(null, "rep.west.1", "inspector", "grant", "192.0.2.1"), Channel.INSIDE);
        var result = (ToolResult) Objects.requireNonNull(events.run(
                audit, () -> world.transactions().run(() -> tool.call(new ToolCall(world.caller("rep.west.1"), given, dialogue, audit)))));
        ToolContract.assertFitsOutputSchema(tool, result);
        return result;
    }
}
