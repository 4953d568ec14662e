package org.gatehouse.catalog;

import java.util.List;
import java.util.stream.Stream;
import org.gatehouse.oauth.token.ProtectedResource;

/**
 * What an MCP server offers to a caller who may do everything: brought by Gatehouse, or made by an administrator.
 *
 * @param name the name in URLs, MBeans and events, for example {@code platform/object-reads}
 * @param title the name for people
 * @param instructions what a model should know before it uses the server
 * @param tiers the kinds of access that what it offers needs
 * @param tools in the order in which they are listed
 * @param version which published version it is; empty for a server that comes with Gatehouse
 * @param icons pictures that clients may show; none for Gatehouse's own
 */
public record ServerDefinition(
        String name, String title, String instructions, List<Tier> tiers, List<CheckedTool> tools, List<PromptHandler> prompts, List<ResourceHandler> resources,
        String version, List<Icon> icons) {
    public ServerDefinition {
        icons = List.copyOf(icons);
        tiers = List.copyOf(tiers);
        tools = List.copyOf(tools);
        prompts = List.copyOf(prompts);
        resources = List.copyOf(resources);
    }

    /** A server without pictures of its own. */
    public ServerDefinition(
            String name, String title, String instructions, List<Tier> tiers, List<CheckedTool> tools, List<PromptHandler> prompts, List<ResourceHandler> resources,
            String version) {
        this(name, title, instructions, tiers, tools, prompts, resources, version, List.of());
    }

    /** The part of the server's URL after the public URL. */
    public String path() {
        return ProtectedResource.MCP_PATH + name;
    }

    /** The scopes that make sense at this server, widest first. */
    List<String> scopes() {
        return Stream.concat(Stream.of(Tier.ALL), tiers.stream().map(Tier::scope)).toList();
    }
}
