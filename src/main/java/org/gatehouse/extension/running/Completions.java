package org.gatehouse.extension.running;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gatehouse.extension.declared.Contributed;
import org.gatehouse.extension.declared.Contributed.Completed;
import org.gatehouse.extension.declared.Declarations.Refusal;

/** The completions of one deployment, until what they complete is found. */
final class Completions {
    private final Map<Of, Found> open = new LinkedHashMap<>();
    private final List<Refusal> refusals = new ArrayList<>();

    /** Keeps a completion; of two for the same argument, the first. */
    void add(Contributed.Completion declared, JavaCompletion completion) {
        Of of = new Of(declared.what(), declared.name(), declared.completes());
        String method = declared.method().getDeclaringClass().getName() + "." + declared.method().getName();
        Found first = open.putIfAbsent(of, new Found(method, completion));
        if (first != null) {
            refusals.add(new Refusal(method, first.method() + " completes '" + of.completes() + "' of '" + of.name() + "' already; take one of them away"));
        }
    }

    /** Those of a prompt or family, by argument or variable. Each is given once. */
    Map<String, JavaCompletion> take(Completed what, String name, Collection<String> arguments) {
        Map<String, JavaCompletion> taken = new HashMap<>();
        for (String argument : arguments) {
            Found found = open.remove(new Of(what, name, argument));
            if (found != null) {
                taken.put(argument, found.completion());
            }
        }
        return taken;
    }

    /** What is wrong with those that complete nothing of the deployment. */
    List<Refusal> refusals() {
        List<Refusal> all = new ArrayList<>(refusals);
        open.forEach((of, found) -> all.add(new Refusal(
                found.method(),
                "this deployment has no " + (of.what() == Completed.PROMPT ? "prompt" : "resource template") + " '" + of.name() + "' with '" + of.completes() + "'")));
        return all;
    }

    private record Of(Completed what, String name, String completes) {}

    private record Found(String method, JavaCompletion completion) {}
}
