package org.gatehouse.extension.declared;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.gatehouse.catalog.Icon;
import org.gatehouse.catalog.custom.HiddenText;
import org.gatehouse.extension.Call;
import org.gatehouse.extension.Queries;
import org.gatehouse.extension.Records;
import org.gatehouse.platform.json.Json;

/** What reading a tool, a prompt and a resource have in common. */
abstract class MethodReader {
    /** MCP, server/tools: the names that every client takes. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,63}");

    private static final Set<Class<?>> HANDED_IN = Set.of(Call.class, Records.class, Queries.class);

    private final Method method;
    private final Marked mark;

    MethodReader(Method method, Marked mark) {
        this.method = method;
        this.mark = mark;
        if (!Modifier.isPublic(method.getModifiers()) || Modifier.isStatic(method.getModifiers())) {
            throw new Unusable("only public methods of a bean can be called; make it public and not static");
        }
    }

    Method method() {
        return method;
    }

    Marked mark() {
        return mark;
    }

    String name() {
        String name = mark.name().orElseGet(method::getName);
        if (!NAME.matcher(name).matches()) {
            throw new Unusable("'" + name + "' is no name; a name is a letter and then letters, digits, underscores or dashes, 64 at most");
        }
        return name;
    }

    String title() {
        String title = seen(mark.text("title"));
        return title.isEmpty() ? name() : title;
    }

    String description() {
        return seen(mark.text("description"));
    }

    String requiredDescription() {
        if (description().isBlank()) {
            throw new Unusable("it has no description, so no model knows when to use it; give it one");
        }
        return description();
    }

    /** A text that people and models read alike. */
    static String seen(String text) {
        if (HiddenText.in(text)) {
            throw new Unusable("there is a character in its words that nobody sees, or that turns the reading direction; take it out");
        }
        return text;
    }

    /** The pictures that stand beside the annotation. */
    List<Icon> icons() {
        return Arrays.stream(method.getAnnotationsByType(org.gatehouse.extension.Icon.class)).map(shown -> {
            Icon icon = new Icon(shown.src(), shown.mimeType().isEmpty() ? null : shown.mimeType(), List.of(shown.sizes()), shown.theme().isEmpty() ? null : shown.theme());
            String fault = icon.fault();
            if (fault != null) {
                throw new Unusable("its icon: " + fault);
            }
            return icon;
        }).toList();
    }

    static boolean handedIn(Parameter parameter) {
        return HANDED_IN.contains(parameter.getType());
    }

    /** The name of an argument on the wire. */
    static String name(Parameter parameter, Optional<Marked> described) {
        return described.flatMap(Marked::name).orElseGet(() -> {
            if (!parameter.isNamePresent()) {
                throw new Unusable("the name of parameter " + parameter.getName() + " is lost; compile with -parameters, or name it in its annotation");
            }
            return parameter.getName();
        });
    }

    /** Whether a call may leave the argument out. */
    static boolean optional(Parameter parameter, Optional<Marked> described) {
        return JavaSchema.optional(parameter.getAnnotatedType(), parameter)
                || described.filter(it -> !it.flag("required", true) || !it.text("defaultValue").isEmpty()).isPresent();
    }

    /** What an argument is that a call leaves out; a missing node for nothing. */
    static JsonNode otherwise(Parameter parameter, Optional<Marked> described, boolean text) {
        String given = described.map(it -> it.text("defaultValue")).orElse("");
        if (given.isEmpty()) {
            if (parameter.getType().isPrimitive() && optional(parameter, described)) {
                throw new Unusable("the parameter " + parameter.getName() + " may be left out, but a " + parameter.getType() + " cannot be empty; give it a default or use its class");
            }
            return MissingNode.getInstance();
        }
        if (text) {
            return TextNode.valueOf(given);
        }
        try {
            return Json.read(given.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new Unusable("the default '" + given + "' of parameter " + parameter.getName() + " is not JSON");
        }
    }
}
