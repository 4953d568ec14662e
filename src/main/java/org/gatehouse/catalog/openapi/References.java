package org.gatehouse.catalog.openapi;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/** Follows the references of a description, within its own text only. */
final class References {
    private static final int MOST_STEPS = 10;

    private final ObjectNode root;

    References(ObjectNode root) {
        this.root = root;
    }

    /** What a node is, or what its reference leads to. */
    JsonNode resolve(JsonNode node) throws NotUsable {
        JsonNode found = node;
        for (int steps = 0; found.path("$ref").isTextual(); steps++) {
            if (steps == MOST_STEPS) {
                throw new NotUsable("its references lead round in a circle");
            }
            found = target(found.path("$ref").textValue());
        }
        return found;
    }

    /** What a reference names. One that leads out of the text is refused: whoever wrote the description would choose where this server goes. */
    JsonNode target(String reference) throws NotUsable {
        if (!reference.startsWith("#/")) {
            throw new NotUsable("it refers to '" + shortened(reference) + "'; only references within the description (#/…) are followed");
        }
        JsonNode found;
        try {
            found = root.at(JsonPointer.compile(URLDecoder.decode(reference.substring(1).replace("+", "%2B"), StandardCharsets.UTF_8)));
        } catch (IllegalArgumentException e) {
            throw new NotUsable("it has a reference that cannot be read: '" + shortened(reference) + "'");
        }
        if (found.isMissingNode()) {
            throw new NotUsable("it refers to '" + shortened(reference) + "', which is not in the description");
        }
        return found;
    }

    private static String shortened(String text) {
        return Texts.cut(text, 120);
    }
}
