package com.example.rough;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gatehouse.extension.CompletePrompt;
import org.gatehouse.extension.Icon;
import org.gatehouse.extension.Prompt;
import org.gatehouse.extension.Resource;
import org.gatehouse.extension.ResourceTemplate;
import org.gatehouse.extension.Tool;
import org.gatehouse.extension.ToolArg;

/** Methods that cannot be offered, and one that can. */
public class UnusableTools {
    @Tool(description = "Fine.")
    public String fine(String text) {
        return text;
    }

    @Tool(description = " ")
    public String undescribed() {
        return "";
    }

    @Tool(description = "Takes something odd.")
    public String odd(Locale locale) {
        return locale.toString();
    }

    @Tool(description = "Answers something odd.")
    public Thread oddAnswer() {
        return Thread.currentThread();
    }

    @Tool(description = "Takes a list of anything.")
    @SuppressWarnings("rawtypes") // What the test is about.
    public String untyped(List list) {
        return list.toString();
    }

    @Tool(description = "Takes a map by numbers.")
    public String numbered(Map<Integer, String> map) {
        return map.toString();
    }

    @Tool(description = "Takes a tree.")
    public String tree(Node node) {
        return node.name();
    }

    @Tool(description = "Not public.")
    String hidden() {
        return "";
    }

    @Tool(name = "a name", description = "Has a space in its name.")
    public String named() {
        return "";
    }

    @Tool(description = "Has a default that is no number.")
    public String defaulted(@ToolArg(defaultValue = "many") int count) {
        return "" + count;
    }

    @Tool(description = "Leaves out what cannot be empty.")
    public String leftOut(@ToolArg(required = false) int count) {
        return "" + count;
    }

    @Tool(description = "Reads only and deletes.", annotations = @Tool.Annotations(readOnlyHint = true), deletesRecords = true)
    public String contradicts() {
        return "";
    }

    @Prompt(description = "Takes a number.")
    public String countedPrompt(int count) {
        return "" + count;
    }

    @Resource(uri = "record://Account")
    public String taken() {
        return "";
    }

    @ResourceTemplate(uriTemplate = "notes://{a}/{b}")
    public String lacking(String a) {
        return a;
    }

    @CompletePrompt("fine")
    public String oneValue(String begun) {
        return begun;
    }

    @CompletePrompt("fine")
    public List<String> twoValues(String begun, String other) {
        return List.of(begun, other);
    }

    @CompletePrompt("fine")
    public List<String> noValue() {
        return List.of();
    }

    @Icon(src = "javascript:alert(1)")
    @Tool(description = "Has a picture that is none.")
    public String painted() {
        return "";
    }

    @Tool(description = "Reads\u200b the weather.")
    public String unseen() {
        return "";
    }

    @Tool(description = "Reads the weather.")
    public String unseenArgument(@ToolArg(description = "The place\u202e.") String place) {
        return place;
    }

    /** Holds itself. */
    public record Node(String name, List<Node> children) {}
}
