package org.gatehouse.extension.running;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatehouse.catalog.CompletionCall;
import org.gatehouse.catalog.Icon;
import org.gatehouse.catalog.ResourceCall;
import org.gatehouse.catalog.ResourceEntry;
import org.gatehouse.catalog.ResourceHandler;
import org.gatehouse.catalog.ResourceTemplate;
import org.gatehouse.catalog.Tier;
import org.gatehouse.catalog.content.ResourceContent;
import org.gatehouse.extension.declared.Contributed;
import org.gatehouse.extension.declared.UriTemplate;
import org.gatehouse.identity.Caller;
import org.gatehouse.platform.json.Json;
import org.jspecify.annotations.Nullable;

/** A resource that a developer wrote, or a family of them. */
final class JavaResource implements ResourceHandler {
    private final String name;
    private final String title;
    private final String description;
    private final UriTemplate uri;
    private final String mimeType;
    private final List<Icon> icons;
    private final Map<String, JavaCompletion> completions;
    private final Lent<JavaMethod> code;
    private final DeveloperThreads threads;
    private final Services services;

    JavaResource(Contributed.Resource declared, Map<String, JavaCompletion> completions, Lent<JavaMethod> code, DeveloperThreads threads, Services services) {
        this.name = declared.name();
        this.title = declared.title();
        this.description = declared.description();
        this.uri = declared.uri();
        this.mimeType = declared.mimeType().isEmpty() ? usual(declared.method().getReturnType()) : declared.mimeType();
        this.icons = declared.icons();
        this.completions = Map.copyOf(completions);
        this.code = code;
        this.threads = threads;
        this.services = services;
    }

    @Override
    public Optional<ResourceTemplate> template() {
        return uri.variables().isEmpty() ? Optional.empty() : Optional.of(new ResourceTemplate(uri.text(), name, title, description, mimeType, icons));
    }

    @Override
    public List<ResourceEntry> list(Caller caller) {
        boolean there = uri.variables().isEmpty() && code.find().isPresent();
        return there ? List.of(new ResourceEntry(uri.text(), name, title, description, mimeType, icons)) : List.of();
    }

    @Override
    public Optional<ResourceContent> read(ResourceCall call) {
        Optional<Map<String, String>> variables = uri.match(call.uri());
        return code.find().filter(method -> variables.isPresent()).flatMap(method -> method.run(
                threads, services, call, Tier.READ, variable -> given(variables.orElseThrow(), variable),
                (values, returned) -> content(call.uri(), values, returned)));
    }

    @Override
    public List<String> complete(CompletionCall call) {
        return JavaCompletion.complete(completions, call);
    }

    private static JsonNode given(Map<String, String> variables, String name) {
        String value = variables.get(name);
        return value == null ? MissingNode.getInstance() : TextNode.valueOf(value);
    }

    private Optional<ResourceContent> content(String read, JavaValues values, @Nullable Object returned) {
        return switch (returned) {
            case null -> Optional.empty();
            case Optional<?> maybe -> maybe.flatMap(it -> content(read, values, it));
            case String text -> Optional.of(new ResourceContent.Text(read, mimeType, text));
            case byte[] bytes -> Optional.of(new ResourceContent.Blob(read, mimeType, Base64.getEncoder().encodeToString(bytes)));
            default -> Optional.of(new ResourceContent.Text(read, mimeType, Json.text(values.json(returned))));
        };
    }

    private static String usual(Class<?> type) {
        if (type == String.class) {
            return "text/plain";
        }
        return type == byte[].class ? "application/octet-stream" : ResourceContent.JSON;
    }
}
