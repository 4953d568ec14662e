package org.gatehouse.tool;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Objects;
import org.gatehouse.metadata.FieldDefinition;
import org.gatehouse.metadata.ObjectDefinition;
import org.gatehouse.metadata.PicklistValue;
import org.gatehouse.permission.EffectiveAccess;
import org.gatehouse.platform.json.Json;
import org.jspecify.annotations.Nullable;

/** Writes what a person may know of objects as JSON for a model: short, and without what does not apply. */
public final class ObjectSchemas {
    private ObjectSchemas() {}

    /** All readable objects, names and labels only. */
    public static ObjectNode index(EffectiveAccess access) {
        ObjectNode index = Json.object();
        ArrayNode objects = index.putArray("objects");
        access.catalog().objects().stream().filter(access::canRead).forEach(object -> {
            ObjectNode node = objects.addObject().put("name", object.apiName()).put("label", object.header().label());
            putIfPresent(node, "keyPrefix", object.header().keyPrefix());
        });
        return index;
    }

    /** One readable object with its readable fields and the ways to its readable parents and children. */
    public static ObjectNode describe(ObjectDefinition object, EffectiveAccess access) {
        ObjectDefinition.Header header = object.header();
        ObjectNode node = Json.object().put("name", object.apiName()).put("label", header.label()).put("labelPlural", header.labelPlural());
        putIfPresent(node, "keyPrefix", header.keyPrefix());
        putIfPresent(node, "description", header.description());
        putIfPresent(node, "guidance", header.guidance());
        if (object.field(header.nameField()).filter(field -> access.canRead(object, field)).isPresent()) {
            node.put("nameField", header.nameField());
        }
        node.put("createable", access.canCreate(object));
        node.put("updateable", object.header().traits().writeMode().changes() && access.object(object).edit());
        node.put("deletable", object.header().traits().writeMode().changes() && access.object(object).delete());
        node.put("searchable", object.header().traits().searchable());
        ArrayNode fields = node.putArray("fields");
        object.fields().stream().filter(field -> access.canRead(object, field)).forEach(field -> fields.add(describe(object, field, access)));
        ArrayNode children = node.putArray("childRelationships");
        access.catalog().childrenOf(object).stream()
                .filter(relationship -> access.canRead(relationship.child(), relationship.field()))
                .forEach(relationship -> children.addObject()
                        .put("name", Objects.requireNonNull(relationship.field().childRelationshipName()))
                        .put("object", relationship.child().apiName())
                        .put("field", relationship.field().apiName()));
        return node;
    }

    private static ObjectNode describe(ObjectDefinition object, FieldDefinition field, EffectiveAccess access) {
        ObjectNode node = Json.object()
                .put("name", field.apiName())
                .put("label", field.label())
                .put("type", field.type().apiName());
        putIfPresent(node, "length", field.length());
        putIfPresent(node, "digits", field.digits());
        putIfPresent(node, "scale", field.scale());
        if (field.required()) {
            node.put("required", true);
        }
        node.put("createable", access.canCreate(object) && access.canSet(object, field));
        node.put("updateable", access.canEdit(object, field));
        putIfTrue(node, "masked", access.mask(object, field).isPresent());
        putIfTrue(node, "unique", field.traits().unique());
        putIfTrue(node, "externalId", field.traits().externalId());
        putIfTrue(node, "restrictedPicklist", field.traits().restricted());
        putIfPresent(node, "defaultValue", field.traits().defaultValue());
        if (field.isReference()) {
            ArrayNode targets = node.putArray("referenceTo");
            field.referenceTo().stream().filter(target -> access.readableObject(target).isPresent()).forEach(targets::add);
            if (field.referenceTo().size() == 1 && !targets.isEmpty()) {
                putIfPresent(node, "relationshipName", field.relationshipName());
            }
        }
        if (!field.picklistValues().isEmpty()) {
            ArrayNode values = node.putArray("picklistValues");
            field.picklistValues().stream().filter(PicklistValue::active).map(PicklistValue::apiName).forEach(values::add);
        }
        putIfPresent(node, "helpText", field.helpText());
        putIfPresent(node, "guidance", field.guidance());
        return node;
    }

    private static void putIfTrue(ObjectNode node, String name, boolean value) {
        if (value) {
            node.put(name, true);
        }
    }

    private static void putIfPresent(ObjectNode node, String name, @Nullable String value) {
        if (value != null) {
            node.put(name, value);
        }
    }

    private static void putIfPresent(ObjectNode node, String name, @Nullable Integer value) {
        if (value != null) {
            node.put(name, value);
        }
    }
}
