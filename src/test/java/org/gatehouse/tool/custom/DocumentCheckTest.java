package org.gatehouse.tool.custom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatehouse.catalog.custom.TestCustomServers.document;
import static org.gatehouse.platform.database.schema.Tables.CUSTOM_SERVER;
import static org.gatehouse.tool.custom.CustomServerWorld.refusal;
import static org.jooq.impl.DSL.replace;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import org.gatehouse.catalog.custom.ServerDocument;
import org.gatehouse.platform.json.Json;
import org.gatehouse.platform.problem.Problem;
import org.gatehouse.platform.problem.Problem.Violation;
import org.gatehouse.testing.SampleWorld.Product;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a document may not say; each fault is named with its place. */
class DocumentCheckTest {
    private static final CustomServerWorld WORLD = new CustomServerWorld(Product.H2);

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "{'tool': 'dropEverything'} | /tools/0/tool",
        "{} | /tools/0/tool",
        "{'tool': 'soqlQuery', 'name': 'two words'} | /tools/0/name",
        "{'tool': 'soqlQuery', 'annotations': {'destructive': true}} | ",
        "{'tool': 'soqlQuery', 'annotations': {'readOnly': true}} | ",
        "{'tool': 'soqlQuery', 'annotations': {'openWorld': true}} | ",
        "{'tool': 'soqlQuery', 'description': ' '} | ",
        "{'tool': 'deleteAll', 'annotations': {'readOnly': true}} | /tools/0/annotations/readOnly",
        "{'tool': 'deleteAll', 'annotations': {'destructive': false}} | /tools/0/annotations/destructive",
        "{'tool': 'deleteAll', 'annotations': {'idempotent': true}} | /tools/0/annotations/idempotent",
        "{'tool': 'deleteAll', 'annotations': {'openWorld': false}} | /tools/0/annotations/openWorld",
        "{'tool': 'deleteAll', 'annotations': {'readOnly': false, 'destructive': true}} | "
    })
    void tools(String tool, String place) {
        assertPlace("'tools': [" + tool + "]", place);
    }

    @Test
    void twoThingsOfOneNameAreRefused() {
        assertPlace("'tools': [{'tool': 'soqlQuery'}, {'tool': 'find', 'name': 'soqlQuery'}]", "/tools/1");
        assertPlace("'tools': [{'tool': 'soqlQuery'}], 'queries': [{'name': 'soqlQuery', 'description': 'd', 'query': 'SELECT Id FROM Account'}]", "/queries/0");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "SELECT Id FROM Account WHERE Name = :name | [{'name': 'name', 'type': 'text'}] | ",
        "SELECT Id FROM Account WHERE Name IN :names | [{'name': 'names', 'type': 'text', 'list': true}] | ",
        "SELECT Id FROM Account WHERE Name IN (:names) | [{'name': 'names', 'type': 'text', 'list': true}] | ",
        "SELECT Id FROM Account WHERE Name = :names | [{'name': 'names', 'type': 'text', 'list': true}] | /queries/0/query",
        "SELECT Id FROM | [] | /queries/0/query",
        "DELETE FROM Account | [] | /queries/0/query",
        "SELECT Id FROM Account WHERE Name = :name | [] | /queries/0/query",
        "SELECT Id FROM Account | [{'name': 'name', 'type': 'text'}] | /queries/0/arguments",
        "SELECT Id FROM Account WHERE Name = :name | [{'name': 'name', 'type': 'string'}] | /queries/0/arguments/0/type",
        "SELECT Id FROM Account WHERE Name = :name | [{'name': 'name'}] | /queries/0/arguments/0/type",
        "SELECT Id FROM Account WHERE Name = :name | [{'name': 'name', 'type': 'text'}, {'name': 'name', 'type': 'text'}] | /queries/0/arguments/1",
        "SELECT :field FROM Account | [{'name': 'field', 'type': 'text'}] | /queries/0/query",
        "SELECT Id FROM :object | [{'name': 'object', 'type': 'text'}] | /queries/0/query",
        "SELECT Id FROM Account WHERE :field = 1 | [{'name': 'field', 'type': 'text'}] | /queries/0/query",
        "SELECT Id FROM Account LIMIT :most | [{'name': 'most', 'type': 'text', 'required': true}] | /queries/0/query"
    })
    void queries(String query, String arguments, String place) {
        assertPlace("'queries': [{'name': 'q', 'description': 'd', 'query': '" + query + "', 'arguments': " + arguments + "}]", place);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "[{'name': 'account', 'object': 'Account'}] | About {{account.Name}} of {{account.Owner.Name}} | ",
        "[{'name': 'topic'}] | About {{topic}} and {this} and {{ | ",
        "[{'name': 'account', 'object': 'account'}] | About {{account.Name}} | /prompts/0/arguments/0/object",
        "[{'name': 'account', 'object': 'Akkount'}] | About {{account.Name}} | /prompts/0/arguments/0/object",
        "[{'name': 'topic'}] | About {{other}} | /prompts/0/messages/0/text",
        "[{'name': 'topic'}] | About {{topic.Name}} | /prompts/0/messages/0/text",
        "[{'name': 'a b'}] | About it | /prompts/0/arguments/0/name"
    })
    void prompts(String arguments, String text, String place) {
        assertPlace("'prompts': [{'name': 'p', 'description': 'd', 'arguments': " + arguments + ", 'messages': [{'role': 'user', 'text': '" + text + "'}]}]", place);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "{'src': 'https://icons.example/a.svg?v=2', 'mimeType': 'image/svg+xml', 'sizes': ['any'], 'theme': 'dark'} | ",
        "{'src': 'data:image/png;base64,iVBORw0KGgo='} | ",
        "{} | /icons/0",
        "null | /icons/0",
        "{'src': 'http://icons.example/a.png'} | /icons/0",
        "{'src': 'javascript:alert(1)'} | /icons/0",
        "{'src': 'https://icons.example/\\u0022><script>'} | /icons/0",
        "{'src': 'https://user:secret@icons.example/a.png'} | /icons/0",
        "{'src': 'data:text/html;base64,PHNjcmlwdD4='} | /icons/0",
        "{'src': 'data:image/svg+xml,<svg/>'} | /icons/0",
        "{'src': 'https://icons.example/a.png', 'mimeType': 'text/html'} | /icons/0",
        "{'src': 'https://icons.example/a.png', 'sizes': ['large']} | /icons/0",
        "{'src': 'https://icons.example/a.png', 'sizes': [null]} | /icons/0",
        "{'src': 'https://icons.example/a.png', 'theme': 'blue'} | /icons/0",
    })
    void icons(String icon, String place) {
        assertPlace("'icons': [" + icon + "]", place);
        assertPlace("'tools': [{'tool': 'soqlQuery', 'icons': [" + icon + "]}]", place == null ? null : "/tools/0" + place);
    }

    @Test
    void picturesAreFewAndSmall() {
        String icon = "{'src': 'https://icons.example/a.png'}";

        assertPlace("'icons': [" + String.join(", ", Collections.nCopies(5, icon)) + "]", "/icons");
        assertPlace("'icons': [{'src': 'data:image/png;base64," + "A".repeat(10_000) + "'}]", "/icons/0");
        assertPlace("'prompts': [{'name': 'p', 'description': 'd', 'icons': [{}], 'messages': [{'role': 'user', 'text': 't'}]}]", "/prompts/0/icons/0");
        assertPlace("'queries': [{'name': 'q', 'description': 'd', 'icons': [{}], 'query': 'SELECT Id FROM Account'}]", "/queries/0/icons/0");
    }

    @Test
    void messagesAreOfTheUserOrTheAssistant() {
        assertPlace("'prompts': [{'name': 'p', 'description': 'd', 'messages': [{'role': 'system', 'text': 't'}]}]", "/prompts/0/messages/0/role");
        assertPlace("'prompts': [{'name': 'p', 'description': 'd', 'messages': []}]", "/prompts/0/messages");
    }

    @Test
    void resourcesNameWhatThereIs() {
        assertPlace("'resources': {'schemas': true, 'records': ['Account']}", null);
        assertPlace("'resources': {'schemas': true, 'records': ['Akkount']}", "/resources/records/0");
        assertPlace("'resources': {'schemas': true, 'queries': ['q']}", "/resources/queries/0");
        assertPlace("""
                'resources': {'queries': ['q']}, 'queries': [{'name': 'q', 'description': 'd', 'query': 'SELECT Id FROM Account WHERE Name = :name',
                  'arguments': [{'name': 'name', 'type': 'text', 'required': true}]}]""", "/resources/queries/0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\u200b", "\\u202e", "\\u2066", "\\ufeff", "\\u0000", "\\u001b", "\\ue000", "\\ufe0f", "\\udb40\\udc41"})
    void textHasNoCharacterThatNobodySees(String hidden) {
        ObjectNode place = Json.literal("{\"text\": \"Reads" + hidden + " accounts.\"}");

        var document = new ServerDocument("Sales", place.path("text").textValue(), List.of(), List.of(), List.of(), null, List.of());

        assertThat(violations(() -> WORLD.service.create("Hidden", document, "admin"))).extracting(Violation::location).containsExactly("/instructions");
    }

    @Test
    void allFaultsAreNamedAtOnce() {
        assertThat(violations(() -> WORLD.service.create("Faults", document("""
                        {"tools": [{"tool": "nothing"}], "queries": [{"name": "1"}], "prompts": [{"name": "p"}]}"""), "admin")))
                .extracting(Violation::location)
                .contains("/title", "/tools/0/tool", "/queries/0/name", "/queries/0/description", "/queries/0/query", "/prompts/0/messages");
    }

    @Test
    void aDraftThatWasRightMayBeWrongWhenItIsPublished() {
        var world = new CustomServerWorld(Product.H2);
        world.service.create("Sales", document("""
                {"title": "Sales", "resources": {"records": ["Case"]}}"""), "admin");
        world.world.database().sql().update(CUSTOM_SERVER).set(CUSTOM_SERVER.DRAFT, replace(CUSTOM_SERVER.DRAFT, "Case", "Ticket")).execute();

        assertThat(violations(() -> world.service.publish("Sales", 1, "admin"))).extracting(Violation::location).containsExactly("/resources/records/0");
    }

    private static void assertPlace(String part, @Nullable String place) {
        String text = "{'title': 'Sales', 'instructions': 'For sales.', " + part + "}";
        var document = document(text.replace('\'', '"'));
        if (place == null || place.isEmpty()) {
            WORLD.service.create("S" + Integer.toHexString(text.hashCode()), document, "admin");
        } else {
            assertThat(violations(() -> WORLD.service.create("Wrong", document, "admin"))).extracting(Violation::location).containsExactly(place);
        }
    }

    private static List<Violation> violations(Supplier<?> call) {
        assertThat(refusal(call)).isInstanceOf(Problem.InvalidArguments.class);
        return ((Problem.InvalidArguments) refusal(call)).violations();
    }
}
