package org.gatehouse.mcp.task;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import org.gatehouse.platform.configuration.Deployment;
import org.gatehouse.platform.crypto.MasterKey;
import org.gatehouse.platform.database.Database;

/** Tasks on a database, with a key of their own. */
@SuppressWarnings("UnnecessaryAssignment") // The test stands in for the container that injects.
public final class TestTasks {
    private TestTasks() {}

    /** Tasks of one node. */
    public static Tasks of(Database database, InstantSource clock) {
        try {
            Path home = Files.createTempDirectory("gatehouse");
            Tasks tasks = new Tasks();
            tasks.database = database;
            tasks.clock = clock;
            tasks.deployment = new Deployment("https://gate.example", false, home.toString());
            tasks.node = "node";
            MasterKey.create(MasterKey.file(tasks.deployment));
            return tasks;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
