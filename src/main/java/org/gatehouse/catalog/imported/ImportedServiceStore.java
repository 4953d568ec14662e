package org.gatehouse.catalog.imported;

import static org.gatehouse.platform.database.schema.Tables.IMPORTED_SERVICE;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatehouse.platform.crypto.OpaqueToken;
import org.gatehouse.platform.database.ConfigurationVersions;
import org.gatehouse.platform.database.ConfigurationVersions.Topic;
import org.gatehouse.platform.database.Database;
import org.gatehouse.platform.json.Json;
import org.gatehouse.platform.problem.Problem;
import org.gatehouse.platform.problem.ProblemException;
import org.gatehouse.platform.problem.Violations;
import org.jooq.Record;

/** The rows of imported services. Whoever changes one has checked it and begun a transaction. */
@Singleton
class ImportedServiceStore {
    private final Database database;
    private final ConfigurationVersions versions;
    private final InstantSource clock;

    @Inject
    ImportedServiceStore(Database database, ConfigurationVersions versions, InstantSource clock) {
        this.database = database;
        this.versions = versions;
        this.clock = clock;
    }

    /** All of them, by name. */
    List<StoredService> all() {
        return database.sql().selectFrom(IMPORTED_SERVICE).orderBy(IMPORTED_SERVICE.NAME).fetch(ImportedServiceStore::service);
    }

    Optional<StoredService> find(String name) {
        return database.sql().selectFrom(IMPORTED_SERVICE).where(IMPORTED_SERVICE.NAME.eq(name)).fetchOptional(ImportedServiceStore::service);
    }

    /** The mark of each service's last write, by name. */
    Map<String, String> revisions() {
        return database.sql().select(IMPORTED_SERVICE.NAME, IMPORTED_SERVICE.REVISION).from(IMPORTED_SERVICE).fetchMap(IMPORTED_SERVICE.NAME, IMPORTED_SERVICE.REVISION);
    }

    void create(StoredService service) {
        // The version's row comes first: it lets one change through at a time.
        versions.changed(Topic.ACCESS);
        if (find(service.name()).isPresent()) {
            throw Violations.one("/name", "there is a service of this name already");
        }
        database.sql()
                .insertInto(IMPORTED_SERVICE)
                .set(IMPORTED_SERVICE.NAME, service.name())
                .set(IMPORTED_SERVICE.BASE_URL, service.baseUrl())
                .set(IMPORTED_SERVICE.AUDIENCE, service.audience())
                .set(IMPORTED_SERVICE.DESCRIPTION, service.description())
                .set(IMPORTED_SERVICE.OPERATIONS, Json.text(service.operations()))
                .set(IMPORTED_SERVICE.REVISION, OpaqueToken.create().value())
                .set(IMPORTED_SERVICE.CHANGED_AT, now())
                .set(IMPORTED_SERVICE.CHANGED_BY, service.changedBy())
                .execute();
    }

    /** Changes the service at the version that it has here. */
    void edit(StoredService service) {
        versions.changed(Topic.ACCESS);
        requireChanged(database.sql()
                .update(IMPORTED_SERVICE)
                .set(IMPORTED_SERVICE.BASE_URL, service.baseUrl())
                .set(IMPORTED_SERVICE.AUDIENCE, service.audience())
                .set(IMPORTED_SERVICE.DESCRIPTION, service.description())
                .set(IMPORTED_SERVICE.OPERATIONS, Json.text(service.operations()))
                .set(IMPORTED_SERVICE.VERSION, IMPORTED_SERVICE.VERSION.plus(1))
                .set(IMPORTED_SERVICE.REVISION, OpaqueToken.create().value())
                .set(IMPORTED_SERVICE.CHANGED_AT, now())
                .set(IMPORTED_SERVICE.CHANGED_BY, service.changedBy())
                .where(IMPORTED_SERVICE.NAME.eq(service.name()).and(IMPORTED_SERVICE.VERSION.eq(service.version())))
                .execute());
    }

    void delete(String name, int version) {
        versions.changed(Topic.ACCESS);
        requireChanged(database.sql().deleteFrom(IMPORTED_SERVICE).where(IMPORTED_SERVICE.NAME.eq(name).and(IMPORTED_SERVICE.VERSION.eq(version))).execute());
    }

    private static void requireChanged(int rows) {
        if (rows != 1) {
            throw new ProblemException(new Problem.Conflict("The service was changed meanwhile. Read it again."));
        }
    }

    private static StoredService service(Record row) {
        return new StoredService(
                row.get(IMPORTED_SERVICE.NAME), row.get(IMPORTED_SERVICE.BASE_URL), row.get(IMPORTED_SERVICE.AUDIENCE), row.get(IMPORTED_SERVICE.DESCRIPTION),
                operations(row.get(IMPORTED_SERVICE.OPERATIONS)), row.get(IMPORTED_SERVICE.VERSION), row.get(IMPORTED_SERVICE.CHANGED_AT).toString(),
                row.get(IMPORTED_SERVICE.CHANGED_BY));
    }

    private static List<OfferedOperation> operations(String text) {
        try {
            return List.of(Json.read(text.getBytes(StandardCharsets.UTF_8), OfferedOperation[].class));
        } catch (IOException e) {
            throw new IllegalStateException("The operations of an imported service cannot be read: " + Json.complaint(e), e);
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
