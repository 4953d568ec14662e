package org.gatehouse.catalog.custom;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.gatehouse.catalog.CheckedTool;
import org.gatehouse.catalog.ToolAnnotations;
import org.gatehouse.catalog.ToolDefinition;
import org.gatehouse.catalog.Tools;
import org.gatehouse.platform.problem.Problem.Violation;
import org.jspecify.annotations.Nullable;

/** What an administrator should look at before a document is published; nothing of it is forbidden. */
public final class DocumentLint {
    private static final int SHORT = 20;
    private static final int MANY_TOOLS = 20;

    /** Words by which a description tries to steer the model instead of telling what the tool does. */
    private static final Pattern STEERING = Pattern.compile(
            "\\b(ignore (all|any|the|previous|prior)|disregard|system prompt|do not (tell|mention|inform|reveal)|without (asking|telling|confirmation)"
                    + "|you must always|always call this|never ask)\\b",
            Pattern.CASE_INSENSITIVE);

    private final List<Violation> warnings = new ArrayList<>();

    private final Tools tools;

    private DocumentLint(Tools tools) {
        this.tools = tools;
    }

    static List<Violation> of(ServerDocument document, Tools tools) {
        DocumentLint lint = new DocumentLint(tools);
        lint.document(document);
        return List.copyOf(lint.warnings);
    }

    private void document(ServerDocument document) {
        if (Objects.requireNonNullElse(document.instructions(), "").isBlank()) {
            warn("/instructions", "without instructions a model has to guess what the server is for");
        }
        steering(document.instructions(), "/instructions");
        if (document.tools().size() + document.queries().size() > MANY_TOOLS) {
            warn("/tools", "a model chooses worse among more than " + MANY_TOOLS + " tools");
        }
        for (int i = 0; i < document.tools().size(); i++) {
            tool(document.tools().get(i), "/tools/" + i);
        }
        for (int i = 0; i < document.queries().size(); i++) {
            ServerDocument.NamedQuery query = document.queries().get(i);
            described(query.description(), "/queries/" + i + "/description");
            for (int j = 0; j < query.arguments().size(); j++) {
                described(query.arguments().get(j).description(), "/queries/" + i + "/arguments/" + j + "/description");
            }
            if (!Objects.requireNonNullElse(query.query(), "").toUpperCase(java.util.Locale.ROOT).contains("LIMIT")) {
                warn("/queries/" + i + "/query", "without LIMIT an answer may have 2000 records");
            }
        }
        for (int i = 0; i < document.prompts().size(); i++) {
            ServerDocument.PromptText prompt = document.prompts().get(i);
            if (prompt.prompt() == null) {
                described(prompt.description(), "/prompts/" + i + "/description");
            }
        }
    }

    /** A tool that a deployment or a service brings has words of its own, which nobody here has read before. */
    private void tool(ServerDocument.ToolChoice choice, String place) {
        Optional<ToolDefinition> own = Optional.ofNullable(choice.tool()).flatMap(tools::find).map(CheckedTool::definition);
        described(Objects.requireNonNullElseGet(choice.description(), () -> own.map(ToolDefinition::description).orElse("")), place + "/description");
        if (choice.annotations() == null && own.filter(tool -> tool.annotations().equals(ToolAnnotations.UNSAID)).isPresent()) {
            warn(place + "/annotations", "the tool says nothing of its behaviour, so it counts as one that destroys and reaches outside");
        }
    }

    private void described(@Nullable String description, String place) {
        if (Objects.requireNonNullElse(description, "").strip().length() < SHORT) {
            warn(place, "a description of a few words tells a model too little");
        }
        steering(description, place);
    }

    /** Whether a text tries to steer the model. */
    public static boolean steers(String text) {
        return STEERING.matcher(text).find();
    }

    private void steering(@Nullable String text, String place) {
        if (text != null && steers(text)) {
            warn(place, "this steers the model; say what the thing does instead");
        }
    }

    private void warn(String place, String message) {
        warnings.add(new Violation(place, message));
    }
}
