package org.gatehouse.catalog.custom;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import org.gatehouse.catalog.Contents;
import org.gatehouse.catalog.PublishedServers;
import org.gatehouse.catalog.Tools;
import org.gatehouse.platform.database.ConfigurationVersions;
import org.gatehouse.platform.database.Database;
import org.gatehouse.platform.json.Json;
import org.gatehouse.testing.SampleWorld;
import org.gatehouse.testing.TestAudit;

/** Custom servers on a database, without the container. */
@SuppressWarnings("UnnecessaryAssignment") // Stands in for the container, which injects them on the server.
public final class TestCustomServers {
    private final CustomServerService service = new CustomServerService();
    private final PublishedServers published;

    public TestCustomServers(Database database, Tools tools, CustomParts parts) {
        this(database, tools, new Contents(List.of()), parts);
    }

    public TestCustomServers(Database database, Tools tools, Contents contents, CustomParts parts) {
        var store = new CustomServerStore(database, new ConfigurationVersions(database), InstantSource.fixed(SampleWorld.NOW), tools);
        service.store = store;
        service.tools = tools;
        service.contents = contents;
        service.parts = parts;
        service.trail = TestAudit.trail(database);
        published = new PublishedDocuments(store, new DocumentCompiler(tools, contents, parts), tools, contents);
    }

    /** What administrators use. */
    public CustomServerService service() {
        return service;
    }

    /** What the catalog gets. */
    public PublishedServers published() {
        return published;
    }

    /** A document from JSON, read as the REST interface reads it. */
    public static ServerDocument document(String json) {
        try {
            return Json.read(json.getBytes(StandardCharsets.UTF_8), ServerDocument.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
