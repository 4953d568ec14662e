package org.gatehouse.conformance;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.gatehouse.catalog.CompletionCall;
import org.gatehouse.catalog.PromptCall;
import org.gatehouse.catalog.PromptDefinition;
import org.gatehouse.catalog.PromptHandler;
import org.gatehouse.catalog.PromptMessage;
import org.gatehouse.catalog.content.Content;
import org.gatehouse.catalog.content.ResourceContent;
import org.gatehouse.catalog.dialogue.InputRequest;
import java.util.Map;

/** A prompt of the suite. */
record FixturePrompt(PromptDefinition definition, Function<PromptCall, List<Content>> work) implements PromptHandler {
    static List<PromptHandler> all() {
        return List.of(
                of("test_simple_prompt", call -> List.of(new Content.Text("This is a simple prompt for testing."))),
                of(
                        "test_prompt_with_arguments",
                        call -> List.of(new Content.Text(
                                "Prompt with arguments: arg1='" + call.arguments().get("arg1") + "', arg2='" + call.arguments().get("arg2") + "'")),
                        "arg1", "arg2"),
                of(
                        "test_prompt_with_embedded_resource",
                        call -> List.of(
                                new Content.Embedded(new ResourceContent.Text(
                                        call.arguments().getOrDefault("resourceUri", ""), "text/plain", "Embedded resource content for testing.")),
                                new Content.Text("Please process the embedded resource above.")),
                        "resourceUri"),
                of("test_prompt_with_image", call -> List.of(
                        new Content.Image(PlainTools.PNG, "image/png"), new Content.Text("Please analyze the image above."))),
                of("test_input_required_result_prompt", call -> {
                    InputRequest question = AskingTools.form("What context should the prompt use?", "context", "string");
                    return List.of(new Content.Text("Context: " + call.dialogue().ask(Map.of("user_context", question))));
                }));
    }

    static PromptHandler of(String name, Function<PromptCall, List<Content>> work, String... arguments) {
        return new FixturePrompt(
                new PromptDefinition(
                        name, name, "A prompt for testing.",
                        Arrays.stream(arguments).map(argument -> new PromptDefinition.Argument(argument, argument, "Any text.", true)).toList()),
                work);
    }

    @Override
    public List<PromptMessage> messages(PromptCall call) {
        return work.apply(call).stream().map(content -> new PromptMessage("user", content)).toList();
    }

    @Override
    public List<String> complete(CompletionCall call) {
        return Stream.of("paris", "park", "party").filter(value -> value.startsWith(call.begun())).toList();
    }
}
