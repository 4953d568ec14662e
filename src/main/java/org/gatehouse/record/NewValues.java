package org.gatehouse.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gatehouse.metadata.FieldDefinition;
import org.gatehouse.metadata.FieldType;
import org.gatehouse.metadata.ObjectDefinition;
import org.gatehouse.permission.EffectiveAccess;
import org.gatehouse.platform.problem.Problem.WriteError;
import org.jspecify.annotations.Nullable;

/** Reads the values that a caller gives a record: names that the person may see, fields that the person may set, values that fit. */
final class NewValues {
    private final ObjectDefinition object;
    private final EffectiveAccess access;

    NewValues(ObjectDefinition object, EffectiveAccess access) {
        this.object = object;
        this.access = access;
    }

    Map<FieldDefinition, @Nullable Object> given(ObjectNode body) {
        Map<FieldDefinition, @Nullable Object> values = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> member : body.properties()) {
            FieldDefinition field = access.selectableField(object, o -> o.field(member.getKey()))
                    .orElseThrow(() -> Refusals.noField(object, member.getKey()));
            if (!access.canSet(object, field)) {
                throw Refusals.of(
                        WriteError.INVALID_FIELD_FOR_INSERT_UPDATE,
                        "The signed-in person cannot set " + field.apiName() + ". Leave it out.",
                        field.apiName());
            }
            if (values.containsKey(field)) {
                throw Refusals.of(WriteError.INVALID_FIELD, field.apiName() + " is given twice.", field.apiName());
            }
            values.put(field, FieldValues.of(field, member.getValue()));
        }
        return values;
    }

    /** Puts in what a new record has where nothing is given. */
    void addDefaults(Map<FieldDefinition, @Nullable Object> values) {
        for (FieldDefinition field : object.fields()) {
            String text = field.traits().defaultValue();
            if (!values.containsKey(field) && !field.isFormula() && text != null) {
                values.put(field, FieldValues.of(field, json(field, text)));
            } else if (field.type() == FieldType.BOOLEAN && !field.isFormula()) {
                values.putIfAbsent(field, false);
            }
        }
    }

    /** Refuses a required field that would stay empty. */
    void requireComplete(Map<FieldDefinition, @Nullable Object> values, boolean creating) {
        List<String> missing = object.fields().stream()
                .filter(field -> (field.required() || isOwner(field)) && (creating || values.containsKey(field)) && isEmpty(values.get(field)))
                .filter(field -> access.canRead(object, field))
                .map(FieldDefinition::apiName)
                .toList();
        if (!missing.isEmpty()) {
            throw Refusals.of(
                    WriteError.REQUIRED_FIELD_MISSING,
                    "Required fields are missing: [" + String.join(", ", missing) + "]",
                    missing.toArray(String[]::new));
        }
    }

    private boolean isOwner(FieldDefinition field) {
        return object.ownerField().filter(field::equals).isPresent();
    }

    private static boolean isEmpty(@Nullable Object value) {
        return value == null || value.equals("");
    }

    private static JsonNode json(FieldDefinition field, String text) {
        return switch (field.type()) {
            case NUMBER, CURRENCY, PERCENT -> DecimalNode.valueOf(new BigDecimal(text));
            case BOOLEAN -> BooleanNode.valueOf(Boolean.parseBoolean(text));
            case ID, TEXT, LONG_TEXT, DATE, DATETIME, PICKLIST, MULTI_PICKLIST, EMAIL, PHONE, URL, AUTO_NUMBER, LOOKUP, MASTER_DETAIL ->
                TextNode.valueOf(text);
        };
    }
}
