package org.gatehouse.conformance;

import static org.gatehouse.conformance.FixtureTool.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gatehouse.catalog.CheckedTool;
import org.gatehouse.catalog.ToolCall;
import org.gatehouse.catalog.ToolResult;
import org.gatehouse.catalog.dialogue.ClientCapability;
import org.gatehouse.catalog.dialogue.InputRequest;
import org.gatehouse.platform.json.Json;

/** The tools that ask their client, the person or the model. */
final class AskingTools {
    private static final String CONFIRMATION = """
            {"type": "object", "required": [], "properties": {"confirm": {"type": "boolean"}, "name": {"type": "string"}}}
            """;

    private AskingTools() {}

    static List<CheckedTool> all() {
        return List.of(
                FixtureTool.of("test_sampling", "Asks the model.", argument("prompt"), call -> {
                    JsonNode answer = ask(call, "answer", sampling(call.arguments().path("prompt").asText(), 100));
                    return text("LLM response: " + answer.path("content").path("text").asText());
                }),
                FixtureTool.of("test_elicitation", "Asks the person.", argument("message"), call -> elicit(call, call.arguments().path("message").asText(), """
                        {"type": "object", "required": ["username", "email"], "properties": {
                         "username": {"type": "string", "description": "User's response"},
                         "email": {"type": "string", "description": "User's email address"}}}
                        """)),
                FixtureTool.of("test_elicitation_sep1034_defaults", "Asks the person, with defaults.", call -> elicit(call, "Please review the values", """
                        {"type": "object", "required": [], "properties": {
                         "name": {"type": "string", "description": "User name", "default": "John Doe"},
                         "age": {"type": "integer", "description": "User age", "default": 30},
                         "score": {"type": "number", "description": "User score", "default": 95.5},
                         "status": {"type": "string", "enum": ["active", "inactive", "pending"], "default": "active"},
                         "verified": {"type": "boolean", "description": "Verification status", "default": true}}}
                        """)),
                FixtureTool.of("test_elicitation_sep1330_enums", "Asks the person to choose.", call -> elicit(call, "Please choose", """
                        {"type": "object", "required": [], "properties": {
                         "untitledSingle": {"type": "string", "enum": ["option1", "option2", "option3"]},
                         "titledSingle": {"type": "string", "oneOf": [
                          {"const": "value1", "title": "First Option"}, {"const": "value2", "title": "Second Option"}, {"const": "value3", "title": "Third Option"}]},
                         "legacyEnum": {"type": "string", "enum": ["opt1", "opt2", "opt3"], "enumNames": ["Option One", "Option Two", "Option Three"]},
                         "untitledMulti": {"type": "array", "items": {"type": "string", "enum": ["option1", "option2", "option3"]}},
                         "titledMulti": {"type": "array", "items": {"anyOf": [
                          {"const": "value1", "title": "First Choice"}, {"const": "value2", "title": "Second Choice"}, {"const": "value3", "title": "Third Choice"}]}}}}
                        """)),
                FixtureTool.of("test_missing_capability", "Needs a model.", call -> text(ask(call, "answer", sampling("Anything", 10)).toString())),
                FixtureTool.of("test_streaming_elicitation", "Asks the person, without a request of its own.", call -> text(confirmed(call))),
                FixtureTool.of("test_input_required_result_elicitation", "Asks for a name.", call -> text(
                        "Hello, " + ask(call, "user_name", form("What is your name?", "name", "string")).path("content").path("name").asText() + "!")),
                FixtureTool.of("test_input_required_result_sampling", "Asks the model for a capital.", call -> text(
                        ask(call, "capital_question", sampling("What is the capital of France?", 100)).path("content").path("text").asText())),
                FixtureTool.of("test_input_required_result_list_roots", "Asks for folders.", call -> text(
                        ask(call, "client_roots", new InputRequest.Roots()).path("roots").toString())),
                FixtureTool.of("test_input_required_result_request_state", "Keeps its state with the client.", call -> text("state-ok " + confirmed(call))),
                FixtureTool.of("test_input_required_result_tampered_state", "Knows its own state.", call -> text(confirmed(call))),
                FixtureTool.of("test_input_required_result_multiple_inputs", "Asks for three things at once.", AskingTools::three),
                FixtureTool.of("test_input_required_result_multi_round", "Asks twice.", call -> {
                    JsonNode name = ask(call, "step1", form("Step 1: What is your name?", "name", "string"));
                    JsonNode color = ask(call, "step2", form("Step 2: What is your favorite color?", "color", "string"));
                    return text(name.path("content").path("name").asText() + " likes " + color.path("content").path("color").asText());
                }),
                FixtureTool.of("test_tool_with_task", "Asks for a name and greets in the background.", call -> {
                    JsonNode name = ask(call, "user_name", form("What is your name?", "name", "string"));
                    call.dialogue().background(false);
                    return text("Hello, " + name.path("content").path("name").asText() + "!");
                }),
                FixtureTool.of("confirm_delete", "Asks in the background whether a file is to go.", argument("filename"), call -> {
                    call.dialogue().background(false);
                    JsonNode answer = ask(call, "confirm", new InputRequest.Form("Delete it?", Json.literal(CONFIRMATION)));
                    return text(answer.path("action").asText() + " " + call.arguments().path("filename").asText());
                }),
                FixtureTool.of("multi_input", "Asks two things at once in the background.", call -> {
                    call.dialogue().background(false);
                    Map<String, InputRequest> questions = new LinkedHashMap<>();
                    questions.put("first", new InputRequest.Form("First?", Json.literal(CONFIRMATION)));
                    questions.put("second", new InputRequest.Form("Second?", Json.literal(CONFIRMATION)));
                    return text(call.dialogue().ask(questions).toString());
                }),
                FixtureTool.of("test_input_required_result_capabilities", "Asks for what the client can do.", AskingTools::whatIsPossible));
    }

    private static ToolResult three(ToolCall call) {
        Map<String, InputRequest> questions = new LinkedHashMap<>();
        questions.put("user_name", form("What is your name?", "name", "string"));
        questions.put("greeting", sampling("Generate a greeting", 50));
        questions.put("client_roots", new InputRequest.Roots());
        return text(call.dialogue().ask(questions).keySet().stream().sorted().toList().toString());
    }

    private static ToolResult whatIsPossible(ToolCall call) {
        Map<String, InputRequest> questions = new LinkedHashMap<>();
        if (call.dialogue().supports(ClientCapability.ELICITATION)) {
            questions.put("user_name", form("What is your name?", "name", "string"));
        }
        if (call.dialogue().supports(ClientCapability.SAMPLING)) {
            questions.put("greeting", sampling("Generate a greeting", 50));
        }
        return text(call.dialogue().ask(questions).keySet().toString());
    }

    private static ToolResult elicit(ToolCall call, String message, String schema) {
        JsonNode answer = ask(call, "form", new InputRequest.Form(message, Json.literal(schema)));
        return text("User response: action=" + answer.path("action").asText() + ", content=" + answer.path("content"));
    }

    private static String confirmed(ToolCall call) {
        return ask(call, "confirm", form("Please confirm", "ok", "boolean")).path("action").asText();
    }

    static JsonNode ask(ToolCall call, String name, InputRequest question) {
        return call.dialogue().ask(Map.of(name, question)).getOrDefault(name, Json.object());
    }

    static InputRequest form(String message, String property, String type) {
        ObjectNode schema = Json.object().put("type", "object");
        schema.putObject("properties").putObject(property).put("type", type);
        schema.putArray("required").add(property);
        return new InputRequest.Form(message, schema);
    }

    private static InputRequest sampling(String prompt, int mostTokens) {
        ObjectNode params = Json.object();
        params.putArray("messages").addObject().put("role", "user").putObject("content").put("type", "text").put("text", prompt);
        return new InputRequest.Sampling(params.put("maxTokens", mostTokens));
    }

    private static String argument(String name) {
        return "{\"type\": \"object\", \"required\": [\"" + name + "\"], \"properties\": {\"" + name + "\": {\"type\": \"string\"}}}";
    }
}
