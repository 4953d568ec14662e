package org.gatehouse.tool.custom;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import org.gatehouse.identity.Caller;
import org.gatehouse.metadata.ObjectDefinition;
import org.gatehouse.permission.EffectiveAccess;
import org.gatehouse.permission.PermissionEngine;
import org.gatehouse.query.QueryService;
import org.gatehouse.query.syntax.BoundValue;

/** Finds single records for prompts and resources, among those that the caller may see. */
final class CallersRecords {
    private static final int MOST_VALUES = 100;

    private final QueryService queries;
    private final PermissionEngine permissions;

    CallersRecords(QueryService queries, PermissionEngine permissions) {
        this.queries = queries;
        this.permissions = permissions;
    }

    EffectiveAccess access(Caller caller) {
        return permissions.access(caller);
    }

    /** All readable fields of the record with this id. */
    Optional<ObjectNode> whole(Caller caller, ObjectDefinition object, String id) {
        return first(caller, "SELECT FIELDS(ALL) FROM " + object.apiName() + " WHERE " + object.idField().apiName() + " = :value LIMIT 1", BoundValue.text(id));
    }

    /**
     * Fields of the record with this id, or else of the only one with this name.
     *
     * @param paths fields of the record, with parents before them
     * @throws org.gatehouse.platform.problem.ProblemException if a field is none that the caller may read
     */
    Optional<ObjectNode> named(Caller caller, String objectName, SequencedSet<String> paths, String idOrName) {
        Optional<ObjectDefinition> object = access(caller).readableObject(objectName);
        if (object.isEmpty()) {
            return Optional.empty();
        }
        String select = "SELECT " + (paths.isEmpty() ? "Id" : String.join(", ", paths)) + " FROM " + object.get().apiName() + " WHERE ";
        BoundValue value = BoundValue.text(idOrName);
        Optional<ObjectNode> byId = first(caller, select + object.get().idField().apiName() + " = :value LIMIT 1", value);
        if (byId.isPresent() || !hasReadableName(caller, object.get())) {
            return byId;
        }
        List<ObjectNode> byName = queries.query(
                caller, select + object.get().header().nameField() + " = :value LIMIT 2", Map.of("value", List.of(value))).records();
        return byName.size() == 1 ? Optional.of(byName.getFirst()) : Optional.empty();
    }

    /** Names of records that begin with a text, in order. */
    List<String> names(Caller caller, String objectName, String begun) {
        return access(caller).readableObject(objectName).filter(object -> hasReadableName(caller, object)).map(object -> {
            String name = object.header().nameField();
            return queries.query(
                            caller, "SELECT " + name + " FROM " + object.apiName() + " WHERE " + name + " LIKE :begun ORDER BY " + name + " LIMIT " + MOST_VALUES,
                            Map.of("begun", List.of(BoundValue.beginning(begun))))
                    .records().stream()
                    .map(record -> record.path(name).asText(""))
                    .filter(value -> !value.isEmpty())
                    .distinct()
                    .toList();
        }).orElse(List.of());
    }

    /** The objects that the caller may read, by API name, in order. */
    List<ObjectDefinition> objects(Caller caller) {
        EffectiveAccess access = access(caller);
        return access.catalog().objects().stream().filter(access::canRead).toList();
    }

    private boolean hasReadableName(Caller caller, ObjectDefinition object) {
        return access(caller).readableField(object, it -> it.field(it.header().nameField())).isPresent();
    }

    private Optional<ObjectNode> first(Caller caller, String soql, BoundValue value) {
        return queries.query(caller, soql, Map.of("value", List.of(value))).records().stream().findFirst();
    }
}
