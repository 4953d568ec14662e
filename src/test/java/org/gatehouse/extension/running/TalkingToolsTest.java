package org.gatehouse.extension.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.gatehouse.extension.running.ExtensionWorld.LIMIT;
import static org.gatehouse.extension.running.ExtensionWorld.structured;
import static org.gatehouse.extension.running.ExtensionWorld.text;

import com.example.rough.TalkingTools;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gatehouse.catalog.SilentDialogue;
import org.gatehouse.catalog.dialogue.ClientCapability;
import org.gatehouse.catalog.dialogue.Dialogue;
import org.gatehouse.catalog.dialogue.InputRequest;
import org.gatehouse.catalog.dialogue.InputRequired;
import org.gatehouse.catalog.dialogue.LogLevel;
import org.gatehouse.platform.json.Json;
import org.gatehouse.testing.SampleWorld.Product;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.jspecify.annotations.Nullable;

/** Tools that tell and ask their client. */
class TalkingToolsTest {
    @ParameterizedTest
    @EnumSource(Product.class)
    void theFirstRoundAsksAndUndoesWhatItWroteAndTheNextHasTheAnswer(Product product) {
        var world = ExtensionWorld.of(product, LIMIT, new TalkingTools());
        var caller = world.caller("rep.west.1");
        var client = new Client(null);

        assertThat(catchThrowable(() -> world.call(caller, "asks", "{}", client))).as("the round is over").isNotNull();

        assertThat(client.told).containsExactly("1.0 half", "WARNING Written before the question");
        assertThat(world.cases("Written before the question")).isZero();
        var form = (InputRequest.Form) client.asked.getFirst();
        assertThat(form.message()).isEqualTo("How was it?");
        assertThat(form.requestedSchema().at("/properties/mood/enum").toString()).isEqualTo("[\"GOOD\",\"BAD\"]");
        assertThat(form.requestedSchema().at("/properties/stars/type").asText()).isEqualTo("integer");

        var answered = new Client(Json.literal("{\"action\": \"accept\", \"content\": {\"mood\": \"GOOD\", \"stars\": 4}}"));
        assertThat(text(world.call(caller, "asks", "{}", answered))).isEqualTo("GOOD 4 of custom/Visits");
        assertThat(world.cases("Written before the question")).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(Product.class)
    void whoDeclinesIsNotAskedAgain(Product product) {
        var world = ExtensionWorld.of(product, LIMIT, new TalkingTools());

        assertThat(text(world.call(world.caller("rep.west.1"), "asks", "{}", new Client(Json.literal("{\"action\": \"decline\"}"))))).isEqualTo("declined");
    }

    @Test
    void aToolKnowsWhetherItsClientCanBeAsked() {
        var world = ExtensionWorld.of(Product.H2, LIMIT, new TalkingTools());

        assertThat(structured(world.call(world.caller("ceo"), "canAsk", "{}", new Client(null))).path("result").booleanValue()).isTrue();
        assertThat(structured(world.call("ceo", "canAsk", "{}")).path("result").booleanValue()).isFalse();
    }

    /** A client that shows forms; it has the answer of the round before, if there was one. */
    private static final class Client implements Dialogue {
        private final List<String> told = new ArrayList<>();
        private final List<InputRequest> asked = new ArrayList<>();
        private final @Nullable JsonNode answer;

        Client(@Nullable JsonNode answer) {
            this.answer = answer;
        }

        @Override
        public boolean supports(ClientCapability capability) {
            return capability == ClientCapability.ELICITATION;
        }

        @Override
        public void progress(double done, double total, String message) {
            told.add(done + " " + message);
        }

        @Override
        public void log(LogLevel level, String logger, JsonNode data) {
            told.add(level + " " + data.textValue());
        }

        @Override
        public void checkpoint() {}

        @Override
        public void disconnect() {}

        @Override
        public void background(boolean required) {
            new SilentDialogue().background(required);
        }

        @Override
        public Map<String, JsonNode> ask(Map<String, InputRequest> questions) {
            asked.addAll(questions.values());
            if (answer == null) {
                throw new InputRequired(questions);
            }
            return Map.of(questions.keySet().iterator().next(), answer);
        }
    }
}
