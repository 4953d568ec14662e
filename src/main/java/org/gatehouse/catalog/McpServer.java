package org.gatehouse.catalog;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatehouse.catalog.approval.ApprovalPolicy;
import org.gatehouse.catalog.approval.PendingCall;
import org.gatehouse.identity.Caller;
import org.gatehouse.platform.problem.Problem;
import org.gatehouse.platform.problem.ProblemException;

/**
 * An MCP server as one caller sees it. Only {@link ServerCatalog} makes one, so that whoever holds one has passed activation, audience, app
 * policy and scopes, and what the caller may not use is not in it.
 */
public final class McpServer {
    private final ServerDefinition definition;
    private final ApprovalPolicy approvals;
    private final Caller caller;
    private final Map<String, CheckedTool> tools = new LinkedHashMap<>();
    private final Map<String, PromptHandler> prompts = new LinkedHashMap<>();
    private final List<ResourceHandler> resources;
    private final List<Icon> icons;

    McpServer(
            ServerDefinition definition, ApprovalPolicy approvals, Caller caller, List<CheckedTool> tools, List<PromptHandler> prompts, List<ResourceHandler> resources,
            List<Icon> icons) {
        this.definition = definition;
        this.approvals = approvals;
        this.caller = caller;
        tools.forEach(tool -> this.tools.put(tool.definition().name(), tool));
        prompts.forEach(prompt -> this.prompts.put(prompt.definition().name(), prompt));
        this.resources = List.copyOf(resources);
        this.icons = List.copyOf(icons);
    }

    /** The name in URLs and events, for example {@code platform/object-reads}. */
    public String name() {
        return definition.name();
    }

    /** The name for people. */
    public String title() {
        return definition.title();
    }

    /** What a model should know before it uses the server. */
    public String instructions() {
        return definition.instructions();
    }

    /** Pictures that clients may show for it. */
    public List<Icon> icons() {
        return icons;
    }

    /** On whose behalf it was looked up. */
    public Caller caller() {
        return caller;
    }

    /** The tools that the caller may call, always in the same order. */
    public List<ToolDefinition> visibleTools() {
        return tools.values().stream().map(CheckedTool::definition).toList();
    }

    /** The prompts that the caller may use, always in the same order. */
    public List<PromptDefinition> visiblePrompts() {
        return prompts.values().stream().map(PromptHandler::definition).toList();
    }

    /** The families of resources that the caller may read from. */
    public List<ResourceHandler> resources() {
        return resources;
    }

    /** The templates of those families that have one. */
    public List<ResourceTemplate> templates() {
        return resources.stream().flatMap(family -> family.template().stream()).toList();
    }

    /** Whether the server offers prompts at all, to whomever. */
    public boolean offersPrompts() {
        return !definition.prompts().isEmpty();
    }

    /** Whether the server offers resources at all, to whomever. */
    public boolean offersResources() {
        return !definition.resources().isEmpty();
    }

    /** The tool of this name, or the one answer for unknown, unlisted and not covered. */
    CheckedTool require(String tool) {
        CheckedTool found = tools.get(tool);
        if (found == null) {
            throw new ProblemException(new Problem.NotFound(Problem.Thing.TOOL, tool, "There is no tool of this name on this server."));
        }
        return found;
    }

    /** What clients see of the tool of this name, if the caller may call it. */
    public Optional<ToolDefinition> definition(String tool) {
        return Optional.ofNullable(tools.get(tool)).map(CheckedTool::definition);
    }

    /** The tool of this name, if the caller may call it and it needs the person's approval. */
    Optional<CheckedTool> toolThatNeedsApproval(String tool) {
        return Optional.ofNullable(tools.get(tool)).filter(found -> approvals.requires(
                tool, found.definition().annotations().readOnly(), found.definition().annotations().destructive()));
    }

    /** What an approval of a call would be for. */
    PendingCall pending(CheckedTool tool, ObjectNode arguments) {
        return new PendingCall(
                caller, definition.name(), definition.version(), tool.definition().name(), tool.revision(), tool.definition().title(), arguments);
    }

    /** The prompt of this name, or the one answer for unknown and not covered. */
    PromptHandler prompt(String name) {
        PromptHandler found = prompts.get(name);
        if (found == null) {
            throw new ProblemException(new Problem.NotFound(Problem.Thing.PROMPT, name, "There is no prompt of this name on this server."));
        }
        return found;
    }
}
