package org.gatehouse.extension.declared;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.rough.NeutralTools;
import com.example.rough.RoughTools;
import com.example.rough.UnusableTools;
import com.example.visits.VisitTools;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.gatehouse.catalog.Icon;
import org.gatehouse.catalog.Tier;
import org.gatehouse.catalog.ToolAnnotations;
import org.gatehouse.catalog.ToolDefinition;
import org.gatehouse.extension.declared.Declarations.Refusal;
import org.gatehouse.platform.json.Json;
import org.junit.jupiter.api.Test;

/** What annotated methods become, and what is refused of them. */
class DeclarationsTest {
    @Test
    void aMethodBecomesAToolWithSchemasFromItsTypes() {
        ToolDefinition tool = tool(VisitTools.class, "accountsToVisit");

        assertThat(tool.title()).isEqualTo("Accounts to visit");
        assertThat(Json.literal(Json.text(tool.inputSchema()))).isEqualTo(Json.literal("""
                {"type": "object",
                 "properties": {
                   "industry": {"type": "string", "minLength": 1, "pattern": "\\\\S", "description": "For example Energy."},
                   "most": {"type": "integer", "minimum": 1, "maximum": 200, "description": "How many at most.", "default": 20}},
                 "required": ["industry"],
                 "additionalProperties": false}"""));
        assertThat(Json.literal(Json.text(Objects.requireNonNull(tool.outputSchema())))).isEqualTo(Json.literal("""
                {"type": "object",
                 "properties": {
                   "preparedFor": {"type": "string"},
                   "found": {"type": "integer", "minimum": -2147483648, "maximum": 2147483647},
                   "accounts": {"type": "array", "items": {"type": "object",
                     "properties": {"id": {"type": "string"}, "name": {"type": "string"}, "phone": {"type": "string"}},
                     "required": ["id", "name"]}}},
                 "required": ["preparedFor", "found", "accounts"]}"""));
        assertThat(tool.annotations()).isEqualTo(new ToolAnnotations(true, false, true, false));
        assertThat(tool.tier()).isEqualTo(Tier.READ);
        assertThat(tool.icons()).containsExactly(new Icon("https://intranet.example/visits.svg", "image/svg+xml", List.of("any"), null));
    }

    @Test
    void aToolThatSaysNothingOfItselfIsTakenForTheMostDangerousThatWrites() {
        ToolDefinition tool = tool(RoughTools.class, "throwsSomething");

        assertThat(tool.annotations()).isEqualTo(new ToolAnnotations(false, true, false, true));
        assertThat(tool.tier()).isEqualTo(Tier.WRITE);
    }

    @Test
    void whatDeletesNeedsTheScopeForThat() {
        assertThat(tool(RoughTools.class, "deletesAndWrites").tier()).isEqualTo(Tier.DELETE);
    }

    @Test
    void theNeutralAnnotationsAreTakenAsOurs() {
        ToolDefinition tool = tool(NeutralTools.class, "add");

        assertThat(tool.title()).isEqualTo("Add");
        assertThat(tool.tier()).isEqualTo(Tier.READ);
        assertThat(tool.inputSchema().at("/required").toString()).isEqualTo("[\"first\"]");
        assertThat(tool.inputSchema().at("/properties/second/default").intValue()).isEqualTo(1);
        assertThat(tool.inputSchema().at("/properties/first/description").textValue()).isEqualTo("The first.");
    }

    @Test
    void whatCannotBeOfferedIsRefusedWithWhatToDoAndTheRestIsOffered() {
        Declarations declared = Declarations.of(UnusableTools.class);

        Map<String, String> why = declared.refusals().stream().collect(Collectors.toMap(Refusal::what, Refusal::why));
        assertThat(declared.contributed()).extracting(Contributed::name).containsExactly("fine");
        assertThat(why).hasSize(20);
        assertThat(why.get(method("undescribed"))).contains("give it one");
        assertThat(why.get(method("odd"))).startsWith("parameter locale: the type java.util.Locale cannot be told to a model; use");
        assertThat(why.get(method("oddAnswer"))).startsWith("its result: the type java.lang.Thread");
        assertThat(why.get(method("untyped"))).contains("write for example List<String>");
        assertThat(why.get(method("numbered"))).contains("use Map<String, …>");
        assertThat(why.get(method("tree"))).contains("holds itself");
        assertThat(why.get(method("hidden"))).contains("make it public");
        assertThat(why.get(method("named"))).contains("'a name' is no name");
        assertThat(why.get(method("defaulted"))).contains("is not JSON");
        assertThat(why.get(method("leftOut"))).contains("give it a default or use its class");
        assertThat(why.get(method("contradicts"))).contains("cannot only read and delete");
        assertThat(why.get(method("countedPrompt"))).contains("use String");
        assertThat(why.get(method("taken"))).contains("a scheme of Gatehouse's own");
        assertThat(why.get(method("lacking"))).contains("[b]");
        assertThat(why.get(method("oneValue"))).contains("returns a List<String>");
        assertThat(why.get(method("twoValues"))).contains("takes one String");
        assertThat(why.get(method("noValue"))).contains("takes one String");
        assertThat(why.get(method("unseen"))).contains("nobody sees");
        assertThat(why.get(method("unseenArgument"))).contains("nobody sees");
        assertThat(why.get(method("painted"))).contains("src is an https URL");
    }

    private static String method(String name) {
        return UnusableTools.class.getName() + "." + name;
    }

    private static ToolDefinition tool(Class<?> type, String name) {
        return Declarations.of(type).contributed().stream()
                .filter(Contributed.Tool.class::isInstance)
                .map(Contributed.Tool.class::cast)
                .map(Contributed.Tool::definition)
                .filter(tool -> tool.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
