package org.gatehouse.record;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.gatehouse.metadata.FieldDefinition;
import org.gatehouse.metadata.ObjectDefinition;
import org.gatehouse.permission.EffectiveAccess;
import org.gatehouse.query.QueryEngine;
import org.gatehouse.query.QueryResult;
import org.gatehouse.record.RecordQueries.Place;
import org.jooq.DSLContext;

/** The records around a record, and those of lately, as one person. */
final class PersonsRecords {
    private final DSLContext sql;
    private final EffectiveAccess access;
    private final String userId;
    private final Instant now;
    private final RecordQueries queries;

    PersonsRecords(DSLContext sql, QueryEngine engine, EffectiveAccess access, String userId, Instant now) {
        this.sql = sql;
        this.access = access;
        this.userId = userId;
        this.now = now;
        this.queries = new RecordQueries(engine, access);
    }

    QueryResult related(String objectName, String id, String path, List<String> fields, int limit) {
        ObjectDefinition object = object(objectName);
        Place place = new RelatedRecords(queries, access).follow(object, id, path);
        new RecentRecords(sql, userId).seen(object, List.of(id), now);
        return queries.records(place, fields.isEmpty() ? identity(place.object()) : fields, limit);
    }

    RecordName one(String objectName, String id, String path, Optional<String> relatedId) {
        Place place = new RelatedRecords(queries, access).follow(object(objectName), id, path);
        List<String> found = queries.values(place, "Id", RecordRequest.MOST + 1);
        if (relatedId.isPresent()) {
            found = found.stream().filter(relatedId.get()::equals).toList();
        }
        return switch (found.size()) {
            case 0 -> throw Refusals.noRecord(place.object(), path);
            case 1 -> new RecordName(place.object().apiName(), found.getFirst());
            default -> throw Refusals.ambiguous(place.object(), found.size());
        };
    }

    List<ObjectNode> recent(String objectName, int limit) {
        ObjectDefinition object = object(objectName);
        List<String> ids = new RecentRecords(sql, userId).of(object);
        Map<String, ObjectNode> visible = new HashMap<>();
        if (!ids.isEmpty()) {
            queries.records(new Place(object, "Id", ids), identity(object), RecentRecords.MOST)
                    .records()
                    .forEach(record -> visible.put(record.path("Id").asText(), record));
        }
        return ids.stream().map(visible::get).filter(Objects::nonNull).limit(limit).toList();
    }

    List<FieldChange> history(String objectName, String id) {
        return new FieldHistory(sql, object(objectName)).of(id, access);
    }

    private ObjectDefinition object(String name) {
        return access.readableObject(name).orElseThrow(() -> Refusals.noObject(name));
    }

    /** The fields by which people know a record. */
    private List<String> identity(ObjectDefinition object) {
        Stream<FieldDefinition> name = Stream.ofNullable(object.header().nameField())
                .flatMap(field -> access.selectableField(object, it -> it.field(field)).stream());
        return Stream.concat(Stream.of(object.idField()), name).map(FieldDefinition::apiName).distinct().toList();
    }
}
