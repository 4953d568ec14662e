package org.gatehouse.record;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.gatehouse.metadata.ObjectDefinition;
import org.gatehouse.permission.EffectiveAccess;
import org.gatehouse.query.QueryEngine;
import org.gatehouse.query.QueryResult;
import org.gatehouse.query.syntax.Expression;
import org.gatehouse.query.syntax.Item;
import org.gatehouse.query.syntax.Literal;
import org.gatehouse.query.syntax.Name;
import org.gatehouse.query.syntax.Path;
import org.gatehouse.query.syntax.Position;
import org.gatehouse.query.syntax.Query;
import org.gatehouse.query.syntax.Selection;

/**
 * Records by what one of their fields holds, as a query would show them to the person. The queries are made of parts, never of text, and go
 * through the same planner as written ones; so no other rule can creep in.
 */
final class RecordQueries {
    private static final Position NOWHERE = new Position(1, 1);

    private final QueryEngine engine;
    private final EffectiveAccess access;

    RecordQueries(QueryEngine engine, EffectiveAccess access) {
        this.engine = engine;
        this.access = access;
    }

    /** The record with all fields that the person may see, or empty if the person may not see it, or no longer. */
    Optional<ObjectNode> find(ObjectDefinition object, String id) {
        Item all = new Item.Fields(name("ALL"));
        return run(List.of(all), new Place(object, "Id", List.of(id)), 1).records().stream().findFirst();
    }

    /** What a field holds in the records of a place, each value once, empty ones left out. */
    List<String> values(Place place, String field, int limit) {
        return place.values().isEmpty()
                ? List.of()
                : run(List.of(value(field)), place, limit).records().stream()
                        .map(record -> record.path(field).textValue())
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList();
    }

    /**
     * The records of a place.
     *
     * @param fields paths as in SELECT
     */
    QueryResult records(Place place, List<String> fields, int limit) {
        return run(fields.stream().map(RecordQueries::value).toList(), place, limit);
    }

    private QueryResult run(List<Item> items, Place place, int limit) {
        List<Literal> literals = place.values().stream().<Literal>map(value -> new Literal.Text(value, value, NOWHERE)).toList();
        return engine.run(
                Query.of(
                        new Selection.Items(items), name(place.object().apiName()),
                        Optional.of(new Expression.In(path(place.field()), literals)), Optional.of(new Query.RowCount(limit, NOWHERE))),
                access);
    }

    private static Item value(String field) {
        return new Item.Value(path(field), Optional.empty());
    }

    private static Path path(String text) {
        return new Path(Stream.of(text.split("\\.", -1)).map(RecordQueries::name).toList());
    }

    private static Name name(String text) {
        return new Name(text, NOWHERE);
    }

    /** The records of an object whose field holds one of some values. */
    record Place(ObjectDefinition object, String field, List<String> values) {
        Place {
            values = List.copyOf(values);
        }
    }
}
