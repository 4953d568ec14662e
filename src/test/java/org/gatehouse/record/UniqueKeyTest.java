package org.gatehouse.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatehouse.record.RecordWorld.refusal;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.gatehouse.platform.json.Json;
import org.gatehouse.platform.problem.Problem;
import org.gatehouse.testing.SampleWorld.Product;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A unique key tells who may write that a value is in use. That cannot be hidden, but it is told only so many times. */
class UniqueKeyTest {
    private static final int MOST = 3;
    private static final String PROBER = "rep.west.2";
    private static final String TAKEN = "{\"Name\": \"x\", \"Phone\": \"1\"}";

    @ParameterizedTest
    @EnumSource(Product.class)
    void p19WhoTriesValuesIsStoppedAndNobodyElseIs(Product product) {
        var company = company(product);
        for (int i = 0; i < MOST; i++) {
            assertThat(refusal(() -> company.create(PROBER, "Account", TAKEN)).code()).isEqualTo("DUPLICATE_VALUE");
        }

        Problem spent = refusal(() -> company.create(PROBER, "Account", TAKEN));
        Problem free = refusal(() -> company.create(PROBER, "Account", "{\"Name\": \"x\", \"Phone\": \"2\"}"));

        assertThat(spent).as("a value in use and a free one answer alike").isEqualTo(free)
                .isInstanceOfSatisfying(Problem.BudgetSpent.class, problem -> assertThat(problem.retryAfter()).isEqualTo(Duration.ofHours(1)));
        assertThat(company.create("rep.west.1", "Account", "{\"Name\": \"y\", \"Phone\": \"3\"}")).isNotEmpty();
        company.later(Duration.ofMinutes(59));
        assertThat(refusal(() -> company.create(PROBER, "Account", TAKEN)).code()).isEqualTo("REQUEST_LIMIT_EXCEEDED");
        company.later(Duration.ofMinutes(1));
        assertThat(company.create(PROBER, "Account", "{\"Name\": \"x\", \"Phone\": \"2\"}")).as("the hour is over").isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource(Product.class)
    void p19ManyValuesInOneRequestCountEachAndSoDoPreviews(Product product) {
        var company = company(product);
        List<RecordChange> changes = Collections.nCopies(MOST, new RecordChange.Create(Json.literal(TAKEN)));
        List<RowResult> tried = company.write(PROBER, new RecordRequest("Account", changes, false, true, Optional.empty()));
        assertThat(tried).hasSize(MOST).allSatisfy(result -> assertThat(result.errors()).singleElement()
                .satisfies(error -> assertThat(error.errorCode()).isEqualTo("DUPLICATE_VALUE")));

        Problem spent = refusal(() -> company.create(PROBER, "Account", TAKEN));

        assertThat(spent.code()).isEqualTo("REQUEST_LIMIT_EXCEEDED");
    }

    /** Somebody's account holds the value, and whoever tries it does not see that account. */
    private static RecordWorld company(Product product) {
        var company = new RecordWorld(product);
        company.unique("account", "phone");
        company.tellsOfDuplicates(MOST);
        String hidden = company.create("rep.west.1", "Account", TAKEN);
        assertThat(company.sees(PROBER, "Account", hidden)).isFalse();
        return company;
    }
}
