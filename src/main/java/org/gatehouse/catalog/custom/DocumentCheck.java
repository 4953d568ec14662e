package org.gatehouse.catalog.custom;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.gatehouse.catalog.Contents;
import org.gatehouse.catalog.Icon;
import org.gatehouse.catalog.ToolAnnotations;
import org.gatehouse.catalog.Tools;
import org.gatehouse.catalog.custom.ServerDocument.Hints;
import org.gatehouse.catalog.custom.ServerDocument.NamedQuery;
import org.gatehouse.catalog.custom.ServerDocument.PromptArgument;
import org.gatehouse.catalog.custom.ServerDocument.PromptText;
import org.gatehouse.catalog.custom.ServerDocument.QueryArgument;
import org.gatehouse.catalog.custom.ServerDocument.ResourceChoice;
import org.gatehouse.catalog.custom.ServerDocument.ToolChoice;
import org.gatehouse.platform.problem.ProblemException;
import org.gatehouse.platform.problem.Violations;
import org.jspecify.annotations.Nullable;

/** Finds what is wrong with a document, with the place of each fault as a JSON pointer. */
final class DocumentCheck {
    /** MCP, server/tools: the names that every client takes. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,63}");

    private static final Pattern ARGUMENT = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,39}");
    private static final int MOST = 100;
    private static final int MOST_ICONS = 4;
    private static final int TITLE = 80;
    private static final int DESCRIPTION = 4_000;
    private static final int TEXT = 20_000;

    private final Tools tools;
    private final Contents contents;
    private final CustomParts parts;
    private final Violations violations;

    DocumentCheck(Tools tools, Contents contents, CustomParts parts, Violations violations) {
        this.tools = tools;
        this.contents = contents;
        this.parts = parts;
        this.violations = violations;
    }

    void check(ServerDocument document) {
        text(document.title(), TITLE, true, "/title");
        text(document.instructions(), DESCRIPTION, false, "/instructions");
        violations.require(
                document.tools().size() + document.queries().size() <= MOST && document.prompts().size() <= MOST, "", "a server has at most " + MOST + " tools and as many prompts");
        icons(document.icons(), "");
        Set<String> names = new HashSet<>();
        each(document.tools(), "/tools", (choice, place) -> tool(choice, names, place));
        each(document.queries(), "/queries", (query, place) -> query(query, names, place));
        Set<String> prompts = new HashSet<>();
        each(document.prompts(), "/prompts", (prompt, place) -> prompt(prompt, prompts, place));
        if (document.resources() != null) {
            resources(document.resources(), document.queries());
        }
    }

    private void tool(ToolChoice choice, Set<String> names, String place) {
        var found = tools.find(Objects.requireNonNullElse(choice.tool(), ""));
        violations.require(found.isPresent(), place + "/tool", "there is no tool '" + choice.tool() + "'");
        if (choice.name() != null) {
            name(choice.name(), NAME, place + "/name");
        }
        unique(names, Objects.requireNonNullElse(choice.name(), Objects.requireNonNullElse(choice.tool(), "")), place);
        text(choice.title(), TITLE, false, place + "/title");
        text(choice.description(), DESCRIPTION, false, place + "/description");
        icons(choice.icons(), place);
        found.ifPresent(tool -> hints(tool.definition().annotations(), choice.annotations(), place + "/annotations"));
    }

    private void hints(ToolAnnotations own, @Nullable Hints hints, String place) {
        if (hints == null) {
            return;
        }
        careful(own.readOnly() || !Boolean.TRUE.equals(hints.readOnly()), place + "/readOnly");
        careful(!own.destructive() || !Boolean.FALSE.equals(hints.destructive()), place + "/destructive");
        careful(own.idempotent() || !Boolean.TRUE.equals(hints.idempotent()), place + "/idempotent");
        careful(!own.openWorld() || !Boolean.FALSE.equals(hints.openWorld()), place + "/openWorld");
    }

    private void careful(boolean holds, String place) {
        violations.require(holds, place, "a hint may only be more careful than the tool's own");
    }

    private void query(NamedQuery query, Set<String> names, String place) {
        name(query.name(), NAME, place + "/name");
        unique(names, Objects.requireNonNullElse(query.name(), ""), place);
        text(query.title(), TITLE, false, place + "/title");
        text(query.description(), DESCRIPTION, true, place + "/description");
        icons(query.icons(), place);
        Set<String> arguments = new HashSet<>();
        each(query.arguments(), place + "/arguments", (argument, at) -> argument(argument, arguments, at));
        if (query.query() == null || query.query().length() > TEXT) {
            violations.add(place + "/query", "a query has 1 to " + TEXT + " characters");
            return;
        }
        try {
            Set<String> used = parts.namesIn(query.query());
            used.stream().filter(name -> !arguments.contains(name)).forEach(
                    name -> violations.add(place + "/query", "it uses ':" + name + "', which is no argument"));
            arguments.stream().filter(name -> !used.contains(name)).sorted().forEach(
                    name -> violations.add(place + "/arguments", "the query does not use '" + name + "'"));
            if (used.equals(arguments) && query.arguments().stream().allMatch(argument -> ArgumentType.named(argument.type()).isPresent())) {
                parts.check(query);
            }
        } catch (ProblemException e) {
            violations.add(place + "/query", e.problem().message());
        }
    }

    private void argument(QueryArgument argument, Set<String> names, String place) {
        name(argument.name(), ARGUMENT, place + "/name");
        unique(names, Objects.requireNonNullElse(argument.name(), ""), place);
        text(argument.description(), DESCRIPTION, false, place + "/description");
        violations.require(
                ArgumentType.named(argument.type()).isPresent(), place + "/type", "a type is text, integer, number, boolean, date or datetime");
    }

    private void prompt(PromptText prompt, Set<String> names, String place) {
        if (prompt.prompt() != null) {
            contributed(prompt.prompt(), prompt, place);
            unique(names, prompt.prompt(), place);
            return;
        }
        name(prompt.name(), NAME, place + "/name");
        unique(names, Objects.requireNonNullElse(prompt.name(), ""), place);
        text(prompt.title(), TITLE, false, place + "/title");
        text(prompt.description(), DESCRIPTION, true, place + "/description");
        icons(prompt.icons(), place);
        Set<String> arguments = new HashSet<>();
        each(prompt.arguments(), place + "/arguments", (argument, at) -> promptArgument(argument, arguments, at));
        Set<String> records = prompt.arguments().stream().filter(it -> it.object() != null).map(it -> String.valueOf(it.name())).collect(Collectors.toSet());
        violations.require(!prompt.messages().isEmpty() && prompt.messages().size() <= MOST, place + "/messages", "a prompt has 1 to " + MOST + " messages");
        each(prompt.messages(), place + "/messages", (message, at) -> {
            violations.require("user".equals(message.role()) || "assistant".equals(message.role()), at + "/role", "a role is user or assistant");
            text(message.text(), TEXT, true, at + "/text");
            fields(Objects.requireNonNullElse(message.text(), ""), arguments, records, at + "/text");
        });
    }

    private void contributed(String name, PromptText prompt, String place) {
        violations.require(contents.prompt(name).isPresent(), place + "/prompt", "there is no prompt '" + name + "'");
        violations.require(
                prompt.equals(new PromptText(name, null, null, null, List.of(), List.of(), List.of())), place, "a prompt that is named has nothing else: its words are its developer's");
    }

    private void promptArgument(PromptArgument argument, Set<String> names, String place) {
        name(argument.name(), ARGUMENT, place + "/name");
        unique(names, Objects.requireNonNullElse(argument.name(), ""), place);
        text(argument.title(), TITLE, false, place + "/title");
        text(argument.description(), DESCRIPTION, false, place + "/description");
        object(argument.object(), place + "/object");
    }

    private void fields(String text, Set<String> arguments, Set<String> records, String place) {
        Matcher field = MergeField.PATTERN.matcher(text);
        while (field.find()) {
            MergeField merged = MergeField.of(field);
            violations.require(arguments.contains(merged.argument()), place, "{{" + merged.argument() + "}} is no argument");
            violations.require(
                    merged.path().isEmpty() || !arguments.contains(merged.argument()) || records.contains(merged.argument()), place,
                    "'" + merged.argument() + "' is no record, so it has no field");
        }
    }

    private void resources(ResourceChoice choice, List<NamedQuery> queries) {
        each(choice.records(), "/resources/records", (name, place) -> object(name, place));
        each(choice.families(), "/resources/families", this::family);
        each(choice.queries(), "/resources/queries", (name, place) -> violations.require(
                queries.stream().anyMatch(query -> name.equals(query.name()) && query.arguments().stream().noneMatch(QueryArgument::required)), place,
                "there is no query '" + name + "' in this document that needs no argument"));
    }

    private void family(String name, String place) {
        violations.require(contents.resources(name).isPresent(), place, "there are no resources '" + name + "'");
    }

    private void object(@Nullable String name, String place) {
        violations.require(name == null || parts.hasObject(name), place, "there is no object '" + name + "'; upper and lower case count");
    }

    private void name(@Nullable String name, Pattern pattern, String place) {
        violations.require(name != null && pattern.matcher(name).matches(), place, "a name is a letter and then letters, digits or underscores");
    }

    private void unique(Set<String> names, String name, String place) {
        violations.require(names.add(name), place, "there are two of the name '" + name + "'");
    }

    private void text(@Nullable String text, int longest, boolean needed, String place) {
        boolean empty = text == null || text.isBlank();
        violations.require(!(needed && empty), place, "this is needed");
        violations.require(text == null || text.length() <= longest, place, "at most " + longest + " characters");
        violations.require(text == null || !HiddenText.in(text), place, "there is a character in it that nobody sees, or that turns the reading direction");
    }

    private void icons(List<Icon> icons, String place) {
        violations.require(icons.size() <= MOST_ICONS, place + "/icons", "at most " + MOST_ICONS + " icons");
        each(icons, place + "/icons", (icon, at) -> {
            String fault = icon == null ? "an icon is an object with src" : icon.fault();
            violations.require(fault == null, at, Objects.requireNonNullElse(fault, ""));
        });
    }

    private <T> void each(List<T> items, String place, Part<T> part) {
        for (int i = 0; i < items.size(); i++) {
            part.check(items.get(i), place + "/" + i);
        }
    }

    private interface Part<T> {
        void check(T item, String place);
    }
}
