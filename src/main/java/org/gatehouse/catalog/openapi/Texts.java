package org.gatehouse.catalog.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.gatehouse.catalog.custom.HiddenText;

/** The texts of a description, which models will read. */
final class Texts {
    private Texts() {}

    /** At most so many characters, with a sign where something is left out; never half a character. */
    static String cut(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(longest - 2)) ? longest - 2 : longest - 1;
        return text.substring(0, end) + "…";
    }

    /** Refuses characters that a reader does not see and a model reads, in names and values however deep. */
    static void requireVisible(JsonNode node) throws NotUsable {
        if (node.isTextual()) {
            requireVisible(node.textValue());
        }
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            requireVisible(member.getKey());
            requireVisible(member.getValue());
        }
        if (node.isArray()) {
            for (JsonNode element : node) {
                requireVisible(element);
            }
        }
    }

    static void requireVisible(String text) throws NotUsable {
        if (HiddenText.in(text)) {
            throw new NotUsable("it has a text with a character that nobody sees, or that turns the reading direction");
        }
    }
}
