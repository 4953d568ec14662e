package org.gatehouse.catalog;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gatehouse.identity.Caller;
import org.gatehouse.platform.problem.Problem;
import org.gatehouse.platform.problem.ProblemException;

/**
 * An MCP server as one caller sees it. Only {@link ServerCatalog} makes one, so that whoever holds one has passed activation, audience, app
 * policy and scopes, and a tool that the caller may not call is not in it.
 */
public final class McpServer {
    private final StandardServer definition;
    private final Caller caller;
    private final Map<String, ToolHandler> tools;

    McpServer(StandardServer definition, Caller caller, Map<String, ToolHandler> tools) {
        this.definition = definition;
        this.caller = caller;
        this.tools = Collections.unmodifiableMap(new LinkedHashMap<>(tools));
    }

    /** The name in URLs and events, for example {@code platform/object-reads}. */
    public String name() {
        return definition.serverName();
    }

    /** The name for people. */
    public String title() {
        return definition.title();
    }

    /** What a model should know before it uses the server. */
    public String instructions() {
        return definition.instructions();
    }

    /** On whose behalf it was looked up. */
    public Caller caller() {
        return caller;
    }

    /** The tools that the caller may call, always in the same order. */
    public List<ToolDefinition> visibleTools() {
        return tools.values().stream().map(ToolHandler::definition).toList();
    }

    /** The tool of this name, or the one answer for unknown, unlisted and not covered. */
    ToolHandler require(String tool) {
        ToolHandler handler = tools.get(tool);
        if (handler == null) {
            throw new ProblemException(new Problem.NotFound(Problem.Thing.TOOL, tool, "There is no tool of this name on this server."));
        }
        return handler;
    }
}
