package org.gatehouse.extension.declared;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gatehouse.extension.declared.Contributed.Completed;
import org.gatehouse.extension.declared.Marked.Kind;

/**
 * What one class contributes, and what of it is refused.
 *
 * @param contributed what servers can offer
 * @param refusals why the rest cannot be offered
 */
public record Declarations(List<Contributed> contributed, List<Refusal> refusals) {
    public Declarations {
        contributed = List.copyOf(contributed);
        refusals = List.copyOf(refusals);
    }

    /**
     * Something that is not offered.
     *
     * @param what the class, with the method where it is one
     * @param why what is wrong and what to do
     */
    public record Refusal(String what, String why) {}

    /** Whether a class has a method with one of the annotations. */
    public static boolean any(Class<?> type) {
        return methods(type).stream().anyMatch(method -> mark(method).isPresent());
    }

    /** Reads a class. One that reaches data in other ways contributes nothing. */
    public static Declarations of(Class<?> type) {
        List<Contributed> contributed = new ArrayList<>();
        List<Refusal> refusals = new ArrayList<>();
        try {
            UserMode.findings(type).forEach(finding -> refusals.add(new Refusal(
                    type.getName(),
                    finding.className() + " refers to " + finding.type() + ", by which it could reach data past the caller's permissions; use Records and Queries instead")));
        } catch (Unusable e) {
            refusals.add(new Refusal(type.getName(), String.valueOf(e.getMessage())));
        }
        if (!refusals.isEmpty()) {
            return new Declarations(List.of(), refusals);
        }
        for (Method method : methods(type)) {
            mark(method).ifPresent(marked -> {
                try {
                    contributed.add(read(method, marked));
                } catch (Unusable e) {
                    refusals.add(new Refusal(type.getName() + "." + method.getName(), String.valueOf(e.getMessage())));
                }
            });
        }
        return new Declarations(contributed, refusals);
    }

    private static Contributed read(Method method, Found found) {
        return switch (found.kind()) {
            case TOOL -> new ToolReader(method, found.mark()).read();
            case PROMPT -> new PromptReader(method, found.mark()).read();
            case RESOURCE -> new ResourceReader(method, found.mark()).read("uri");
            case TEMPLATE -> new ResourceReader(method, found.mark()).read("uriTemplate");
            case PROMPT_COMPLETION -> new CompletionReader(method, found.mark()).read(Completed.PROMPT);
            case TEMPLATE_COMPLETION -> new CompletionReader(method, found.mark()).read(Completed.TEMPLATE);
            case TOOL_ARGUMENT, PROMPT_ARGUMENT, TEMPLATE_ARGUMENT, COMPLETION_ARGUMENT -> throw new IllegalStateException("These stand on parameters.");
        };
    }

    private static Optional<Found> mark(Method method) {
        return List.of(Kind.TOOL, Kind.PROMPT, Kind.RESOURCE, Kind.TEMPLATE, Kind.PROMPT_COMPLETION, Kind.TEMPLATE_COMPLETION).stream()
                .flatMap(kind -> Marked.find(method, kind).map(mark -> new Found(kind, mark)).stream())
                .findFirst();
    }

    /** The methods of a class and its superclasses, each in its latest form, in an order that lasts. */
    private static List<Method> methods(Class<?> type) {
        List<Method> methods = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Class<?> level = type; level != null && level != Object.class; level = level.getSuperclass()) {
            Arrays.stream(level.getDeclaredMethods())
                    .filter(method -> !method.isSynthetic())
                    .filter(method -> seen.add(method.getName() + Arrays.toString(method.getParameterTypes())))
                    .forEach(methods::add);
        }
        methods.sort(Comparator.comparing(Method::getName).thenComparing(Method::toString));
        return methods;
    }

    private record Found(Kind kind, Marked mark) {}
}
