package org.gatehouse.audit.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gatehouse.platform.database.schema.Tables.AUDIT_EVENT;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.gatehouse.audit.Actor;
import org.gatehouse.audit.ArgumentsDigest;
import org.gatehouse.audit.AuditEvent;
import org.gatehouse.audit.Channel;
import org.gatehouse.audit.EventRows;
import org.gatehouse.audit.EventType;
import org.gatehouse.audit.Outcome;
import org.gatehouse.audit.SetupChange;
import org.gatehouse.platform.configuration.Deployment;
import org.gatehouse.platform.database.Database;
import org.gatehouse.platform.problem.ProblemException;
import org.gatehouse.testing.SampleWorld.Product;
import org.gatehouse.testing.TestAudit;
import org.gatehouse.testing.TestDatabases;
import org.gatehouse.testing.TestPostgres;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@SuppressWarnings("UnnecessaryAssignment") // The test stands in for the container that injects.
class EventLogFilesTest {
    private static final Instant TEN = Instant.parse("2026-11-22T10:00:00Z");
    private static final Channel MCP = new Channel(Channel.Family.MCP, "POST", "/mcp/v1/platform/object-reads");

    /** In the order in which administrators know them. */
    private static final List<String> KNOWN = List.of(
            "EVENT_TYPE", "TIMESTAMP", "REQUEST_ID", "ORGANIZATION_ID", "USER_ID", "API_FAMILY", "API_VERSION", "API_RESOURCE", "CLIENT_NAME",
            "HTTP_METHOD", "CLIENT_IP", "COUNTS_AGAINST_API_LIMIT", "CONNECTED_APP_ID", "ENTITY_NAME", "STATUS_CODE", "CONNECTED_APP_NAME",
            "USER_NAME", "TIMESTAMP_DERIVED", "API_CLIENT_CATEGORY");

    @ParameterizedTest
    @EnumSource(Product.class)
    void filesAreOfHoursAndDaysOfUtcWhateverTheMachinesTimeZone(Product product) {
        var log = new Log(product);
        log.usage(TEN.minusSeconds(1), "ada", Outcome.SUCCESS, 200);
        log.usage(TEN, "ada", Outcome.SUCCESS, 200);
        log.usage(TEN.plusSeconds(3_599), "ada", Outcome.SUCCESS, 200);
        log.usage(Instant.parse("2026-11-23T00:00:00Z"), "ada", Outcome.SUCCESS, 200);

        Instant to = Instant.parse("2026-11-24T00:00:00Z");

        assertThat(log.list(LogInterval.HOURLY, TEN.minus(Duration.ofHours(3)), to)).containsExactly(
                "ApiTotalUsage-Hourly-2026112300 1", "ApiTotalUsage-Hourly-2026112210 2", "ApiTotalUsage-Hourly-2026112209 1");
        assertThat(log.list(LogInterval.DAILY, TEN, to)).containsExactly("ApiTotalUsage-Daily-2026112300 1", "ApiTotalUsage-Daily-2026112200 3");
    }

    @ParameterizedTest
    @EnumSource(Product.class)
    void refusedCallsHaveAFileOfTheirOwnToo(Product product) {
        var log = new Log(product);
        log.usage(TEN, "ada", Outcome.REFUSED, 404);
        log.usage(TEN, "ada", Outcome.REFUSED, 400);

        assertThat(log.list(LogInterval.HOURLY, TEN, TEN.plusSeconds(1)))
                .containsExactly("ApiTotalUsage-Hourly-2026112210 2", "InsufficientAccess-Hourly-2026112210 1");
    }

    @ParameterizedTest
    @EnumSource(Product.class)
    void aFileBeginsWithTheColumnsThatAdministratorsKnow(Product product) throws IOException {
        var log = new Log(product);
        log.usage(Instant.parse("2026-11-22T10:20:30.456789Z"), "ada", Outcome.REFUSED, 404);

        List<CsvRecord> lines = log.lines("ApiTotalUsage-Hourly-2026112210");

        assertThat(lines.getFirst().getFields()).startsWith(KNOWN.toArray(String[]::new));
        assertThat(lines).hasSize(2);
        NamedCsvRecord event = log.named("ApiTotalUsage-Hourly-2026112210").getFirst();
        assertThat(event.getField("TIMESTAMP")).isEqualTo("20261122102030.456");
        assertThat(event.getField("TIMESTAMP_DERIVED")).isEqualTo("2026-11-22T10:20:30.456Z");
        assertThat(event.getField("ORGANIZATION_ID")).isEqualTo("gate.example");
        assertThat(event.getField("API_FAMILY")).isEqualTo("MCP");
        assertThat(event.getField("API_CLIENT_CATEGORY")).isEqualTo("GATEHOUSE_HOSTED_MCP");
        assertThat(event.getField("CLIENT_ID")).isEqualTo("inspector");
        assertThat(event.getField("MCP_SERVER")).isEqualTo("platform/object-reads");
        assertThat(event.getField("MCP_TOOL")).isEqualTo("soqlQuery");
        assertThat(event.getField("ENTITY_NAME")).isEqualTo("Account,User");
        assertThat(event.getField("ROWS_RETURNED")).isEqualTo("7");
        assertThat(event.getField("DURATION_MS")).isEqualTo("1.234");
        assertThat(event.getField("STATUS_CODE")).isEqualTo("404");
        assertThat(event.getField("DECISION")).isEqualTo("REFUSED");
        assertThat(event.getField("DECISION_RULE")).isEqualTo("NOT_FOUND");
        assertThat(event.getField("ARGUMENT_NAMES")).isEqualTo("query");
    }

    @ParameterizedTest
    @EnumSource(Product.class)
    void aLongFileIsWrittenPageByPageAndWhole(Product product) throws IOException {
        var log = new Log(product);
        for (int i = 0; i < 4_500; i++) {
            // Many at the same moment: the place in the file is time and number.
            log.usage(TEN.plusSeconds(i / 1_000), "person-" + i, Outcome.SUCCESS, 200);
        }
        log.usage(TEN.plusSeconds(3_600), "later", Outcome.SUCCESS, 200);

        List<NamedCsvRecord> events = log.named("ApiTotalUsage-Hourly-2026112210");

        assertThat(events).extracting(event -> event.getField("USER_NAME")).doesNotHaveDuplicates().hasSize(4_500).doesNotContain("later");
    }

    /** A million with {@code -Devents=1000000}. What a page needs is far below the bound, and what the whole file would need far above it. */
    @Test
    void u20AFileOfAnyLengthNeedsTheMemoryOfAPage() throws IOException {
        var log = new Log(Product.POSTGRESQL);
        int events = Integer.getInteger("events", 40_000);
        log.usage(TEN, "ada", Outcome.SUCCESS, 200);
        log.multiply(events);
        var sink = new MeasuringStream();

        log.csv.write(EventLogFile.of("ApiTotalUsage-Hourly-2026112210").orElseThrow(), sink);

        assertThat(sink.lines).isEqualTo(events + 1);
        assertThat(sink.most - sink.least).as("bytes of memory while it was written").isLessThan(24_000_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\uFF1D1", "\"=1", "' =1", "|cmd", "%x"})
    void u11TextThatASpreadsheetWouldRunIsInert(String text) {
        assertThat(SpreadsheetText.inert(text)).isEqualTo("'" + text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a=1", "Acme - Berlin", "rep.west.1", "{\"a\":\"=1\"}"})
    void otherTextStaysAsItIs(String text) {
        assertThat(SpreadsheetText.inert(text)).isEqualTo(text);
    }

    @Test
    void u11CellsAreInertAndNumbersStayNumbers() throws IOException {
        var log = new Log(Product.H2);
        log.setup("=HYPERLINK(1)");

        NamedCsvRecord event = log.named("SetupAuditTrail-Hourly-2026112210").getFirst();

        assertThat(event.getField("NEW_VALUE")).isEqualTo("'=HYPERLINK(1)");
        assertThat(event.getField("TIMESTAMP")).isEqualTo("20261122100000.000");
    }

    @Test
    void u10TextThatLooksLikeAnotherLineIsOneCell() throws IOException {
        var log = new Log(Product.H2);
        log.setup("a\",\"b\r\n\"SetupAuditTrail\",\"forged");

        assertThat(log.named("SetupAuditTrail-Hourly-2026112210")).singleElement()
                .satisfies(event -> assertThat(event.getField("NEW_VALUE")).contains("a\",\"b").contains("forged"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "ApiTotalUsage-Hourly", "ApiTotalUsage-Hourly-2026112299", "Nothing-Hourly-2026112210", "ApiTotalUsage-Weekly-2026112210",
            "ApiTotalUsage-Daily-2026112210", "ApiTotalUsage-Hourly-2026112210-", "ApiTotalUsage-Hourly-20261122101", "apitotalusage-Hourly-2026112210"})
    void noOtherIdIsAFile(String id) {
        assertThat(EventLogFile.of(id)).isEmpty();
    }

    @Test
    void aRangeIsNeitherEmptyNorEndless() {
        var files = new Log(Product.H2).files;

        assertThatThrownBy(() -> files.list(List.of(LogType.LOGIN), LogInterval.HOURLY, TEN, TEN)).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> files.list(List.of(LogType.LOGIN), LogInterval.HOURLY, TEN, TEN.plus(Duration.ofDays(93))))
                .isInstanceOf(ProblemException.class);
    }

    @ParameterizedTest
    @EnumSource(Product.class)
    void searchNarrowsByEachFilter(Product product) {
        var log = new Log(product);
        log.usage(TEN, "ada", Outcome.SUCCESS, 200);
        log.usage(TEN.plusSeconds(10), "bob", Outcome.REFUSED, 404);
        var search = new EventSearch();
        search.database = log.database;

        assertThat(search.page(filter(null, null, null), null, 10)).extracting(EventView::username).containsExactly("bob", "ada");
        assertThat(search.page(filter("ada", null, null), null, 10)).extracting(EventView::username).containsExactly("ada");
        assertThat(search.page(filter(null, "REFUSED", null), null, 10)).extracting(EventView::username).containsExactly("bob");
        assertThat(search.page(filter(null, null, "User"), null, 10)).hasSize(2);
        assertThat(search.page(filter(null, null, "Use"), null, 10)).as("a whole name").isEmpty();
        assertThat(search.page(filter(null, null, "%"), null, 10)).as("a name, not a pattern").isEmpty();
        long last = search.page(filter(null, null, null), null, 1).getFirst().id();
        assertThat(search.page(filter(null, null, null), last, 10)).extracting(EventView::username).containsExactly("ada");
    }

    private static EventFilter filter(@Nullable String username, @Nullable String outcome, @Nullable String object) {
        return new EventFilter(null, TEN, TEN.plusSeconds(60), username, null, null, null, null, object, null, outcome, null, null, null);
    }

    private static final class Log {
        private final Database database;
        private final EventRows rows;
        private final EventLogFiles files = new EventLogFiles();
        private final EventLogCsv csv = new EventLogCsv();

        Log(Product product) {
            database = new Database(
                    switch (product) {
                        case H2 -> TestDatabases.empty();
                        case POSTGRESQL -> TestPostgres.empty();
                    });
            rows = TestAudit.rows(database);
            files.database = database;
            files.deployment = new Deployment("https://gate.example", false, "/nowhere");
            csv.files = files;
        }

        void usage(Instant when, String username, Outcome outcome, int status) {
            rows.insert(new AuditEvent(
                    when, EventType.API_TOTAL_USAGE, "r-1", new Actor("005", username, "inspector", "g", "192.0.2.1"), MCP, "platform/object-reads",
                    "tools/call", "soqlQuery", new ArgumentsDigest(List.of("query"), "0a"), List.of("Account", "User"), List.of(), 7L, null, outcome,
                    status, outcome == Outcome.SUCCESS ? null : "NOT_FOUND", Duration.ofNanos(1_234_567), "2025-11-25"));
        }

        /** The one event that there is, over and over. */
        void multiply(int events) {
            String columns = Arrays.stream(AUDIT_EVENT.fields()).map(Field::getName).filter(name -> !List.of("id", "event_key").contains(name)).collect(Collectors.joining(", "));
            database.sql().execute("INSERT INTO gatehouse.audit_event (" + columns + ") SELECT " + columns + " FROM gatehouse.audit_event CROSS JOIN generate_series(2, " + events + ")");
        }

        void setup(String after) {
            rows.insert(new AuditEvent(
                    TEN, EventType.SETUP_AUDIT_TRAIL, "r-2", new Actor("005", "ada", null, null, null), Channel.INSIDE, null, "paint.change", null, null,
                    List.of("wall"), List.of(), null, new SetupChange(null, after), Outcome.SUCCESS, 200, null, Duration.ZERO, null));
        }

        List<String> list(LogInterval interval, Instant from, Instant to) {
            return files.list(List.of(LogType.values()), interval, from, to).stream().map(it -> it.file().id() + " " + it.events()).toList();
        }

        List<CsvRecord> lines(String id) throws IOException {
            return CsvReader.builder().ofCsvRecord(text(id)).stream().toList();
        }

        List<NamedCsvRecord> named(String id) throws IOException {
            return CsvReader.builder().ofNamedCsvRecord(text(id)).stream().toList();
        }

        private String text(String id) throws IOException {
            var out = new ByteArrayOutputStream();
            csv.write(EventLogFile.of(id).orElseThrow(), out);
            return out.toString(StandardCharsets.UTF_8);
        }
    }

    /** Counts lines, and looks now and then how much memory is really held. */
    private static final class MeasuringStream extends OutputStream {
        private static final int EACH = 8_000;

        private int lines;
        private long least = Long.MAX_VALUE;
        private long most;

        @Override
        public void write(int one) {
            if (one == '\n') {
                if (lines % EACH == EACH - 1) {
                    measure();
                }
                lines++;
            }
        }

        private void measure() {
            System.gc();
            long used = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
            least = Math.min(least, used);
            most = Math.max(most, used);
        }
    }
}
