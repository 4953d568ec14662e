package org.gatehouse.bench;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.implementation.StubMethod;
import org.gatehouse.audit.AuditLog;
import org.gatehouse.it.BenchServer;
import org.gatehouse.it.Mcp;
import org.gatehouse.platform.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the durable event costs: {@code tools/call} of a 10-row query on a server as it is, and on one whose {@link AuditLog} writes nothing. Only
 * this benchmark has such a server; it changes a class in a copy of the WAR.
 */
class EventWriteBench {
    private static final int PAIRS = Integer.getInteger("bench.pairs", 7);
    private static final Duration WARM_UP = Duration.ofSeconds(Integer.getInteger("bench.warm-up", 20));
    private static final Duration RUN = Duration.ofSeconds(Integer.getInteger("bench.run", 10));
    private static final int CONNECTIONS = 4;
    private static final String SOQL = "SELECT Id, Name, Industry FROM Account ORDER BY Id LIMIT 10";

    @TempDir
    Path directory;

    @Test
    void comparesCallsWithTheirEventAndWithoutOnH2() throws Exception {
        compare("H2", Map.of(), Map.of());
    }

    @Test
    void comparesCallsWithTheirEventAndWithoutOnPostgresql() throws Exception {
        // As in production: a commit is on the disk.
        try (EmbeddedPostgres with = durable(); EmbeddedPostgres without = durable()) {
            compare("PostgreSQL", environment(with), environment(without));
        }
    }

    private void compare(String product, Map<String, String> one, Map<String, String> other) throws Exception {
        try (BenchServer with = new BenchServer(directory.resolve("with"), one, deployments -> {});
                BenchServer without = new BenchServer(directory.resolve("without"), other, EventWriteBench::forgetEvents);
                Load load = new Load(CONNECTIONS)) {
            HttpRequest recorded = request(with);
            HttpRequest forgotten = request(without);
            List<Load.Figures> recordedRuns = new ArrayList<>();
            List<Load.Figures> forgottenRuns = new ArrayList<>();
            load.run(recorded, "Cedar", WARM_UP);
            load.run(forgotten, "Cedar", WARM_UP);
            for (int pair = 0; pair < PAIRS; pair++) {
                // Whoever is second runs on a warmer machine.
                if (pair % 2 == 0) {
                    recordedRuns.add(load.run(recorded, "Cedar", RUN));
                    forgottenRuns.add(load.run(forgotten, "Cedar", RUN));
                } else {
                    forgottenRuns.add(load.run(forgotten, "Cedar", RUN));
                    recordedRuns.add(load.run(recorded, "Cedar", RUN));
                }
            }
            var report = new Report("event-write-" + product);
            report.line("%s with events     %s", product, Load.Figures.median(recordedRuns));
            report.line("%s without events  %s", product, Load.Figures.median(forgottenRuns));
            report.line("%s ratio of requests a second, with to without: %.3f", product, Load.Figures.ratio(recordedRuns, forgottenRuns));
        }
    }

    /** In the copy of the WAR, the method that writes events returns at once. */
    private static void forgetEvents(Path deployments) throws IOException {
        byte[] silent = new ByteBuddy().redefine(AuditLog.class).method(named("write")).intercept(StubMethod.INSTANCE).make().getBytes();
        try (Stream<Path> wars = Files.list(deployments)) {
            Path war = wars.filter(file -> file.toString().endsWith(".war")).findFirst().orElseThrow();
            try (FileSystem zip = FileSystems.newFileSystem(war)) {
                Path type = zip.getPath("WEB-INF/classes/org/gatehouse/audit/AuditLog.class");
                assertThat(type).exists();
                Files.write(type, silent);
            }
        }
    }

    private static HttpRequest request(BenchServer server) throws Exception {
        return HttpRequest.newBuilder(URI.create(server.url() + "/mcp/v1/platform/object-reads"))
                .header("Authorization", "Bearer " + server.token("rep.west.1"))
                .header("Accept", "application/json, text/event-stream")
                .header("Content-Type", "application/json")
                .header("MCP-Protocol-Version", Mcp.VERSION)
                .header("Mcp-Method", "tools/call")
                .header("Mcp-Name", "soqlQuery")
                .POST(HttpRequest.BodyPublishers.ofByteArray(Json.write(Mcp.toolCall("soqlQuery", Json.object().put("query", SOQL)))))
                .build();
    }

    private static EmbeddedPostgres durable() throws IOException {
        return EmbeddedPostgres.builder().setServerConfig("fsync", "on").setServerConfig("synchronous_commit", "on").start();
    }

    private static Map<String, String> environment(EmbeddedPostgres database) {
        return Map.of(
                "GATEHOUSE_DB_DRIVER", "postgresql", "GATEHOUSE_DB_URL", database.getJdbcUrl("postgres", "postgres"), "GATEHOUSE_DB_USER", "postgres",
                "GATEHOUSE_DB_PASSWORD", "postgres");
    }
}
