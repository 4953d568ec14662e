package org.gatehouse.setup;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.gatehouse.platform.crypto.OpaqueToken;
import org.gatehouse.platform.json.Json;

/** Compares the things of one part with those that are wanted. */
final class SetupComparison {
    private SetupComparison() {}

    /** What makes the wanted things of the present ones: those that are to be there, in the order in which each finds what it names. */
    static List<SetupChange> puts(String part, Map<String, JsonNode> present, Map<String, JsonNode> wanted, BiFunction<String, JsonNode, Set<String>> needs) {
        List<SetupChange> changes = new ArrayList<>();
        for (String name : ordered(wanted, needs)) {
            JsonNode after = Objects.requireNonNull(wanted.get(name));
            JsonNode before = present.get(name);
            if (before == null) {
                changes.add(new SetupChange(part, name, SetupChange.Kind.CREATE, null, after));
            } else if (!before.equals(after)) {
                changes.add(change(part, name, before, after));
            }
        }
        return changes;
    }

    /** The present things that are not wanted, those first that others are named by: the reverse of the order in which they were made. */
    static List<SetupChange> removals(String part, Map<String, JsonNode> present, Set<String> wanted, BiFunction<String, JsonNode, Set<String>> needs) {
        return ordered(present, needs).reversed().stream()
                .filter(name -> !wanted.contains(name))
                .map(name -> new SetupChange(part, name, SetupChange.Kind.REMOVE, present.get(name), null))
                .toList();
    }

    private static SetupChange change(String part, String name, JsonNode before, JsonNode after) {
        ObjectNode was = before.deepCopy();
        ObjectNode is = after.deepCopy();
        was.properties().stream().map(Map.Entry::getKey).filter(member -> was.get(member).equals(is.get(member))).toList().forEach(member -> {
            was.remove(member);
            is.remove(member);
        });
        return new SetupChange(part, name, SetupChange.Kind.CHANGE, was, is);
    }

    /** By name, but each after those that it names. Things that name each other in a circle come last; their service refuses them. */
    private static List<String> ordered(Map<String, JsonNode> things, BiFunction<String, JsonNode, Set<String>> needs) {
        Map<String, JsonNode> open = new HashMap<>(things);
        List<String> ordered = new ArrayList<>();
        while (!open.isEmpty()) {
            Set<String> waiting = new HashSet<>(open.keySet());
            Optional<String> next = open.entrySet().stream()
                    .filter(thing -> needs.apply(thing.getKey(), thing.getValue()).stream().noneMatch(waiting::contains))
                    .map(Map.Entry::getKey)
                    .min(Comparator.naturalOrder());
            String name = next.orElseGet(() -> Collections.min(open.keySet()));
            ordered.add(name);
            open.remove(name);
        }
        return ordered;
    }

    /** Stands for a setup: equal setups have the same. */
    static String digest(SetupDocument document) {
        return OpaqueToken.sha256(Json.canonical(document));
    }
}
