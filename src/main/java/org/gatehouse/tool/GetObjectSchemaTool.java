package org.gatehouse.tool;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.gatehouse.catalog.Tier;
import org.gatehouse.catalog.ToolAnnotations;
import org.gatehouse.catalog.ToolCall;
import org.gatehouse.catalog.ToolDefinition;
import org.gatehouse.catalog.ToolHandler;
import org.gatehouse.catalog.ToolResult;
import org.gatehouse.metadata.ObjectDefinition;
import org.gatehouse.permission.EffectiveAccess;
import org.gatehouse.permission.PermissionEngine;
import org.gatehouse.platform.json.Json;
import org.gatehouse.platform.problem.Problem;
import org.gatehouse.platform.problem.ProblemException;

/** Tells what objects and fields there are, as far as the person may see them. */
@Singleton
public class GetObjectSchemaTool implements ToolHandler {
    private static final ToolDefinition DEFINITION = new ToolDefinition(
            "getObjectSchema",
            "Describe objects",
            """
            Without objectName: lists the objects that the signed-in person may read, with their API names and labels. \
            With objectName: describes one object: its fields with API name, label, type and picklist values, which fields point to other \
            objects and by which relationship name, and its child relationships; what the signed-in person may create, change and delete. \
            A masked field can be selected and nothing else. \
            Call this before soqlQuery; only names that it returns can be used there. \
            Follow the guidance texts: the company wrote them for you.""",
            Json.literal("""
                    {"type": "object",
                     "properties": {"objectName": {"type": "string", "minLength": 1, "maxLength": 80,
                       "description": "The API name of an object, for example Account. Leave out to list all objects."}},
                     "additionalProperties": false}"""),
            Json.literal("""
                    {"type": "object",
                     "properties": {
                       "objects": {"type": "array", "items": {"type": "object",
                         "properties": {"name": {"type": "string"}, "label": {"type": "string"}, "keyPrefix": {"type": "string"}},
                         "required": ["name", "label"]}},
                       "name": {"type": "string"},
                       "label": {"type": "string"},
                       "labelPlural": {"type": "string"},
                       "keyPrefix": {"type": "string"},
                       "description": {"type": "string"},
                       "guidance": {"type": "string"},
                       "nameField": {"type": "string"},
                       "createable": {"type": "boolean"},
                       "updateable": {"type": "boolean"},
                       "deletable": {"type": "boolean"},
                       "searchable": {"type": "boolean"},
                       "fields": {"type": "array", "items": {"type": "object",
                         "properties": {"name": {"type": "string"}, "label": {"type": "string"}, "type": {"type": "string"}},
                         "required": ["name", "label", "type"]}},
                       "childRelationships": {"type": "array", "items": {"type": "object",
                         "properties": {"name": {"type": "string"}, "object": {"type": "string"}, "field": {"type": "string"}},
                         "required": ["name", "object", "field"]}}},
                     "oneOf": [{"required": ["objects"]}, {"required": ["name", "label", "fields"]}],
                     "additionalProperties": false}"""),
            ToolAnnotations.READ,
            Tier.READ);

    private final PermissionEngine permissions;

    @Inject
    public GetObjectSchemaTool(PermissionEngine permissions) {
        this.permissions = permissions;
    }

    @Override
    public ToolDefinition definition() {
        return DEFINITION;
    }

    @Override
    public ToolResult call(ToolCall call) {
        EffectiveAccess access = permissions.access(call.caller());
        JsonNode name = call.arguments().get("objectName");
        ObjectNode answer = name == null ? ObjectSchemas.index(access) : describe(name.asText(), access, call);
        return new ToolResult(answer, Json.text(answer));
    }

    private static ObjectNode describe(String name, EffectiveAccess access, ToolCall call) {
        ObjectDefinition object = access.readableObject(name)
                .orElseThrow(() -> new ProblemException(new Problem.NotFound(
                        Problem.Thing.OBJECT, name, "There is no object '" + name + "'. Call getObjectSchema without objectName to list the objects.")));
        call.noteObject(object.apiName());
        return ObjectSchemas.describe(object, access);
    }
}
