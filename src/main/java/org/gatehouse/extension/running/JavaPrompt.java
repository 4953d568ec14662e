package org.gatehouse.extension.running;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Map;
import org.gatehouse.catalog.CompletionCall;
import org.gatehouse.catalog.PromptCall;
import org.gatehouse.catalog.PromptDefinition;
import org.gatehouse.catalog.PromptHandler;
import org.gatehouse.catalog.PromptMessage;
import org.gatehouse.catalog.Tier;
import org.gatehouse.platform.problem.Problem;
import org.gatehouse.platform.problem.ProblemException;
import org.gatehouse.platform.problem.Violations;
import org.jspecify.annotations.Nullable;

/** A prompt that a developer wrote. */
final class JavaPrompt implements PromptHandler {
    private static final int LONGEST_VALUE = 10_000;

    private final PromptDefinition definition;
    private final Map<String, JavaCompletion> completions;
    private final Lent<JavaMethod> code;
    private final DeveloperThreads threads;
    private final Services services;

    JavaPrompt(PromptDefinition definition, Map<String, JavaCompletion> completions, Lent<JavaMethod> code, DeveloperThreads threads, Services services) {
        this.definition = definition;
        this.completions = Map.copyOf(completions);
        this.code = code;
        this.threads = threads;
        this.services = services;
    }

    @Override
    public PromptDefinition definition() {
        return definition;
    }

    @Override
    public List<PromptMessage> messages(PromptCall call) {
        JavaMethod method = code.find().orElseThrow(() -> new ProblemException(
                new Problem.NotFound(Problem.Thing.PROMPT, definition.name(), "There is no prompt of this name on this server.")));
        check(call);
        return method.run(threads, services, call, Tier.READ, name -> given(call, name), (values, returned) -> messages(returned));
    }

    @Override
    public List<String> complete(CompletionCall call) {
        return JavaCompletion.complete(completions, call);
    }

    private void check(PromptCall call) {
        for (PromptDefinition.Argument argument : definition.arguments()) {
            String value = call.arguments().getOrDefault(argument.name(), "");
            if (argument.required() && value.isBlank()) {
                throw Violations.one("/" + argument.name(), "it is needed");
            }
            if (value.length() > LONGEST_VALUE) {
                throw Violations.one("/" + argument.name(), "it has more than " + LONGEST_VALUE + " characters");
            }
        }
        call.arguments().keySet().stream()
                .filter(name -> definition.arguments().stream().noneMatch(argument -> argument.name().equals(name)))
                .sorted()
                .findFirst()
                .ifPresent(name -> {
                    throw Violations.one("/" + name, "the prompt has no such argument");
                });
    }

    private static JsonNode given(PromptCall call, String name) {
        String value = call.arguments().get(name);
        return value == null ? MissingNode.getInstance() : TextNode.valueOf(value);
    }

    private static List<PromptMessage> messages(@Nullable Object returned) {
        return switch (returned) {
            case String text -> List.of(new PromptMessage("user", text));
            case org.gatehouse.extension.PromptMessage one -> List.of(message(one));
            case List<?> several -> several.stream().map(org.gatehouse.extension.PromptMessage.class::cast).map(JavaPrompt::message).toList();
            case null, default -> throw new IllegalStateException("A prompt returned nothing.");
        };
    }

    private static PromptMessage message(org.gatehouse.extension.PromptMessage message) {
        return new PromptMessage(message.role(), message.text());
    }
}
