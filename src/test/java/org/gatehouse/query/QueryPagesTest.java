package org.gatehouse.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.crypto.spec.SecretKeySpec;
import org.gatehouse.identity.Caller;
import org.gatehouse.platform.problem.ProblemException;
import org.gatehouse.testing.SampleWorld;
import org.gatehouse.testing.SampleWorld.Product;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Answers page by page, with cursors that hold nothing. */
class QueryPagesTest {
    private static final int PAGE = 7;
    private static final String ACCOUNTS = "SELECT Id, Name FROM Account ORDER BY Name";

    private Instant now = SampleWorld.NOW;

    @ParameterizedTest
    @EnumSource
    void allPagesTogetherAreTheWholeAnswer(Product product) {
        var world = SampleWorld.shared(product);
        var service = service(world, PAGE, 50_000);
        var caller = world.caller("admin");

        List<String> ids = new ArrayList<>();
        Optional<String> cursor = Optional.empty();
        int pages = 0;
        do {
            QueryResult page = service.query(caller, ACCOUNTS + " LIMIT 40", cursor);
            page.records().forEach(record -> ids.add(record.path("Id").asText()));
            cursor = page.cursor();
            assertThat(page.done()).isEqualTo(cursor.isEmpty());
            pages++;
        } while (cursor.isPresent());

        assertThat(pages).isEqualTo(6);
        assertThat(ids).doesNotHaveDuplicates()
                .containsExactlyElementsOf(world.query("admin", ACCOUNTS + " LIMIT 40").records().stream().map(record -> record.path("Id").asText()).toList());
    }

    @Test
    void groupsHavePagesToo() {
        var world = SampleWorld.shared(Product.H2);
        var service = service(world, PAGE, 50_000);
        String groups = "SELECT OwnerId, COUNT(Id) n FROM Account GROUP BY OwnerId";

        var first = service.query(world.caller("admin"), groups, Optional.empty());
        var second = service.query(world.caller("admin"), groups, first.cursor());

        assertThat(first.records()).hasSize(PAGE).doesNotContainAnyElementsOf(second.records());
    }

    /** The record that the second page would have begun with is another's by then, and so is a field. */
    @ParameterizedTest
    @EnumSource
    void p38ThePageAfterALossObeysTheLoss(Product product) {
        var world = SampleWorld.own(product);
        var service = service(world, 2, 50_000);
        var caller = world.caller("manager.west");
        String soql = "SELECT Id, NextStep FROM Opportunity ORDER BY Id";
        var first = service.query(caller, soql, Optional.empty());
        String next = world.query("manager.west", soql + " LIMIT 1 OFFSET 2").records().getFirst().path("Id").asText();
        world.database().sql().query("UPDATE records.opportunity SET owner_id = ? WHERE id = ?", world.userId("rep.east.1"), next).execute();

        var second = service.query(caller, soql, first.cursor());

        assertThat(second.records()).isNotEmpty().noneMatch(record -> record.path("Id").asText().equals(next));

        world.database().sql().execute("DELETE FROM gatehouse.field_permission WHERE field_name = 'NextStep'");
        var later = new Caller(
                caller.userId(), caller.username(), caller.clientId(), caller.grantId(), caller.resource(), caller.scopes(), caller.accessVersion() + 1);
        var refusal = catchThrowableOfType(ProblemException.class, () -> service.query(later, soql, first.cursor()));
        assertThat(refusal.problem().code()).isEqualTo("INVALID_FIELD");
    }

    @Test
    void aCursorContinuesNothingButItsQueryForItsCallerInItsTime() {
        var world = SampleWorld.shared(Product.H2);
        var service = service(world, PAGE, 50_000);
        var caller = world.caller("admin");
        String cursor = service.query(caller, ACCOUNTS, Optional.empty()).cursor().orElseThrow();
        byte[] altered = Base64.getUrlDecoder().decode(cursor);
        altered[7]++;

        assertThat(code(service, caller, ACCOUNTS + " LIMIT 100", cursor)).isEqualTo("INVALID_QUERY_LOCATOR");
        assertThat(code(service, world.caller("rep.west.1"), ACCOUNTS, cursor)).isEqualTo("INVALID_QUERY_LOCATOR");
        assertThat(code(service, through(caller, "claude", caller.resource()), ACCOUNTS, cursor)).isEqualTo("INVALID_QUERY_LOCATOR");
        assertThat(code(service, through(caller, caller.clientId(), "http://localhost:8080/mcp/v1/custom/Other"), ACCOUNTS, cursor))
                .isEqualTo("INVALID_QUERY_LOCATOR");
        assertThat(code(service, caller, ACCOUNTS, Base64.getUrlEncoder().encodeToString(altered))).isEqualTo("INVALID_QUERY_LOCATOR");
        for (String nonsense : List.of("", "x", "!!", cursor + "AAAA", cursor.substring(4))) {
            assertThat(code(service, caller, ACCOUNTS, nonsense)).as(nonsense).isEqualTo("INVALID_QUERY_LOCATOR");
        }
        assertThat(service.query(caller, ACCOUNTS, Optional.of(cursor)).records()).hasSize(PAGE);
        now = now.plus(Duration.ofDays(2));
        assertThat(code(service, caller, ACCOUNTS, cursor)).isEqualTo("INVALID_QUERY_LOCATOR");
    }

    @Test
    void aQueryEndsAtTheMostRowsOfAllItsPages() {
        var world = SampleWorld.shared(Product.H2);
        var service = service(world, PAGE, 2 * PAGE);

        var first = service.query(world.caller("admin"), ACCOUNTS, Optional.empty());
        var second = service.query(world.caller("admin"), ACCOUNTS, first.cursor());

        assertThat(second.done()).isFalse();
        assertThat(second.cursor()).isEmpty();
    }

    private static String code(QueryService service, Caller caller, String soql, String cursor) {
        return catchThrowableOfType(ProblemException.class, () -> service.query(caller, soql, Optional.of(cursor))).problem().code();
    }

    private static Caller through(Caller caller, String client, String resource) {
        return new Caller(caller.userId(), caller.username(), client, caller.grantId(), resource, Set.of(), caller.accessVersion());
    }

    @SuppressWarnings("UnnecessaryAssignment") // Stands in for the container, which injects them on the server.
    private QueryService service(SampleWorld world, int page, int rows) {
        InstantSource clock = () -> now;
        QueryConfiguration configuration = new QueryConfiguration(Duration.ofSeconds(30), 100_000, 50, 30, page, rows, Duration.ofDays(2));
        QueryService service = new QueryService();
        service.engine = new QueryEngine(world.database(), configuration, clock);
        service.permissions = world.permissions();
        service.cursors = new QueryCursors(() -> new SecretKeySpec(new byte[32], "AES"), configuration.cursorLifetime(), clock);
        return service;
    }
}
