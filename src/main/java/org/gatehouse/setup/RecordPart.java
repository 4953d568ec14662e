package org.gatehouse.setup;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.gatehouse.platform.json.Json;
import org.gatehouse.platform.problem.Violations;
import org.jspecify.annotations.Nullable;

/**
 * A part whose things are records that a service reads, makes, changes and takes away.
 *
 * @param <T> the record
 */
final class RecordPart<T> implements SetupPart {
    private final String name;
    private final Class<T> type;
    private final Supplier<? extends Map<String, T>> all;
    private @Nullable String key;
    private Set<String> unwritten = Set.of("version");
    private Function<JsonNode, Set<String>> needs = written -> Set.of();
    private @Nullable Work<T> create;
    private @Nullable Work<T> update;
    private @Nullable Work<T> delete;

    RecordPart(String name, Class<T> type, Supplier<? extends Map<String, T>> all) {
        this.name = name;
        this.type = type;
        this.all = all;
    }

    /** Which member of the record is its name. In a document the name stands before the thing. */
    RecordPart<T> named(String member) {
        key = member;
        return this;
    }

    /** Members that no document has: what only the database knows. */
    RecordPart<T> without(String... members) {
        unwritten = Set.of(members);
        return this;
    }

    /** How a thing is made; the record has no version. Without this, none is. */
    RecordPart<T> created(Work<T> work) {
        create = work;
        return this;
    }

    /** How a thing is changed; the record has the version that it has now. */
    RecordPart<T> updated(Work<T> work) {
        update = work;
        return this;
    }

    /** How a thing is taken away. Without this, none is. */
    RecordPart<T> deleted(Work<T> work) {
        delete = work;
        return this;
    }

    /** Which others of the kind a thing names. */
    RecordPart<T> naming(Function<JsonNode, Set<String>> names) {
        needs = names;
        return this;
    }

    /** The texts among some values. */
    static Set<String> texts(Iterable<JsonNode> values) {
        return StreamSupport.stream(values.spliterator(), false).filter(JsonNode::isTextual).map(JsonNode::textValue).collect(Collectors.toSet());
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public SortedMap<String, JsonNode> current() {
        SortedMap<String, JsonNode> things = new TreeMap<>();
        all.get().forEach((thing, value) -> things.put(thing, written(tree(value))));
        return things;
    }

    @Override
    public JsonNode normal(String thing, ObjectNode written) {
        return written(tree(read(thing, written, null)));
    }

    @Override
    public void put(String thing, ObjectNode written, SetupAuthor author) {
        T present = all.get().get(thing);
        Work<T> work = present == null ? create : update;
        if (work == null) {
            throw Violations.one("", "there is nothing of this name, and a document cannot make it");
        }
        work.on(thing, read(thing, written, present == null ? null : tree(present)), author);
    }

    @Override
    public boolean removes() {
        return delete != null;
    }

    @Override
    public void remove(String thing, SetupAuthor author) {
        T present = Objects.requireNonNull(all.get().get(thing), "it was there when the changes were worked out, in the same transaction");
        Objects.requireNonNull(delete, "it was asked whether things are taken away").on(thing, present, author);
    }

    @Override
    public Set<String> needs(JsonNode written) {
        return needs.apply(written);
    }

    private T read(String thing, ObjectNode written, @Nullable ObjectNode present) {
        ObjectNode whole = written.deepCopy();
        for (String member : unwritten) {
            if (whole.has(member)) {
                throw Violations.one("/" + member, "this is no part of a document");
            }
            if (present != null && present.has(member)) {
                whole.set(member, present.get(member));
            }
        }
        if (key != null) {
            if (whole.has(key)) {
                throw Violations.one("/" + key, "the name stands before the thing, and only there");
            }
            whole.put(key, thing);
        }
        return SetupJson.read(whole, type);
    }

    private JsonNode written(ObjectNode tree) {
        ObjectNode copy = tree.deepCopy();
        copy.remove(unwritten);
        if (key != null) {
            copy.remove(key);
        }
        return SetupJson.written(copy);
    }

    private static ObjectNode tree(Object thing) {
        return (ObjectNode) Json.tree(thing);
    }

    /**
     * What is done with a thing.
     *
     * @param <T> the record
     */
    interface Work<T> {
        void on(String name, T thing, SetupAuthor author);
    }
}
