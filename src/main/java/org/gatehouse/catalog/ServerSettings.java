package org.gatehouse.catalog;

import java.util.List;
import org.gatehouse.catalog.approval.ApprovalPolicy;
import org.gatehouse.platform.json.Json;

/**
 * An MCP server as an administrator sees it.
 *
 * @param name the name in URLs, for example {@code platform/object-reads}
 * @param path the part of its URL after the public URL
 * @param version which published version it is; empty for a server that comes with Gatehouse
 * @param tools what it offers, in the order in which it is listed
 * @param prompts the names of its prompts
 * @param resources the URI templates of its resources
 * @param approvals which tools need the person's approval
 * @param definitionSize how many characters the definitions of its tools have: what a model reads before it does anything
 */
public record ServerSettings(
        String name, String title, String path, String version, boolean active, List<OfferedTool> tools, List<String> prompts, List<String> resources,
        ApprovalPolicy approvals, int definitionSize) {
    public ServerSettings {
        tools = List.copyOf(tools);
        prompts = List.copyOf(prompts);
        resources = List.copyOf(resources);
    }

    static ServerSettings of(ServerDefinition server, boolean active, ApprovalPolicy approvals) {
        List<ToolDefinition> tools = server.tools().stream().map(CheckedTool::definition).toList();
        int size = tools.stream().mapToInt(ServerSettings::size).sum();
        return new ServerSettings(
                server.name(), server.title(), server.path(), server.version(), active, tools.stream().map(tool -> OfferedTool.of(tool, approvals)).toList(),
                server.prompts().stream().map(prompt -> prompt.definition().name()).toList(),
                server.resources().stream().flatMap(family -> family.template().stream()).map(ResourceTemplate::uriTemplate).toList(), approvals, size);
    }

    private static int size(ToolDefinition tool) {
        int words = tool.name().length() + tool.title().length() + tool.description().length();
        int schemas = Json.text(tool.inputSchema()).length() + (tool.outputSchema() == null ? 0 : Json.text(tool.outputSchema()).length());
        return words + schemas;
    }

    /**
     * A tool of a server.
     *
     * @param scope what a token needs for it, beside the scope for everything
     * @param approval whether a call needs the person's approval
     */
    public record OfferedTool(
            String name, String title, String description, String scope, boolean readOnly, boolean destructive, boolean idempotent, boolean openWorld,
            boolean approval) {
        static OfferedTool of(ToolDefinition tool, ApprovalPolicy approvals) {
            ToolAnnotations annotations = tool.annotations();
            return new OfferedTool(
                    tool.name(), tool.title(), tool.description(), tool.tier().scope(), annotations.readOnly(), annotations.destructive(),
                    annotations.idempotent(), annotations.openWorld(),
                    approvals.requires(tool.name(), annotations.readOnly(), annotations.destructive()));
        }
    }
}
