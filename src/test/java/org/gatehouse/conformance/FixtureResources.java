package org.gatehouse.conformance;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gatehouse.catalog.CompletionCall;
import org.gatehouse.catalog.ResourceCall;
import org.gatehouse.catalog.ResourceEntry;
import org.gatehouse.catalog.ResourceHandler;
import org.gatehouse.catalog.ResourceTemplate;
import org.gatehouse.catalog.content.ResourceContent;
import org.gatehouse.identity.Caller;

/** The resources of the suite. */
final class FixtureResources implements ResourceHandler {
    private static final Pattern TEMPLATED = Pattern.compile("test://template/([^/]+)/data");

    @Override
    public Optional<ResourceTemplate> template() {
        return Optional.of(new ResourceTemplate("test://template/{id}/data", "template", "Template", "Data under an id.", "application/json"));
    }

    @Override
    public List<ResourceEntry> list(Caller caller) {
        return List.of(
                new ResourceEntry("test://static-text", "static-text", "Static text", "A text.", "text/plain"),
                new ResourceEntry("test://static-binary", "static-binary", "Static image", "An image.", "image/png"),
                new ResourceEntry("test://watched-resource", "watched-resource", "Watched", "A text that is watched.", "text/plain"));
    }

    @Override
    public Optional<ResourceContent> read(ResourceCall call) {
        String uri = call.uri();
        Matcher templated = TEMPLATED.matcher(uri);
        if (templated.matches()) {
            String id = templated.group(1);
            return Optional.of(new ResourceContent.Text(
                    uri, "application/json", "{\"id\":\"" + id + "\",\"templateTest\":true,\"data\":\"Data for ID: " + id + "\"}"));
        }
        return Optional.ofNullable(
                switch (uri) {
                    case "test://static-text" -> new ResourceContent.Text(uri, "text/plain", "This is the content of the static text resource.");
                    case "test://static-binary" -> new ResourceContent.Blob(uri, "image/png", PlainTools.PNG);
                    case "test://watched-resource" -> new ResourceContent.Text(uri, "text/plain", "Watched resource content");
                    default -> null;
                });
    }

    @Override
    public List<String> complete(CompletionCall call) {
        return List.of();
    }
}
