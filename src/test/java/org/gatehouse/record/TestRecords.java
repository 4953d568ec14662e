package org.gatehouse.record;

import java.time.Duration;
import java.time.InstantSource;
import org.gatehouse.identity.Users;
import org.gatehouse.metadata.ObjectCatalogs;
import org.gatehouse.metadata.validation.ValidationRules;
import org.gatehouse.permission.PermissionEngine;
import org.gatehouse.platform.database.Database;
import org.gatehouse.query.QueryEngine;
import org.gatehouse.testing.SampleWorld;

/** The record service without its container. */
public final class TestRecords {
    private TestRecords() {}

    /** A service that writes into the world. */
    public static RecordService service(SampleWorld world) {
        return service(world, InstantSource.fixed(SampleWorld.NOW));
    }

    /** A service with a clock of the test's. */
    public static RecordService service(SampleWorld world, InstantSource clock) {
        return service(world.database(), world.permissions(), world.queries(Duration.ofSeconds(30)), clock);
    }

    /** A service of any world. */
    @SuppressWarnings("UnnecessaryAssignment") // Stands in for the container, which injects them on the server.
    public static RecordService service(Database database, PermissionEngine permissions, QueryEngine engine, InstantSource clock) {
        RecordService service = new RecordService();
        service.database = database;
        service.permissions = permissions;
        service.engine = engine;
        service.rules = new ValidationRules(database, new ObjectCatalogs(database));
        service.duplicates = new DuplicateAnswers(1_000, clock);
        service.clock = clock;
        return service;
    }

    /** Explanations of who may do what in a world. */
    @SuppressWarnings("UnnecessaryAssignment") // Stands in for the container, which injects them on the server.
    public static AccessExplanationService explanations(SampleWorld world) {
        AccessExplanationService service = new AccessExplanationService();
        service.database = world.database();
        service.permissions = world.permissions();
        service.users = new Users(world.database());
        return service;
    }

    /** The purge of a world, with a clock of the test's. */
    @SuppressWarnings("UnnecessaryAssignment") // Stands in for the container, which injects them on the server.
    static RecordPurge purge(SampleWorld world, InstantSource clock) {
        RecordPurge purge = new RecordPurge();
        purge.database = world.database();
        purge.catalogs = new ObjectCatalogs(world.database());
        purge.clock = clock;
        return purge;
    }
}
