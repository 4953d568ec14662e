package org.gatehouse.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatehouse.platform.database.schema.Tables.RECYCLE_BIN;
import static org.gatehouse.record.RecordWorld.refusal;

import java.time.Duration;
import java.util.List;
import org.gatehouse.platform.problem.Problem;
import org.gatehouse.record.RecordPurge.Deleted;
import org.gatehouse.testing.SampleWorld.Product;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Records deleted and restored. */
class RecordBinTest {
    @ParameterizedTest
    @EnumSource(Product.class)
    void p45ADeletedRecordIsGoneUntilItIsRestored(Product product) {
        var company = new RecordWorld(product);
        String id = company.create("rep.west.1", "Account", "{\"Name\": \"Nordlicht\"}");

        company.delete("rep.west.1", "Account", id);

        assertThat(company.sees("rep.west.1", "Account", id)).isFalse();
        assertThat(refusal(() -> company.update("rep.west.1", "Account", id, "{\"Phone\": \"1\"}"))).isInstanceOf(Problem.NotFound.class);
        assertThat(refusal(() -> company.delete("rep.west.1", "Account", id))).isInstanceOf(Problem.NotFound.class);
        assertThat(refusal(() -> company.undelete("rep.west.2", "Account", id))).as("somebody else's bin").isInstanceOf(Problem.NotFound.class);

        var restored = company.undelete("rep.west.1", "Account", id);

        assertThat(restored.record().orElseThrow().path("Name").asText()).isEqualTo("Nordlicht");
        assertThat(refusal(() -> company.undelete("rep.west.1", "Account", id))).as("not in the bin").isInstanceOf(Problem.NotFound.class);
        assertThat(company.world.database().sql().fetchCount(RECYCLE_BIN)).isZero();
    }

    @ParameterizedTest
    @EnumSource(Product.class)
    void detailsGoAndComeBackWithTheirMaster(Product product) {
        var company = new RecordWorld(product);
        String deal = deal(company);
        String early = line(company, deal, "early");
        String late = line(company, deal, "late");
        company.delete("rep.west.1", "OpportunityLine", early);

        company.delete("rep.west.1", "Opportunity", deal);

        assertThat(company.sees("rep.west.1", "OpportunityLine", late)).isFalse();

        company.undelete("rep.west.1", "Opportunity", deal);

        assertThat(company.seen("rep.west.1", "OpportunityLine", late, "Name").path("Name").asText()).isEqualTo("late");
        assertThat(company.sees("rep.west.1", "OpportunityLine", early)).as("was deleted for itself").isFalse();
        assertThat(company.undelete("rep.west.1", "OpportunityLine", early).success()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(Product.class)
    void aDetailIsNotRestoredWithoutItsMaster(Product product) {
        var company = new RecordWorld(product);
        String deal = deal(company);
        String line = line(company, deal, "line");
        company.delete("rep.west.1", "Opportunity", deal);

        assertThat(refusal(() -> company.undelete("rep.west.1", "OpportunityLine", line))).isInstanceOf(Problem.NotFound.class);
    }

    @ParameterizedTest
    @EnumSource(Product.class)
    void aDetailNeedsTheRightToChangeItsMaster(Product product) {
        var company = new RecordWorld(product);
        String deal = deal(company);

        Problem hidden = refusal(() -> line(company, deal, "foreign", "rep.west.2"));
        Problem absent = refusal(() -> line(company, "006zzzzzzzzzzzzzzz", "foreign", "rep.west.2"));

        assertThat(hidden).isEqualTo(absent);
    }

    @ParameterizedTest
    @EnumSource(Product.class)
    void whatLiesInTheBinForItsTimeIsPurgedWithItsDetails(Product product) {
        var company = new RecordWorld(product);
        var purge = TestRecords.purge(company.world, company::now);
        String account = company.create("rep.west.1", "Account", "{\"Name\": \"Ebbe\"}");
        String contact = company.create("rep.west.1", "Contact", "{\"Name\": \"Still here\", \"LastName\": \"Here\", \"AccountId\": \"" + account + "\"}");
        String deal = deal(company);
        String line = line(company, deal, "line");
        String restored = deal(company);
        List.of(deal, restored).forEach(id -> company.delete("rep.west.1", "Opportunity", id));
        company.delete("rep.west.1", "Account", account);
        company.undelete("rep.west.1", "Opportunity", restored);

        company.later(RecordPurge.KEPT);
        assertThat(purge.due()).as("on the last day").isEmpty();
        company.later(Duration.ofMillis(1));
        assertThat(purge.due()).containsExactlyInAnyOrder(new Deleted("Opportunity", deal), new Deleted("Account", account));
        purge.due().forEach(record -> company.world.transactions().run(() -> purged(purge, record)));

        assertThat(purge.due()).isEmpty();
        assertThat(company.rows("opportunity", deal) + company.rows("opportunity_line", line) + company.rows("account", account)).isZero();
        assertThat(company.world.database().sql().fetchCount(RECYCLE_BIN)).isZero();
        assertThat(company.seen("admin", "Contact", contact, "AccountId").path("AccountId").isNull()).isTrue();
        assertThat(company.sees("rep.west.1", "Opportunity", restored)).isTrue();
    }

    @ParameterizedTest
    @EnumSource(Product.class)
    void whatIsNoLongerMarkedAsDeletedIsNotPurged(Product product) {
        var company = new RecordWorld(product);
        var purge = TestRecords.purge(company.world, company::now);
        String account = company.create("rep.west.1", "Account", "{\"Name\": \"Ebbe\"}");
        company.delete("rep.west.1", "Account", account);
        company.set("account", account, "is_deleted", false);

        company.world.transactions().run(() -> purged(purge, new Deleted("Account", account)));

        assertThat(company.sees("rep.west.1", "Account", account)).isTrue();
    }

    private static Deleted purged(RecordPurge purge, Deleted record) {
        purge.purge(record);
        return record;
    }

    private static String deal(RecordWorld company) {
        return company.create("rep.west.1", "Opportunity", """
                {"Name": "Deal", "StageName": "Prospecting", "CloseDate": "2026-12-31"}""");
    }

    private static String line(RecordWorld company, String deal, String name) {
        return line(company, deal, name, "rep.west.1");
    }

    private static String line(RecordWorld company, String deal, String name, String username) {
        String product = company.query("admin", "SELECT Id FROM Product LIMIT 1").getFirst().path("Id").asText();
        return company.create(username, "OpportunityLine", """
                {"Name": "%s", "OpportunityId": "%s", "ProductId": "%s", "Quantity": 1}""".formatted(name, deal, product));
    }
}
