package org.gatehouse.tool.custom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatehouse.tool.custom.CustomServerWorld.refusal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.gatehouse.catalog.ResourceEntry;
import org.gatehouse.catalog.ResourceTemplate;
import org.gatehouse.platform.problem.Problem;
import org.gatehouse.testing.SampleWorld.Product;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Resources have what the caller may read; everything else is not there. */
class ResourcesTest {
    private static final String DOCUMENT = """
            {"title": "Sales", "resources": {"schemas": true, "records": ["Account", "Invoice"], "queries": ["allAccounts"]},
             "queries": [{"name": "allAccounts", "title": "All accounts", "description": "Accounts.", "query": "SELECT Name FROM Account ORDER BY Name"},
                         {"name": "other", "description": "Accounts.", "query": "SELECT Name FROM Account"}]}""";

    private final CustomServerWorld world = CustomServerWorld.offering(Product.H2, DOCUMENT);

    @ParameterizedTest
    @EnumSource(Product.class)
    void aRecordHasTheFieldsThatTheCallerReads(Product product) {
        var own = product == Product.H2 ? world : CustomServerWorld.offering(product, DOCUMENT);
        String id = own.world.query("rep.west.1", "SELECT Id FROM Account LIMIT 1").records().getFirst().path("Id").textValue();

        JsonNode rep = own.read("rep.west.1", "record://Account/" + id);
        JsonNode admin = own.read("admin", "record://Account/" + id);

        assertThat(rep.path("Id").textValue()).isEqualTo(id);
        assertThat(rep.has("AnnualRevenue")).isFalse();
        assertThat(admin.has("AnnualRevenue")).isTrue();
        assertThat(own.events.last().objects()).containsExactly("Account");
        assertThat(own.events.last().recordIds()).containsExactly(id);
        assertThat(own.events.last().rowsReturned()).isEqualTo(1);
    }

    @Test
    void p44WhatTheCallerMayNotSeeIsLikeWhatIsNotThere() {
        Set<String> seen = ids("rep.west.1");
        String hidden = ids("admin").stream().filter(id -> !seen.contains(id)).findFirst().orElseThrow();

        for (String uri : List.of("record://Account/" + hidden, "record://Invoice/" + hidden, "schema://Invoice")) {
            Problem refused = refusal(() -> world.read("rep.west.1", uri));
            Problem absent = refusal(() -> world.read("rep.west.1", "record://Akkount/x"));
            assertThat(refused).isInstanceOfSatisfying(Problem.NotFound.class, problem -> {
                assertThat(problem.thing()).isEqualTo(Problem.Thing.RESOURCE);
                assertThat(problem.message()).isEqualTo(absent.message());
            });
            assertThat(world.events.last().objects()).as("no object is named, or the log of a person's own calls would tell").isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", "record://", "record://Account", "record://Account/", "record://Account/%", "record://Account/%zz", "record://Account/' OR Id != '", "record://Case/500000000000001",
        "record://User/005000000000000001", "RECORD://Account/1", "schema://", "schema://Account/Name", "schema:Account", "query://other", "query://", "query://ALLACCOUNTS", "file:///etc/passwd",
        "http://127.0.0.1/"
    })
    void thereIsNothingElse(String uri) {
        assertThat(refusal(() -> world.read("admin", uri))).isInstanceOf(Problem.NotFound.class);
    }

    @Test
    void p44ASchemaHasWhatTheCallerReads() {
        JsonNode rep = world.read("rep.west.1", "schema://Account");

        assertThat(rep.path("fields").findValuesAsText("name")).contains("Industry").doesNotContain("AnnualRevenue");
        assertThat(world.read("admin", "schema://Account").path("fields").findValuesAsText("name")).contains("AnnualRevenue");
        assertThat(world.read("admin", "schema://Invoice").path("name").textValue()).isEqualTo("Invoice");
    }

    @Test
    void p44AQueryAnswersAsTheCaller() {
        JsonNode rep = world.read("rep.west.1", "query://allAccounts");

        assertThat(rep.path("totalSize").longValue()).isEqualTo(world.world.query("rep.west.1", "SELECT COUNT() FROM Account").totalSize());
        assertThat(world.read("admin", "query://allAccounts").path("totalSize").longValue()).isEqualTo(60);
    }

    @Test
    void p44ListsAndTemplatesNameOnlyWhatTheCallerReads() {
        List<String> rep = world.resources("rep.west.1").stream().map(ResourceEntry::uri).toList();
        List<String> admin = world.resources("admin").stream().map(ResourceEntry::uri).toList();

        assertThat(rep).contains("schema://Account", "query://allAccounts").doesNotContain("schema://Invoice", "query://other").doesNotHaveDuplicates();
        assertThat(admin).contains("schema://Invoice");
        assertThat(world.server("rep.west.1").templates()).extracting(ResourceTemplate::uriTemplate).containsExactly("schema://{object}", "record://{object}/{id}");
        assertThat(world.server("rep.west.1").templates()).allSatisfy(template -> assertThat(template.description()).doesNotContain("Invoice"));
    }

    @Test
    void p44CompletionNamesOnlyWhatTheCallerReads() {
        assertThat(complete("rep.west.1", "schema://{object}", "acc")).containsExactly("Account");
        assertThat(complete("rep.west.1", "schema://{object}", "Inv")).isEmpty();
        assertThat(complete("admin", "schema://{object}", "Inv")).contains("Invoice");
        assertThat(complete("admin", "record://{object}/{id}", "")).containsExactly("Account", "Invoice");
        assertThat(complete("rep.west.1", "record://{object}/{id}", "")).containsExactly("Account");
        assertThat(refusal(() -> complete("rep.west.1", "nothing://{object}", ""))).isInstanceOf(Problem.NotFound.class);
    }

    private List<String> complete(String username, String template, String begun) {
        return world.completeResource(username, template, "object", begun);
    }

    private Set<String> ids(String username) {
        return world.world.query(username, "SELECT Id FROM Account").records().stream().map((ObjectNode it) -> it.path("Id").textValue()).collect(Collectors.toSet());
    }
}
