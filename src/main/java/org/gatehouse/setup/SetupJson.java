package org.gatehouse.setup;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NumericNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.SortedMap;
import java.util.TreeMap;
import org.gatehouse.platform.json.Json;
import org.gatehouse.platform.problem.Violations;

/** How things are written in documents: members in order, and none that is null, so that equal things have equal text. */
final class SetupJson {
    private SetupJson() {}

    /** A value as it stands in a document. */
    static JsonNode written(JsonNode value) {
        return switch (value) {
            case ObjectNode object -> {
                ObjectNode sorted = Json.object();
                SortedMap<String, JsonNode> members = new TreeMap<>();
                object.properties().forEach(member -> members.put(member.getKey(), member.getValue()));
                members.values().removeIf(JsonNode::isNull);
                members.forEach((name, member) -> sorted.set(name, written(member)));
                yield sorted;
            }
            case ArrayNode array -> {
                ArrayNode copy = Json.object().arrayNode();
                array.forEach(element -> copy.add(written(element)));
                yield copy;
            }
            // A number that was read and one that was counted are different nodes, and the same number.
            case NumericNode number when number.canConvertToLong() && number.isIntegralNumber() -> LongNode.valueOf(number.longValue());
            default -> value;
        };
    }

    /** Reads a thing of a document; what does not fit is a violation. */
    static <T> T read(JsonNode written, Class<T> type) {
        try {
            return Json.read(Json.write(written), type);
        } catch (IOException e) {
            throw Violations.one("", Json.complaint(e));
        }
    }
}
