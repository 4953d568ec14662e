package org.gatehouse.extension.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.gatehouse.extension.running.ExtensionWorld.LIMIT;
import static org.gatehouse.extension.running.ExtensionWorld.refusal;
import static org.gatehouse.extension.running.ExtensionWorld.structured;
import static org.gatehouse.extension.running.ExtensionWorld.text;

import com.example.rough.DateTools;
import com.example.rough.LookingTools;
import com.example.rough.ManyValues;
import com.example.rough.NeutralTools;
import com.example.rough.RoughTools;
import com.example.visits.VisitTools;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.gatehouse.catalog.SilentDialogue;
import org.gatehouse.catalog.ToolResult;
import org.gatehouse.platform.json.Json;
import org.gatehouse.platform.problem.Problem;
import org.gatehouse.testing.SampleWorld.Product;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Contributed tools, called as agents call them. */
class JavaToolsTest {
    @ParameterizedTest
    @EnumSource(Product.class)
    void eachPersonGetsWhatThatPersonMaySee(Product product) {
        var world = ExtensionWorld.of(product, LIMIT, new VisitTools());
        String industry = world.world.database().sql().fetchValue("select industry from records.account where industry is not null order by id limit 1").toString();
        String arguments = "{\"industry\": \"" + industry + "\", \"most\": 1}";

        JsonNode all = structured(world.call("ceo", "accountsToVisit", arguments));
        JsonNode own = structured(world.call("rep.west.1", "accountsToVisit", arguments));

        assertThat(all.path("preparedFor").textValue()).isEqualTo("ceo");
        assertThat(own.path("preparedFor").textValue()).isEqualTo("rep.west.1");
        assertThat(own.path("found").intValue()).isLessThan(all.path("found").intValue());
        assertThat(all.path("accounts")).hasSize(1);
        assertThat(world.events.last().actor().username()).isEqualTo("rep.west.1");
        assertThat(world.events.last().rowsReturned()).isEqualTo(own.path("found").longValue());
    }

    @ParameterizedTest
    @EnumSource(Product.class)
    void aToolWritesAsItsCallerUnderTheRulesOfTheRecord(Product product) {
        var world = ExtensionWorld.of(product, LIMIT, new VisitTools());

        ToolResult done = world.call("rep.west.1", "reportProblem", "{\"subject\": \"The pump leaks\"}");

        assertThat(text(done)).isNotBlank();
        assertThat(world.cases("The pump leaks")).isEqualTo(1);
        assertThat(refusal(() -> world.call("rep.west.1", "reportProblem", "{\"subject\": \"one\\ntwo\"}"))).isEqualTo(new Problem.ToolFailed("Give the subject in one line."));
        assertThat(refusal(() -> world.call("rep.west.1", "reportProblem", "{\"subject\": \"\"}"))).isInstanceOf(Problem.InvalidArguments.class);
        assertThat(refusal(() -> world.call("rep.west.1", "reportProblem", "{\"subject\": \"a\", \"caller\": \"ceo\"}"))).isInstanceOf(Problem.InvalidArguments.class);
    }

    @Test
    void promptsAndResourcesAreReadAsTheCallerToo() {
        var world = new ExtensionWorld(Product.H2, LIMIT);
        world.contribute("sample", new VisitTools());
        world.offer("{\"title\": \"Visits\", \"prompts\": [{\"prompt\": \"prepareVisit\"}], \"resources\": {\"families\": [\"briefing\"]}}");
        String account = world.world.database().sql().fetchValue("select id from records.account order by id limit 1").toString();

        var argument = Map.of("account", account);
        assertThat(world.prompt("ceo", "prepareVisit", argument)).extracting(Object::toString).singleElement().asString().doesNotContain("may not see");
        assertThat(world.read("ceo", "visits://" + account)).endsWith("before noon.");
        assertThat(world.prompt("rep.west.1", "prepareVisit", Map.of("account", "001999999999999999"))).extracting(Object::toString).singleElement().asString().contains("may not see");
        assertThat(refusal(() -> world.prompt("ceo", "prepareVisit", Map.of()))).isInstanceOf(Problem.InvalidArguments.class);
        assertThat(refusal(() -> world.read("ceo", "visits://a/b"))).isInstanceOf(Problem.NotFound.class);
    }

    @Test
    void argumentsAndVariablesAreCompletedWithWhatTheCallerMaySee() {
        var world = new ExtensionWorld(Product.H2, LIMIT);
        world.contribute("sample", new VisitTools());
        world.offer("{\"title\": \"Visits\", \"prompts\": [{\"prompt\": \"prepareVisit\"}], \"resources\": {\"families\": [\"briefing\"]}}");

        List<String> all = world.completePrompt("ceo", "account", "001");
        List<String> own = world.completePrompt("rep.west.1", "account", "001");
        String hidden = all.stream().filter(id -> !own.contains(id)).findFirst().orElseThrow();

        assertThat(world.completePrompt("ceo", "account", hidden)).containsExactly(hidden);
        assertThat(world.completePrompt("rep.west.1", "account", hidden)).isEmpty();
        assertThat(world.completePrompt("ceo", "nothing", "")).isEmpty();
        assertThat(world.completeResource("rep.west.1", "visits://{account}", own.getFirst())).containsExactly(own.getFirst());
        assertThat(world.completeResource("rep.west.1", "visits://{account}", hidden)).isEmpty();
        assertThat(world.events.last().actor().username()).isEqualTo("rep.west.1");
    }

    @Test
    void ofManyValuesTheFirstHundredAreOffered() {
        var world = new ExtensionWorld(Product.H2, LIMIT);
        world.contribute("sample", new ManyValues());
        world.offer("{\"title\": \"Visits\", \"prompts\": [{\"prompt\": \"prepareVisit\"}]}");

        assertThat(world.completePrompt("ceo", "account", "x")).hasSize(100).startsWith("x0", "x1").endsWith("x99");
    }

    @Test
    void theNeutralAnnotationsWorkWithoutGatehouseOnTheClassPathOfTheTool() {
        var world = ExtensionWorld.of(Product.H2, LIMIT, new NeutralTools());

        assertThat(structured(world.call("ceo", "add", "{\"first\": 2, \"second\": 3}")).path("result").intValue()).isEqualTo(5);
        assertThat(structured(world.call("ceo", "add", "{\"first\": 2}")).path("result").intValue()).isEqualTo(3);
    }

    @Test
    void aToolThatOnlyReadsCannotWrite() {
        var world = ExtensionWorld.of(Product.H2, LIMIT, new RoughTools());

        assertThat(text(world.call("rep.west.1", "writesInSecret", "{}"))).isEqualTo("refused");
        assertThat(world.cases("Written in secret")).isZero();
    }

    @Test
    void aToolThatDoesNotSaySoCannotDelete() {
        var world = ExtensionWorld.of(Product.H2, LIMIT, new RoughTools(), new VisitTools(), new LookingTools());

        String id = text(world.call("rep.west.1", "reportProblem", "{\"subject\": \"Stays\"}"));

        assertThat(refusal(() -> world.call("rep.west.1", "deletesInSecret", "{\"id\": \"" + id + "\"}"))).isEqualTo(new Problem.Internal("r-1"));
        assertThat(text(world.call("rep.west.1", "looksFor", "{\"id\": \"" + id + "\"}"))).isEqualTo("Stays");
    }

    @Test
    void aToolDoesNotGoFurtherThanTheTokensScopes() {
        var world = ExtensionWorld.of(Product.H2, LIMIT, new RoughTools(), new VisitTools());

        assertThat(world.tools("rep.west.1", "mcp_api.read")).containsExactlyInAnyOrder("accountsToVisit", "fromAnotherThread", "remembers", "writesInSecret");
        assertThat(world.tools("rep.west.1", "mcp_api.delete")).containsExactly("deletesAndWrites");
        assertThat(refusal(() -> world.call(world.caller("rep.west.1", "mcp_api.delete"), "deletesAndWrites", "{}", new SilentDialogue())))
                .isInstanceOf(Problem.InsufficientAccess.class);
        assertThat(world.cases("Written by a tool that deletes")).isZero();
        world.call(world.caller("rep.west.1", "mcp_api.delete", "mcp_api.write"), "deletesAndWrites", "{}", new SilentDialogue());
        assertThat(world.cases("Written by a tool that deletes")).isEqualTo(1);
    }

    @Test
    void aTokenThatOnlyWritesDoesNotReadByWayOfATool() {
        var world = ExtensionWorld.of(Product.H2, LIMIT, new LookingTools());

        assertThat(refusal(() -> world.call(world.caller("ceo", "mcp_api.write"), "looks", "{}", new SilentDialogue()))).isInstanceOf(Problem.InsufficientAccess.class);
        assertThat(text(world.call("ceo", "looks", "{}"))).isNotEqualTo("0");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "Case                                | Subject, Status",
        "Case                                | (SELECT Id FROM Tasks)",
        "Case                                | Subject FROM Case WHERE Subject != null ORDER BY Subject LIMIT 1",
        "Case                                | Subject.",
        "Case WHERE Subject != null LIMIT 1  | Subject",
        "Case USING SCOPE mine               | Subject",
    })
    void q03NamesThatAToolTakesFromTheModelAreNamesAndNoPartOfAQuery(String object, String field) {
        var world = ExtensionWorld.of(Product.H2, LIMIT, new VisitTools(), new LookingTools());
        String id = text(world.call("rep.west.1", "reportProblem", "{\"subject\": \"Stays\"}"));

        assertThat(text(world.call("rep.west.1", "looksForAnything", named("Case", id, "Subject")))).contains("Stays");
        assertThat(refusal(() -> world.call("rep.west.1", "looksForAnything", named(object, id, field)))).isEqualTo(new Problem.Internal("r-1"));
    }

    private static String named(String object, String id, String field) {
        return Json.text(Json.object().put("object", object).put("id", id).put("field", field));
    }

    @ParameterizedTest
    @EnumSource(Product.class)
    void aRefusalEndsTheCallWhateverTheToolMakesOfIt(Product product) {
        var world = ExtensionWorld.of(product, LIMIT, new RoughTools());

        assertThat(refusal(() -> world.call("rep.west.1", "takesNoRefusal", "{}"))).isInstanceOf(Problem.RefusedWrite.class);
        assertThat(world.cases("Written before a refusal")).isZero();
    }

    @Test
    void outsideACallThereAreNoRecords() {
        assertThat(catchThrowable(() -> new CallQueries().query("SELECT Id FROM Account")))
                .isInstanceOf(IllegalStateException.class).hasMessageContaining("There is no running call here");
        assertThat(catchThrowable(() -> new CallRecords().find("Account", "1"))).isInstanceOf(IllegalStateException.class);
        assertThat(catchThrowable(() -> new CurrentCall().username())).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aThreadThatTheToolStartsHasNoCall() {
        var world = ExtensionWorld.of(Product.H2, LIMIT, new RoughTools());

        assertThat(text(world.call("ceo", "fromAnotherThread", "{}"))).isEqualTo("refused");
    }

    @Test
    void x35AToolThatTheServerDoesNotListIsLikeOneThatIsNotThere() {
        var world = new ExtensionWorld(Product.H2, LIMIT);
        world.contribute("sample", new VisitTools());
        world.offer("{\"title\": \"Visits\", \"tools\": [{\"tool\": \"accountsToVisit\"}]}");

        Problem unlisted = refusal(() -> world.call("ceo", "reportProblem", "{\"subject\": \"a\"}"));
        Problem absent = refusal(() -> world.call("ceo", "nothing", "{\"subject\": \"a\"}"));

        assertThat(unlisted).isInstanceOf(Problem.NotFound.class);
        assertThat(unlisted.message()).isEqualTo(absent.message());
        assertThat(world.cases("a")).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "{\"day\": \"2026-01-31\", \"at\": \"2026-01-31T10:15:00Z\", \"numbers\": [1, 2], \"names\": [\"a\"]}", "{\"day\": \"2026-01-31\", \"numbers\": [], \"names\": []}"
    })
    void valuesComeAndGoAsTheyAre(String visit) {
        var world = ExtensionWorld.of(Product.H2, LIMIT, new DateTools());

        assertThat(structured(world.call("ceo", "same", "{\"visit\": " + visit + "}")).toString()).isEqualTo(visit.replace(" ", ""));
    }

    @Test
    void aDayThatThereIsNotIsTheCallersMistake() {
        var world = ExtensionWorld.of(Product.H2, LIMIT, new DateTools());

        assertThat(refusal(() -> world.call("ceo", "same", "{\"visit\": {\"day\": \"2026-02-31\", \"numbers\": [], \"names\": []}}")))
                .isEqualTo(new Problem.InvalidArguments("The arguments do not fit.", List.of(new Problem.Violation("/visit", "this value cannot be taken"))));
        assertThat(text(world.call("ceo", "who", "{}"))).isEqualTo("ceo inspector custom/Visits false");
    }
}
