package org.gatehouse.mcp.protocol;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.gatehouse.catalog.Icon;
import org.gatehouse.catalog.PromptDefinition;
import org.gatehouse.catalog.PromptMessage;
import org.gatehouse.catalog.ResourceEntry;
import org.gatehouse.catalog.ResourceTemplate;
import org.gatehouse.catalog.content.Content;
import org.gatehouse.catalog.content.ResourceContent;
import org.gatehouse.platform.json.Json;

/** Writes prompts, resources and completions as MCP has them (server/prompts, server/resources, server/utilities/completion). */
final class ContentWriter {
    private ContentWriter() {}

    static ObjectNode prompts(List<PromptDefinition> prompts) {
        ObjectNode result = Json.object();
        ArrayNode list = result.putArray("prompts");
        prompts.forEach(prompt -> {
            ObjectNode node = list.addObject().put("name", prompt.name()).put("title", prompt.title()).put("description", prompt.description());
            ArrayNode arguments = node.putArray("arguments");
            prompt.arguments().forEach(argument -> arguments.addObject()
                    .put("name", argument.name())
                    .put("title", argument.title())
                    .put("description", argument.description())
                    .put("required", argument.required()));
            icons(node, prompt.icons());
        });
        return result;
    }

    static ObjectNode messages(List<PromptMessage> messages) {
        ObjectNode result = Json.object();
        ArrayNode list = result.putArray("messages");
        messages.forEach(message -> list.addObject()
                .put("role", message.role())
                .set("content", block(message.content())));
        return result;
    }

    static ObjectNode resources(List<ResourceEntry> resources) {
        ObjectNode result = Json.object();
        ArrayNode list = result.putArray("resources");
        resources.forEach(resource -> icons(
                list.addObject()
                        .put("uri", resource.uri())
                        .put("name", resource.name())
                        .put("title", resource.title())
                        .put("description", resource.description())
                        .put("mimeType", resource.mediaType()),
                resource.icons()));
        return result;
    }

    static ObjectNode templates(List<ResourceTemplate> templates) {
        ObjectNode result = Json.object();
        ArrayNode list = result.putArray("resourceTemplates");
        templates.forEach(template -> icons(
                list.addObject()
                        .put("uriTemplate", template.uriTemplate())
                        .put("name", template.name())
                        .put("title", template.title())
                        .put("description", template.description())
                        .put("mimeType", template.mediaType()),
                template.icons()));
        return result;
    }

    /** Adds the pictures of something, if it has any (MCP, schema, Icons). */
    static void icons(ObjectNode of, List<Icon> icons) {
        if (!icons.isEmpty()) {
            ArrayNode list = of.putArray("icons");
            icons.forEach(icon -> {
                ObjectNode node = list.addObject().put("src", icon.src());
                if (icon.mimeType() != null) {
                    node.put("mimeType", icon.mimeType());
                }
                if (!icon.sizes().isEmpty()) {
                    icon.sizes().forEach(node.putArray("sizes")::add);
                }
                if (icon.theme() != null) {
                    node.put("theme", icon.theme());
                }
            });
        }
    }

    static ObjectNode read(ResourceContent content) {
        ObjectNode result = Json.object();
        result.putArray("contents").add(resource(content));
        return result;
    }

    static ObjectNode block(Content content) {
        return switch (content) {
            case Content.Text(var text) -> Json.object().put("type", "text").put("text", text);
            case Content.Image(var data, var mediaType) -> Json.object().put("type", "image").put("data", data).put("mimeType", mediaType);
            case Content.Audio(var data, var mediaType) -> Json.object().put("type", "audio").put("data", data).put("mimeType", mediaType);
            case Content.Embedded(var resource) -> Json.object().put("type", "resource").set("resource", resource(resource));
        };
    }

    private static ObjectNode resource(ResourceContent content) {
        ObjectNode node = Json.object().put("uri", content.uri()).put("mimeType", content.mediaType());
        return switch (content) {
            case ResourceContent.Text text -> node.put("text", text.text());
            case ResourceContent.Blob blob -> node.put("blob", blob.data());
        };
    }

    static ObjectNode completion(List<String> values) {
        ObjectNode result = Json.object();
        ArrayNode list = result.putObject("completion").put("hasMore", values.size() >= 100).putArray("values");
        values.forEach(list::add);
        return result;
    }
}
