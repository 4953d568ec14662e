package org.gatehouse.extension.declared;

import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gatehouse.catalog.PromptDefinition;
import org.gatehouse.extension.PromptMessage;
import org.gatehouse.extension.declared.Marked.Kind;

/** Reads a method that is a prompt. */
final class PromptReader extends MethodReader {
    PromptReader(Method method, Marked mark) {
        super(method, mark);
    }

    Contributed.Prompt read() {
        if (!messages()) {
            throw new Unusable("a prompt returns a String, a PromptMessage or a List<PromptMessage>");
        }
        List<Argument> arguments = new ArrayList<>();
        List<PromptDefinition.Argument> shown = new ArrayList<>();
        for (Parameter parameter : method().getParameters()) {
            if (handedIn(parameter)) {
                arguments.add(Argument.handedIn(parameter.getType()));
                continue;
            }
            Optional<Marked> described = Marked.find(parameter, Kind.PROMPT_ARGUMENT);
            String name = name(parameter, described);
            if (!text(parameter)) {
                throw new Unusable("parameter " + name + ": what a person fills into a prompt is a text; use String or Optional<String>");
            }
            String title = described.map(it -> seen(it.text("title"))).filter(it -> !it.isEmpty()).orElse(name);
            shown.add(new PromptDefinition.Argument(
                    name, title, described.map(it -> seen(it.text("description"))).orElse(""), !optional(parameter, described)));
            arguments.add(new Argument(name, parameter.getParameterizedType(), false, otherwise(parameter, described, true)));
        }
        return new Contributed.Prompt(new PromptDefinition(name(), title(), requiredDescription(), shown, icons()), method(), arguments);
    }

    private boolean messages() {
        Class<?> type = method().getReturnType();
        return type == String.class || type == PromptMessage.class
                || (type == List.class && method().getGenericReturnType() instanceof ParameterizedType list
                        && list.getActualTypeArguments()[0] == PromptMessage.class);
    }

    private static boolean text(Parameter parameter) {
        return parameter.getType() == String.class
                || (parameter.getType() == Optional.class && parameter.getParameterizedType() instanceof ParameterizedType optional
                        && optional.getActualTypeArguments()[0] == String.class);
    }
}
