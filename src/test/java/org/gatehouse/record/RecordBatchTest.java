package org.gatehouse.record;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.gatehouse.record.RecordWorld.refusal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.gatehouse.platform.json.Json;
import org.gatehouse.platform.problem.Problem;
import org.gatehouse.record.RowResult.RowError;
import org.gatehouse.testing.SampleWorld.Product;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Several records at once, tried out, and repeated. */
class RecordBatchTest {
    private static final String NAMED = "SELECT Name FROM Account WHERE Name LIKE 'batch %' ORDER BY Name";

    @ParameterizedTest
    @EnumSource(Product.class)
    void oneRefusalTakesEverythingBack(Product product) {
        var company = new RecordWorld(product);

        Problem refused = refusal(() -> company.write("rep.west.1", request(true, "batch 1", "", "batch 3")));

        assertThat(refused.code()).isEqualTo("REQUIRED_FIELD_MISSING");
        assertThat(refused.message()).startsWith("Record 2: ");
        assertThat(company.query("rep.west.1", NAMED)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Product.class)
    void withoutAllOrNoneEachRecordHasItsOwnResult(Product product) {
        var company = new RecordWorld(product);

        var results = company.write("rep.west.1", request(false, "batch 1", "", "batch 3"));

        assertThat(results).extracting(RowResult::success).containsExactly(true, false, true);
        assertThat(results.get(1).errors()).extracting(RowError::errorCode).containsExactly("REQUIRED_FIELD_MISSING");
        assertThat(company.query("rep.west.1", NAMED)).extracting(it -> it.path("Name").asText()).containsExactly("batch 1", "batch 3");
    }

    @ParameterizedTest
    @EnumSource(Product.class)
    void q19ARequestHasAtMostTwoHundredRecords(Product product) {
        var company = new RecordWorld(product);

        assertThat(refusal(() -> request(true, Collections.nCopies(201, "batch").toArray(String[]::new)))).isInstanceOf(Problem.LimitExceeded.class);
        assertThat(company.write("rep.west.1", request(true, Collections.nCopies(200, "batch x").toArray(String[]::new)))).hasSize(200);
        assertThat(company.query("rep.west.1", NAMED)).hasSize(200);
    }

    @ParameterizedTest
    @EnumSource(Product.class)
    void aPreviewShowsTheChangeAndLeavesNothing(Product product) {
        var company = new RecordWorld(product);
        var before = company.create("rep.west.1", "Case", "{\"Subject\": \"a\", \"Status\": \"New\"}");
        String number = company.seen("rep.west.1", "Case", before, "CaseNumber").path("CaseNumber").asText();
        var create = new RecordRequest(
                "Case", List.of(new RecordChange.Create(Json.literal("{\"Subject\": \"b\", \"Status\": \"New\"}"))), true, true, Optional.empty());

        var results = company.write("rep.west.1", create);

        assertThat(results.getFirst().record().orElseThrow().path("Subject").asText()).isEqualTo("b");
        assertThat(company.query("rep.west.1", "SELECT Id FROM Case WHERE Subject = 'b'")).isEmpty();
        String next = company.create("rep.west.1", "Case", "{\"Subject\": \"c\", \"Status\": \"New\"}");
        assertThat(number(company.seen("rep.west.1", "Case", next, "CaseNumber").path("CaseNumber").asText())).as("no number was used").isEqualTo(number(number) + 1);
        assertThat(refusal(() -> company.write("rep.west.1", new RecordRequest(
                "Case", List.of(new RecordChange.Create(Json.literal("{\"Status\": \"Odd\"}"))), true, true, Optional.empty()))).code())
                .isEqualTo("INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST");
    }

    @ParameterizedTest
    @EnumSource(Product.class)
    void l06ARepeatedRequestHasOneEffectAndTheSameAnswer(Product product) {
        var company = new RecordWorld(product);
        var request = keyed("k-1", "batch 1");

        var first = company.write("rep.west.1", request);
        var again = company.write("rep.west.1", keyed("k-1", "batch 1"));
        company.write("rep.west.2", keyed("k-1", "batch 1"));

        assertThat(again).isEqualTo(first);
        assertThat(company.query("rep.west.1", NAMED)).hasSize(1);
        assertThat(company.query("rep.west.2", NAMED)).as("another person's key is another key").hasSize(1);
        assertThat(refusal(() -> company.write("rep.west.1", keyed("k-1", "batch 2"))).code()).isEqualTo("IDEMPOTENCY_KEY_REUSED");
        company.later(Duration.ofHours(25));
        company.write("rep.west.1", keyed("k-1", "batch 2"));
        assertThat(company.query("rep.west.1", NAMED)).as("a key is kept for a day").hasSize(2);
    }

    @ParameterizedTest
    @EnumSource(Product.class)
    void aRefusedRequestMayBeMendedUnderItsKey(Product product) {
        var company = new RecordWorld(product);

        refusal(() -> company.write("rep.west.1", keyed("k-1", "")));

        assertThat(company.write("rep.west.1", keyed("k-1", "batch 1"))).extracting(RowResult::success).containsExactly(true);
    }

    @ParameterizedTest
    @EnumSource(Product.class)
    void l18TheSameRequestManyTimesAtOnceHasOneEffect(Product product) throws Exception {
        var company = new RecordWorld(product);
        int threads = 8;
        var barrier = new CyclicBarrier(threads);
        List<Callable<List<RowResult>>> calls = Collections.nCopies(threads, () -> {
            barrier.await();
            return company.write("rep.west.1", keyed("k-1", "batch 1"));
        });

        List<List<RowResult>> answers = new ArrayList<>();
        try (var executor = Executors.newFixedThreadPool(threads)) {
            for (var answer : executor.invokeAll(calls)) {
                answers.add(answer.get());
            }
        }

        assertThat(answers.stream().map(it -> it.getFirst().id().orElseThrow()).collect(toSet())).hasSize(1);
        assertThat(company.query("rep.west.1", NAMED)).hasSize(1);
    }

    private static RecordRequest request(boolean allOrNone, String... names) {
        return new RecordRequest("Account", changes(names), allOrNone, false, Optional.empty());
    }

    private static RecordRequest keyed(String key, String name) {
        return new RecordRequest("Account", changes(name), true, false, Optional.of(key));
    }

    private static List<RecordChange> changes(String... names) {
        List<RecordChange> changes = new ArrayList<>();
        for (String name : names) {
            ObjectNode values = Json.object().put("Name", name);
            changes.add(new RecordChange.Create(values));
        }
        return changes;
    }

    private static long number(String caseNumber) {
        return Long.parseLong(caseNumber.substring(2));
    }
}
