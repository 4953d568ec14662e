package org.gatehouse.setup;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.gatehouse.platform.database.ConfigurationVersions;
import org.gatehouse.platform.database.Database;
import org.gatehouse.platform.json.Json;
import org.gatehouse.platform.network.ClientAddress;
import org.gatehouse.platform.problem.Violations;
import org.gatehouse.testing.SampleWorld.Product;
import org.gatehouse.testing.TestDatabases;
import org.gatehouse.testing.TestPostgres;
import org.jspecify.annotations.Nullable;

/** A setup of two kinds of things, teams and the rooms that belong to them, as services would keep them. */
@SuppressWarnings("UnnecessaryAssignment") // The test stands in for the container that injects.
final class SetupWorld {
    static final Instant NOW = Instant.parse("2026-11-28T10:00:00Z");
    static final SetupAuthor ADA = new SetupAuthor("005", "ada", ClientAddress.UNKNOWN, false);

    final Map<String, Team> teams = new TreeMap<>();
    final Map<String, Room> rooms = new TreeMap<>();

    /** What was asked of the services, in order. */
    final List<String> done = new ArrayList<>();

    final SetupService service = new SetupService();
    final AppliedSetups applied;

    SetupWorld(Product product) {
        var database = new Database(product == Product.H2 ? TestDatabases.empty() : TestPostgres.empty());
        applied = new AppliedSetups(database);
        service.parts = new SetupParts(List.of(
                new RecordPart<>("teams", Team.class, () -> teams)
                        .named("name")
                        .naming(team -> RecordPart.texts(List.of(team.path("above"))))
                        .created((name, team, author) -> put("create", name, team, null))
                        .updated((name, team, author) -> put("update", name, team, team.version()))
                        .deleted((name, team, author) -> {
                            done.add("delete team " + name);
                            teams.remove(name);
                        }),
                new RecordPart<>("rooms", Room.class, () -> rooms).updated((name, room, author) -> {
                    done.add("update room " + name);
                    rooms.put(name, room);
                })));
        service.applied = applied;
        service.versions = new ConfigurationVersions(database);
        service.clock = () -> NOW;
    }

    private void put(String what, String name, Team team, @Nullable Integer version) {
        if (team.size() < 0) {
            throw Violations.one("/size", "no team is smaller than nothing");
        }
        done.add(what + " team " + name + (version == null ? "" : " at " + version));
        teams.put(name, new Team(name, team.above(), team.size(), version == null ? 1 : version + 1));
    }

    SetupWorld team(String name, @Nullable String above, long size) {
        teams.put(name, new Team(name, above, size, 7));
        return this;
    }

    static SetupDocument document(String parts) {
        try {
            return Json.read(("{\"format\": 1, \"parts\": " + parts + "}").getBytes(StandardCharsets.UTF_8), SetupDocument.class);
        } catch (IOException e) {
            throw new IllegalArgumentException(parts, e);
        }
    }

    AppliedSetup apply(SetupDocument document, boolean prune) {
        return service.apply(document, prune, service.plan(document, prune).basis(), ADA);
    }

    /** Changes in short. */
    static List<String> text(List<SetupChange> changes) {
        return changes.stream().map(it -> it.kind() + " " + it.part() + "/" + it.name() + " " + shown(it.before()) + " -> " + shown(it.after())).toList();
    }

    private static String shown(@Nullable JsonNode value) {
        return value == null ? "nothing" : value.toString();
    }

    record Team(String name, @Nullable String above, long size, @Nullable Integer version) {}

    record Room(int seats, Set<String> teams) {}
}
