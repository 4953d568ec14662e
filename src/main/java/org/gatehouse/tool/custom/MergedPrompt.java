package org.gatehouse.tool.custom;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedSet;
import java.util.regex.Matcher;
import org.gatehouse.catalog.CompletionCall;
import org.gatehouse.catalog.PromptCall;
import org.gatehouse.catalog.PromptDefinition;
import org.gatehouse.catalog.PromptHandler;
import org.gatehouse.catalog.PromptMessage;
import org.gatehouse.catalog.custom.MergeField;
import org.gatehouse.catalog.custom.ServerDocument.PromptArgument;
import org.gatehouse.catalog.custom.ServerDocument.PromptText;
import org.gatehouse.platform.json.Json;
import org.gatehouse.platform.problem.ProblemException;
import org.gatehouse.platform.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * A prompt with places that are filled in from what the person gives and from records that the person may read. It is filled in once: a value
 * that looks like such a place stays as it is.
 */
final class MergedPrompt implements PromptHandler {
    private static final int LONGEST_VALUE = 10_000;

    private final PromptText prompt;
    private final CallersRecords records;
    private final PromptDefinition definition;

    MergedPrompt(PromptText prompt, CallersRecords records) {
        this.prompt = prompt;
        this.records = records;
        String name = Objects.requireNonNull(prompt.name());
        this.definition = new PromptDefinition(
                name, Objects.requireNonNullElse(prompt.title(), name), Objects.requireNonNull(prompt.description()),
                prompt.arguments().stream().map(MergedPrompt::argument).toList(), prompt.icons());
    }

    private static PromptDefinition.Argument argument(PromptArgument argument) {
        String name = Objects.requireNonNull(argument.name());
        return new PromptDefinition.Argument(
                name, Objects.requireNonNullElse(argument.title(), name), Objects.requireNonNullElse(argument.description(), ""), argument.required());
    }

    @Override
    public PromptDefinition definition() {
        return definition;
    }

    @Override
    public List<PromptMessage> messages(PromptCall call) {
        check(call.arguments());
        Map<String, ObjectNode> found = new HashMap<>();
        prompt.arguments().stream().filter(argument -> argument.object() != null).forEach(argument -> {
            String value = call.arguments().getOrDefault(argument.name(), "");
            if (!value.isEmpty()) {
                found.put(argument.name(), record(call, argument, value));
            }
        });
        call.noteRows(found.size());
        return prompt.messages().stream()
                .map(message -> new PromptMessage(
                        Objects.requireNonNull(message.role()), filled(Objects.requireNonNull(message.text()), call.arguments(), found)))
                .toList();
    }

    @Override
    public List<String> complete(CompletionCall call) {
        return prompt.arguments().stream()
                .filter(known -> call.name().equals(known.name()))
                .findFirst()
                .map(PromptArgument::object)
                .map(object -> records.names(call.caller(), object, call.begun()))
                .orElse(List.of());
    }

    private void check(Map<String, String> given) {
        for (PromptArgument argument : prompt.arguments()) {
            String value = given.getOrDefault(argument.name(), "");
            if (argument.required() && value.isBlank()) {
                throw refuse(argument.name(), "it is needed");
            }
            if (value.length() > LONGEST_VALUE) {
                throw refuse(argument.name(), "it has more than " + LONGEST_VALUE + " characters");
            }
        }
        given.keySet().stream()
                .filter(name -> prompt.arguments().stream().noneMatch(argument -> name.equals(argument.name())))
                .sorted()
                .findFirst()
                .ifPresent(name -> {
                    throw refuse(name, "the prompt has no such argument");
                });
    }

    private ObjectNode record(PromptCall call, PromptArgument argument, String value) {
        String object = Objects.requireNonNull(argument.object());
        ObjectNode record = records.named(call.caller(), object, paths(argument), value)
                .orElseThrow(() -> refuse(argument.name(), "there is not exactly one " + object + " of this Id or name; give its Id"));
        call.noteObject(object);
        if (record.path("Id").isTextual()) {
            call.noteRecord(record.path("Id").asText());
        }
        return record;
    }

    /** The fields of a record that the messages name, and its Id. */
    private SequencedSet<String> paths(PromptArgument argument) {
        SequencedSet<String> paths = new LinkedHashSet<>();
        paths.add("Id");
        prompt.messages().forEach(message -> {
            Matcher field = MergeField.PATTERN.matcher(Objects.requireNonNull(message.text()));
            while (field.find()) {
                MergeField merged = MergeField.of(field);
                if (merged.argument().equals(argument.name()) && !merged.path().isEmpty() && !merged.path().equalsIgnoreCase("Id")) {
                    paths.add(merged.path());
                }
            }
        });
        return paths;
    }

    private static String filled(String text, Map<String, String> given, Map<String, ObjectNode> records) {
        return MergeField.PATTERN.matcher(text).replaceAll(match -> {
            MergeField field = MergeField.of((Matcher) match);
            return Matcher.quoteReplacement(
                    field.path().isEmpty() ? given.getOrDefault(field.argument(), "") : value(records.get(field.argument()), field.path()));
        });
    }

    private static String value(@Nullable ObjectNode record, String path) {
        JsonNode value = record == null ? Json.object() : record;
        for (String step : path.split("\\.", -1)) {
            JsonNode inside = value;
            value = inside.properties().stream().filter(member -> member.getKey().equalsIgnoreCase(step)).findFirst().map(Map.Entry::getValue).orElse(Json.object());
        }
        return value.isValueNode() && !value.isNull() ? value.asText() : "";
    }

    private static ProblemException refuse(@Nullable String argument, String message) {
        return new ProblemException(new Problem.InvalidArguments(
                "The prompt cannot be filled in.", List.of(new Problem.Violation("/arguments/" + argument, message))));
    }
}
