package org.gatehouse.tool.custom;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.gatehouse.catalog.CompletionCall;
import org.gatehouse.catalog.ResourceCall;
import org.gatehouse.catalog.ResourceEntry;
import org.gatehouse.catalog.ResourceHandler;
import org.gatehouse.catalog.ResourceTemplate;
import org.gatehouse.catalog.content.ResourceContent;
import org.gatehouse.identity.Caller;
import org.gatehouse.metadata.ObjectDefinition;
import org.gatehouse.permission.EffectiveAccess;
import org.gatehouse.tool.ObjectSchemas;

/** What there is to know of objects, as far as the caller may read them. */
final class SchemaResources implements ResourceHandler {
    private static final String SCHEME = "schema://";

    private final CallersRecords records;

    SchemaResources(CallersRecords records) {
        this.records = records;
    }

    @Override
    public Optional<ResourceTemplate> template() {
        return Optional.of(new ResourceTemplate(
                SCHEME + "{object}", "schema", "Object schema", "The fields and relationships of an object, as the signed-in person may use them.",
                ResourceContent.JSON));
    }

    @Override
    public List<ResourceEntry> list(Caller caller) {
        return records.objects(caller).stream()
                .map(object -> new ResourceEntry(
                        SCHEME + object.apiName(), object.apiName(), object.header().label(), "The fields and relationships of " + object.header().labelPlural() + ".",
                        ResourceContent.JSON))
                .toList();
    }

    @Override
    public Optional<ResourceContent> read(ResourceCall call) {
        if (!call.uri().startsWith(SCHEME)) {
            return Optional.empty();
        }
        EffectiveAccess access = records.access(call.caller());
        return access.readableObject(call.uri().substring(SCHEME.length())).map(object -> {
            call.noteObject(object.apiName());
            return ResourceContent.json(call.uri(), ObjectSchemas.describe(object, access));
        });
    }

    @Override
    public List<String> complete(CompletionCall call) {
        return call.name().equals("object") ? beginning(records.objects(call.caller()), call.begun()) : List.of();
    }

    /** The names of objects that begin with a text, upper and lower case alike; the first hundred. */
    static List<String> beginning(List<ObjectDefinition> objects, String begun) {
        String start = begun.toLowerCase(Locale.ROOT);
        return objects.stream().map(ObjectDefinition::apiName).filter(name -> name.toLowerCase(Locale.ROOT).startsWith(start)).sorted().limit(100).toList();
    }
}
