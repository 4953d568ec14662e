package org.gatehouse.extension.declared;

import java.lang.reflect.Method;
import java.util.List;
import org.gatehouse.catalog.PromptDefinition;
import org.gatehouse.catalog.ToolDefinition;

/** A method of a developer's class that servers can offer. */
public sealed interface Contributed {
    /** The name by which servers offer it. */
    String name();

    Method method();

    /** In the order of the parameters. */
    List<Argument> arguments();

    /** A tool. */
    record Tool(ToolDefinition definition, Answer answer, Method method, List<Argument> arguments) implements Contributed {
        public Tool {
            arguments = List.copyOf(arguments);
        }

        @Override
        public String name() {
            return definition.name();
        }
    }

    /** A prompt. */
    record Prompt(PromptDefinition definition, Method method, List<Argument> arguments) implements Contributed {
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
    record Resource(String name, String title, String description, UriTemplate uri, String mimeType, Method method, List<Argument> arguments)
            implements Contributed {
        public Resource {
            arguments = List.copyOf(arguments);
        }
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
