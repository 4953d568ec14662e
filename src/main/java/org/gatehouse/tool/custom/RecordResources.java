package org.gatehouse.tool.custom;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gatehouse.catalog.CompletionCall;
import org.gatehouse.catalog.ResourceCall;
import org.gatehouse.catalog.ResourceEntry;
import org.gatehouse.catalog.ResourceHandler;
import org.gatehouse.catalog.ResourceTemplate;
import org.gatehouse.catalog.content.ResourceContent;
import org.gatehouse.identity.Caller;
import org.gatehouse.metadata.ObjectDefinition;

/** Single records of the chosen objects, with every field that the caller may read. */
final class RecordResources implements ResourceHandler {
    private static final String SCHEME = "record://";

    private final Set<String> objects;
    private final CallersRecords records;

    RecordResources(List<String> objects, CallersRecords records) {
        this.objects = Set.copyOf(objects);
        this.records = records;
    }

    @Override
    public Optional<ResourceTemplate> template() {
        return Optional.of(new ResourceTemplate(
                SCHEME + "{object}/{id}", "record", "Record",
                "One record with the fields that the signed-in person may read. Completion of object names the objects there are.",
                ResourceContent.JSON));
    }

    @Override
    public List<ResourceEntry> list(Caller caller) {
        return List.of();
    }

    @Override
    public Optional<ResourceContent> read(ResourceCall call) {
        int slash = call.uri().indexOf('/', SCHEME.length());
        if (!call.uri().startsWith(SCHEME) || slash < 0) {
            return Optional.empty();
        }
        Optional<String> id = decoded(call.uri().substring(slash + 1));
        return records.access(call.caller())
                .readableObject(call.uri().substring(SCHEME.length(), slash))
                .filter(object -> objects.contains(object.apiName()))
                .flatMap(object -> id.flatMap(value -> records.whole(call.caller(), object, value)).map(record -> {
                    call.noteObject(object.apiName());
                    call.noteRecord(id.orElseThrow());
                    call.noteRows(1);
                    return ResourceContent.json(call.uri(), record);
                }));
    }

    @Override
    public List<String> complete(CompletionCall call) {
        List<ObjectDefinition> offered = records.objects(call.caller()).stream().filter(object -> objects.contains(object.apiName())).toList();
        return call.name().equals("object") ? SchemaResources.beginning(offered, call.begun()) : List.of();
    }

    /** RFC 3986 section 2.1; a plus stands for itself. */
    private static Optional<String> decoded(String text) {
        try {
            return Optional.of(URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
