package org.gatehouse.extension.declared;

import java.lang.reflect.Method;
import java.util.List;
import org.gatehouse.catalog.Icon;
import org.gatehouse.catalog.PromptDefinition;
import org.gatehouse.catalog.ToolDefinition;

/** A method of a developer's class that servers can offer, or that completes an argument of one. */
public sealed interface Contributed permits Contributed.Offerable, Contributed.Completion {
    /** The name by which servers offer it, or what it completes. */
    String name();

    Method method();

    /** In the order of the parameters. */
    List<Argument> arguments();

    /** What servers can offer. */
    sealed interface Offerable extends Contributed permits Tool, Prompt, Resource {}

    /** A tool. */
    record Tool(ToolDefinition definition, Answer answer, Method method, List<Argument> arguments) implements Offerable {
        public Tool {
            arguments = List.copyOf(arguments);
        }

        @Override
        public String name() {
            return definition.name();
        }
    }

    /** A prompt. */
    record Prompt(PromptDefinition definition, Method method, List<Argument> arguments) implements Offerable {
        public Prompt {
            arguments = List.copyOf(arguments);
        }

        @Override
        public String name() {
            return definition.name();
        }
    }

    /**
     * A resource, or a family of them.
     *
     * @param uri with variables in braces for a family
     * @param mimeType empty if what is answered decides
     */
    record Resource(String name, String title, String description, UriTemplate uri, String mimeType, List<Icon> icons, Method method, List<Argument> arguments)
            implements Offerable {
        public Resource {
            icons = List.copyOf(icons);
            arguments = List.copyOf(arguments);
        }
    }

    /**
     * The completion of an argument or variable.
     *
     * @param name the name of the prompt or family
     * @param completes the argument or variable
     */
    record Completion(Completed what, String name, String completes, Method method, List<Argument> arguments) implements Contributed {
        public Completion {
            arguments = List.copyOf(arguments);
        }
    }

    /** What a completion is for. */
    enum Completed {
        /** An argument of a prompt. */
        PROMPT,
        /** A variable of a family of resources. */
        TEMPLATE
    }

    /** What becomes of what a tool returns. */
    enum Answer {
        /** A text as it is; nothing is a text as well. */
        TEXT,
        /** A {@code ToolResponse}. */
        RESPONSE,
        /** An object: the structured result itself. */
        OBJECT,
        /** Anything else: a structured result with one member, {@code result}, because MCP knows objects only. */
        VALUE
    }
}
