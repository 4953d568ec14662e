package org.gatehouse.tool.custom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatehouse.tool.custom.CustomServerWorld.refusal;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.gatehouse.catalog.PromptMessage;
import org.gatehouse.catalog.content.Content;
import org.gatehouse.platform.problem.Problem;
import org.gatehouse.testing.SampleWorld.Product;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Prompts are filled in once, with what the caller may read. */
class MergedPromptTest {
    private static final String DOCUMENT = """
            {"title": "Sales", "prompts": [
              {"name": "visit", "description": "Prepares a visit.",
               "arguments": [{"name": "account", "required": true, "object": "Account"}, {"name": "topic"}],
               "messages": [{"role": "user", "text": "Visit {{account.Name}} ({{ account.id }}) of {{account.Owner.Username}} about {{topic}}."},
                            {"role": "assistant", "text": "About {{topic}}, gladly."}]},
              {"name": "revenue", "description": "Tells revenue.", "arguments": [{"name": "account", "required": true, "object": "Account"}],
               "messages": [{"role": "user", "text": "{{account.AnnualRevenue}}"}]},
              {"name": "unknown", "description": "Tells nothing.", "arguments": [{"name": "account", "required": true, "object": "Account"}],
               "messages": [{"role": "user", "text": "{{account.AnnualRevenuf}}"}]}]}""";

    private final CustomServerWorld world = CustomServerWorld.offering(Product.H2, DOCUMENT);

    @ParameterizedTest
    @EnumSource(Product.class)
    void aRecordIsFoundByItsIdOrItsName(Product product) {
        var own = product == Product.H2 ? world : CustomServerWorld.offering(product, DOCUMENT);
        ObjectNode account = own.world.query("rep.west.1", "SELECT Id, Name FROM Account ORDER BY Name LIMIT 1").records().getFirst();
        String id = account.path("Id").textValue();
        String name = account.path("Name").textValue();

        List<PromptMessage> byId = own.prompt("rep.west.1", "visit", Map.of("account", id, "topic", "prices"));
        List<PromptMessage> byName = own.prompt("rep.west.1", "visit", Map.of("account", name, "topic", "prices"));

        assertThat(byId).containsExactly(
                new PromptMessage("user", "Visit " + name + " (" + id + ") of rep.west.1 about prices."), new PromptMessage("assistant", "About prices, gladly."));
        assertThat(byName).isEqualTo(byId);
        assertThat(own.events.last().objects()).containsExactly("Account");
        assertThat(own.events.last().recordIds()).containsExactly(id);
    }

    @Test
    void p44ARecordThatTheCallerMayNotSeeIsLikeOneThatIsNotThere() {
        ObjectNode hidden = hiddenAccount();

        Problem byId = refusal(() -> world.prompt("rep.west.1", "visit", Map.of("account", hidden.path("Id").textValue())));
        Problem byName = refusal(() -> world.prompt("rep.west.1", "visit", Map.of("account", hidden.path("Name").textValue())));
        Problem absent = refusal(() -> world.prompt("rep.west.1", "visit", Map.of("account", "no such account")));

        assertThat(byId).isInstanceOf(Problem.InvalidArguments.class).isEqualTo(absent);
        assertThat(byName).isEqualTo(absent);
        assertThat(world.events.last().recordIds()).isEmpty();
    }

    @Test
    void p44AFieldThatTheCallerMayNotReadIsLikeOneThatIsNotThere() {
        String id = world.world.query("rep.west.1", "SELECT Id FROM Account LIMIT 1").records().getFirst().path("Id").textValue();

        Problem hidden = refusal(() -> world.prompt("rep.west.1", "revenue", Map.of("account", id)));
        Problem absent = refusal(() -> world.prompt("rep.west.1", "unknown", Map.of("account", id)));

        assertThat(hidden.code()).isEqualTo("INVALID_FIELD");
        assertThat(hidden.message()).isEqualTo(absent.message().replace("AnnualRevenuf", "AnnualRevenue"));
        assertThat(words(world.prompt("admin", "revenue", Map.of("account", id)).getFirst())).doesNotContain("{{");
    }

    @Test
    void aNameThatTwoRecordsHaveIsNoRecord() {
        List<ObjectNode> accounts = world.world.query("rep.west.1", "SELECT Id FROM Account LIMIT 2").records();
        accounts.forEach(account -> rename(account.path("Id").textValue(), "Twice"));

        assertThat(refusal(() -> world.prompt("rep.west.1", "visit", Map.of("account", "Twice")))).isInstanceOf(Problem.InvalidArguments.class);
        rename(accounts.getFirst().path("Id").textValue(), "Once");
        assertThat(words(world.prompt("rep.west.1", "visit", Map.of("account", "Twice")).getFirst())).contains(accounts.getLast().path("Id").textValue());
    }

    @Test
    void whatFillsInIsNeverFilledIn() {
        String id = world.world.query("rep.west.1", "SELECT Id FROM Account LIMIT 1").records().getFirst().path("Id").textValue();
        rename(id, "{{topic}} $1 \\ {{account.Id}}");

        List<PromptMessage> filled = world.prompt("rep.west.1", "visit", Map.of("account", id, "topic", "{{account.Owner.Name}} $0"));

        assertThat(words(filled.getFirst()))
                .isEqualTo("Visit {{topic}} $1 \\ {{account.Id}} (" + id + ") of rep.west.1 about {{account.Owner.Name}} $0.");
    }

    @Test
    void whatIsLeftOutIsEmptyAndWhatIsNeededIsAskedFor() {
        String id = world.world.query("rep.west.1", "SELECT Id FROM Account LIMIT 1").records().getFirst().path("Id").textValue();

        assertThat(words(world.prompt("rep.west.1", "visit", Map.of("account", id)).getLast())).isEqualTo("About , gladly.");
        for (Map<String, String> wrong : List.of(Map.<String, String>of(), Map.of("account", " "), Map.of("account", id, "other", "x"), Map.of("account", id, "topic", "x".repeat(10_001)))) {
            assertThat(refusal(() -> world.prompt("rep.west.1", "visit", wrong))).isInstanceOf(Problem.InvalidArguments.class);
        }
        assertThat(refusal(() -> world.prompt("rep.west.1", "nothing", Map.of()))).isInstanceOf(Problem.NotFound.class);
    }

    @Test
    void p44CompletionKnowsOnlyTheNamesThatTheCallerSees() {
        String hidden = hiddenAccount().path("Name").textValue();

        List<String> rep = world.completePrompt("rep.west.1", "visit", "account", "");
        assertThat(world.events.last().rowsReturned()).isEqualTo(rep.size());
        List<String> begun = world.completePrompt("rep.west.1", "visit", "account", rep.getFirst().substring(0, 3));

        assertThat(rep).isNotEmpty().isSorted().doesNotContain(hidden);
        assertThat(begun).contains(rep.getFirst()).allMatch(name -> name.startsWith(rep.getFirst().substring(0, 3)));
        assertThat(world.completePrompt("rep.west.1", "visit", "account", hidden)).isEmpty();
        assertThat(world.completePrompt("rep.west.1", "visit", "account", "%")).isEmpty();
        assertThat(world.completePrompt("rep.west.1", "visit", "topic", "")).isEmpty();
    }

    private void rename(String id, String to) {
        world.world.database().sql().update(table(name("records", "account"))).set(field(name("name"), String.class), to).where(field(name("id"), String.class).eq(id)).execute();
    }

    /** An account that the rep does not see, by a name that none of the rep's has. */
    private ObjectNode hiddenAccount() {
        Set<String> seen = world.world.query("rep.west.1", "SELECT Name FROM Account").records().stream().map(it -> it.path("Name").textValue()).collect(Collectors.toSet());
        return world.world.query("admin", "SELECT Id, Name FROM Account ORDER BY Name").records().stream()
                .filter(account -> !seen.contains(account.path("Name").textValue()))
                .findFirst()
                .orElseThrow();
    }

    private static String words(PromptMessage message) {
        return ((Content.Text) message.content()).text();
    }
}
