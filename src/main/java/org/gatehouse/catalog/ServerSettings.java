package org.gatehouse.catalog;

import java.util.List;
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
 * @param definitionSize how many characters the definitions of its tools have: what a model reads before it does anything
 */
public record ServerSettings(String name, String title, String path, String version, boolean active, List<OfferedTool> tools, List<String> prompts, List<String> resources,
        int definitionSize) {
    public ServerSettings {
        tools = List.copyOf(tools);
        prompts = List.copyOf(prompts);
        resources = List.copyOf(resources);
    }

    static ServerSettings of(ServerDefinition server, boolean active) {
        List<ToolDefinition> tools = server.tools().stream().map(CheckedTool::definition).toList();
        int size = tools.stream().mapToInt(ServerSettings::size).sum();
        return new ServerSettings(
                server.name(), server.title(), server.path(), server.version(), active, tools.stream().map(OfferedTool::of).toList(),
                server.prompts().stream().map(prompt -> prompt.definition().name()).toList(),
                server.resources().stream().flatMap(family -> family.template().stream()).map(ResourceTemplate::uriTemplate).toList(), size);
    }

    private static int size(ToolDefinition tool) {
        return tool.name().length() + tool.title().length() + tool.description().length() + Json.text(tool.inputSchema()).length()
                + Json.text(tool.outputSchema()).length();
    }

    /**
     * A tool of a server.
     *
     * @param scope what a token needs for it, beside the scope for everything
     */
    public record OfferedTool(
            String name, String title, String description, String scope, boolean readOnly, boolean destructive, boolean idempotent, boolean openWorld) {
        static OfferedTool of(ToolDefinition tool) {
            ToolAnnotations annotations = tool.annotations();
            return new OfferedTool(
                    tool.name(), tool.title(), tool.description(), tool.tier().scope(), annotations.readOnly(), annotations.destructive(),
                    annotations.idempotent(), annotations.openWorld());
        }
    }
}
