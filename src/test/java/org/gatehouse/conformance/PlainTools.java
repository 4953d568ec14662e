package org.gatehouse.conformance;

import static org.gatehouse.conformance.FixtureTool.pause;
import static org.gatehouse.conformance.FixtureTool.text;

import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import org.gatehouse.catalog.CheckedTool;
import org.gatehouse.catalog.ToolCall;
import org.gatehouse.catalog.ToolResult;
import org.gatehouse.catalog.content.Content;
import org.gatehouse.catalog.content.ResourceContent;
import org.gatehouse.catalog.dialogue.LogLevel;

/** The tools that ask nothing of their client. */
final class PlainTools {
    /** One red point. */
    static final String PNG = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8DwHwAFBQIAX8jx0gAAAABJRU5ErkJggg==";

    /** No sample at all. */
    private static final String WAV = "UklGRiQAAABXQVZFZm10IBAAAAABAAEARKwAAIhYAQACABAAZGF0YQAAAAA=";

    private PlainTools() {}

    static List<CheckedTool> all() {
        return List.of(
                FixtureTool.of("test_simple_text", "Answers with a text.", call -> text("This is a simple text response for testing.")),
                FixtureTool.of("test_image_content", "Answers with an image.", call -> ToolResult.of(new Content.Image(PNG, "image/png"))),
                FixtureTool.of("test_audio_content", "Answers with a sound.", call -> ToolResult.of(new Content.Audio(WAV, "audio/wav"))),
                FixtureTool.of("test_embedded_resource", "Answers with a resource.", call -> ToolResult.of(new Content.Embedded(
                        new ResourceContent.Text("test://embedded-resource", "text/plain", "This is an embedded resource content.")))),
                FixtureTool.of("test_multiple_content_types", "Answers with several kinds of content.", call -> ToolResult.of(
                        new Content.Text("Multiple content types test:"), new Content.Image(PNG, "image/png"),
                        new Content.Embedded(new ResourceContent.Text("test://mixed-content-resource", "application/json", "{\"test\":\"data\"}")))),
                FixtureTool.of("test_error_handling", "Fails.", call -> ToolResult.failure("This tool intentionally returns an error for testing")),
                FixtureTool.of("test_tool_with_progress", "Tells of its progress.", PlainTools::progress),
                FixtureTool.of("test_tool_with_logging", "Logs while it works.", PlainTools::logging),
                FixtureTool.of("test_logging_tool", "Logs, if anybody wants to hear it.", PlainTools::logging),
                FixtureTool.of("test_reconnection", "Lets go of the connection while it works.", call -> {
                    call.dialogue().disconnect();
                    pause(100);
                    return text("Reconnection test completed successfully.");
                }),
                FixtureTool.of("greet", "Greets.", "{\"type\": \"object\", \"required\": [\"name\"], \"properties\": {\"name\": {\"type\": \"string\"}}}", call -> text(
                        "Hello, " + call.arguments().path("name").asText() + "!")),
                FixtureTool.of("slow_compute", "Takes its time.", """
                        {"type": "object", "required": ["seconds"], "properties": {"seconds": {"type": "integer"}, "label": {"type": "string"}}}
                        """, PlainTools::slow),
                FixtureTool.of("flood", "Says a lot.", call -> {
                    TextNode kilobyte = new TextNode("x".repeat(1000));
                    for (int i = 0; i < 100_000; i++) {
                        call.dialogue().checkpoint();
                        call.dialogue().log(LogLevel.ERROR, "fixture", kilobyte);
                    }
                    return text("Said.");
                }),
                FixtureTool.of("failing_job", "Fails in the background.", call -> {
                    call.dialogue().background(true);
                    pause(1000);
                    return ToolResult.failure("The job failed.");
                }),
                FixtureTool.of("protocol_error_job", "Breaks in the background.", call -> {
                    call.dialogue().background(false);
                    throw new IllegalStateException("The job broke, as it is meant to.");
                }),
                FixtureTool.of(
                        "test_x_mcp_header", "Takes an argument that a header mirrors.",
                        "{\"type\": \"object\", \"properties\": {\"region\": {\"type\": \"string\", \"x-mcp-header\": \"Region\"}}}",
                        call -> text("region: " + call.arguments().path("region").asText())),
                FixtureTool.of(
                        "json_schema_2020_12_tool", "Has a schema with all of JSON Schema 2020-12.",
                        """
                        {"$schema": "https://json-schema.org/draft/2020-12/schema", "type": "object",
                         "$defs": {"address": {"$anchor": "addressDef", "type": "object",
                                               "properties": {"street": {"type": "string"}, "city": {"type": "string"}}}},
                         "properties": {"name": {"type": "string"}, "address": {"$ref": "#/$defs/address"},
                                        "contactMethod": {"type": "string", "enum": ["phone", "email"]},
                                        "phone": {"type": "string"}, "email": {"type": "string"}},
                         "allOf": [{"anyOf": [{"required": ["phone"]}, {"required": ["email"]}]}],
                         "if": {"properties": {"contactMethod": {"const": "phone"}}, "required": ["contactMethod"]},
                         "then": {"required": ["phone"]}, "else": {"required": ["email"]},
                         "additionalProperties": false}
                        """,
                        call -> text("Taken: " + call.arguments())));
    }

    private static ToolResult slow(ToolCall call) {
        int seconds = call.arguments().path("seconds").asInt();
        if (seconds > 0) {
            call.dialogue().background(false);
        }
        for (int tenth = 0; tenth < seconds * 10; tenth++) {
            call.dialogue().checkpoint();
            pause(100);
        }
        return text("Computed for " + seconds + " seconds.");
    }

    private static ToolResult progress(ToolCall call) {
        call.dialogue().progress(0, 100, "Begun");
        pause(50);
        call.dialogue().progress(50, 100, "Half done");
        pause(50);
        call.dialogue().progress(100, 100, "Done");
        return text("Told of progress.");
    }

    private static ToolResult logging(ToolCall call) {
        call.dialogue().log(LogLevel.INFO, "fixture", new TextNode("Tool execution started"));
        pause(50);
        call.dialogue().log(LogLevel.INFO, "fixture", new TextNode("Tool processing data"));
        pause(50);
        call.dialogue().log(LogLevel.INFO, "fixture", new TextNode("Tool execution completed"));
        return text("Logged.");
    }
}
