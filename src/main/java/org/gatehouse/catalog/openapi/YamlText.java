package org.gatehouse.catalog.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.gatehouse.platform.json.Json;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** Reads YAML 1.2 as the JSON that it stands for (OpenAPI 3.1 section 4.3), with the limits that JSON from outside has. */
final class YamlText {
    private static final LoadSettings SETTINGS = LoadSettings.builder()
            .setSchema(new CoreSchema())
            .setAllowDuplicateKeys(false)
            .setCodePointLimit(Description.LONGEST)
            .build();

    private YamlText() {}

    /**
     * Reads a text.
     *
     * @throws NotUsable if it is not such text, with the place and what to do
     */
    static JsonNode read(String text) throws NotUsable {
        try {
            check(text);
            return Json.read(Json.write(new Load(SETTINGS).loadFromString(text)));
        } catch (MarkedYamlEngineException e) {
            throw new NotUsable("the description is not YAML" + e.getProblemMark().map(YamlText::place).orElse("") + ", or it names something twice there");
        } catch (YamlEngineException | UncheckedIOException | IOException e) {
            throw new NotUsable("the description is not YAML that stands for JSON; write names as texts, and only one document");
        }
    }

    /** A few lines with aliases can stand for more text than there is memory, and deep nesting for more calls than there is stack. */
    private static void check(String text) throws NotUsable {
        int depth = 0;
        for (Event event : new Parse(SETTINGS).parseString(text)) {
            switch (event.getEventId()) {
                case Alias -> throw new NotUsable("the description uses a YAML alias" + event.getStartMark().map(YamlText::place).orElse("") + "; write out what it stands for, or use $ref");
                case MappingStart, SequenceStart -> depth++;
                case MappingEnd, SequenceEnd -> depth--;
                default -> {}
            }
            if (depth > Json.MAX_DEPTH) {
                throw new NotUsable("the description is nested deeper than " + Json.MAX_DEPTH + " levels");
            }
        }
    }

    private static String place(Mark mark) {
        return " at line " + (mark.getLine() + 1) + ", column " + (mark.getColumn() + 1);
    }
}
