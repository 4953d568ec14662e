package org.gatehouse.extension.declared;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;
import java.util.Optional;

/** An annotation of ours or of the neutral API, read by the names of its members. */
record Marked(Annotation annotation) {
    private static final String OURS = "org.gatehouse.extension.";
    private static final String NEUTRAL = "org.mcpjava.server.";

    /** What both call a name that is the element's own. */
    private static final String ELEMENT_NAME = "<<element name>>";

    /** The kinds of annotations, with the package of the neutral API that each stands in. */
    enum Kind {
        TOOL("Tool", "tools"),
        TOOL_ARGUMENT("ToolArg", "tools"),
        PROMPT("Prompt", "prompts"),
        PROMPT_ARGUMENT("PromptArg", "prompts"),
        RESOURCE("Resource", "resources"),
        TEMPLATE("ResourceTemplate", "resources"),
        TEMPLATE_ARGUMENT("ResourceTemplateArg", "resources"),
        PROMPT_COMPLETION("CompletePrompt", "completion"),
        TEMPLATE_COMPLETION("CompleteResourceTemplate", "completion"),
        COMPLETION_ARGUMENT("CompleteArg", "completion");

        private final String simpleName;
        private final String neutralPackage;

        Kind(String simpleName, String neutralPackage) {
            this.simpleName = simpleName;
            this.neutralPackage = neutralPackage;
        }

        private boolean is(String typeName) {
            return typeName.equals(OURS + simpleName) || typeName.equals(NEUTRAL + neutralPackage + "." + simpleName);
        }
    }

    /** The annotation of this kind on an element. */
    static Optional<Marked> find(AnnotatedElement element, Kind kind) {
        return Arrays.stream(element.getAnnotations()).filter(it -> kind.is(it.annotationType().getName())).findFirst().map(Marked::new);
    }

    /** The name it gives; empty where it leaves the element its own. */
    Optional<String> name() {
        return Optional.of(text("name")).filter(name -> !name.equals(ELEMENT_NAME) && !name.isEmpty());
    }

    /** A text; empty if there is none. */
    String text(String member) {
        return member(member).map(String.class::cast).orElse("");
    }

    /** A yes or no. */
    boolean flag(String member, boolean otherwise) {
        return member(member).map(Boolean.class::cast).orElse(otherwise);
    }

    /** The annotation that is a member of this one. */
    Optional<Marked> nested(String member) {
        return member(member).map(Annotation.class::cast).map(Marked::new);
    }

    private Optional<Object> member(String name) {
        try {
            return Optional.ofNullable(annotation.annotationType().getMethod(name).invoke(annotation));
        } catch (NoSuchMethodException e) {
            return Optional.empty();
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new Unusable("The annotation " + annotation.annotationType().getName() + " cannot be read: " + e + ".");
        }
    }
}
