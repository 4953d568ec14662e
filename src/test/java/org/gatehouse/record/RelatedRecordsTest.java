package org.gatehouse.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatehouse.record.RecordWorld.refusal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.gatehouse.platform.problem.Problem;
import org.gatehouse.testing.SampleWorld.Product;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Records reached from other records, records of lately, and what became of a record. */
class RelatedRecordsTest {
    @ParameterizedTest
    @EnumSource(Product.class)
    void aPathLeadsUpAndDown(Product product) {
        var company = new RecordWorld(product);
        String account = company.create("rep.west.1", "Account", "{\"Name\": \"Nordlicht\"}");
        String contact = contact(company, account, "Ada Lind");
        company.create("rep.west.1", "Case", "{\"Subject\": \"Broken\", \"Status\": \"New\", \"ContactId\": \"" + contact + "\"}");

        assertThat(related(company, "rep.west.1", "Account", account, "Contacts")).extracting(it -> it.path("Name").asText()).containsExactly("Ada Lind");
        assertThat(related(company, "rep.west.1", "account", account, "contacts/cases", "Subject", "Contact.Name"))
                .singleElement()
                .satisfies(it -> assertThat(it.path("Contact").path("Name").asText()).isEqualTo("Ada Lind"));
        assertThat(related(company, "rep.west.1", "Contact", contact, "Account/Owner", "Username")).extracting(it -> it.path("Username").asText())
                .containsExactly("rep.west.1");
        assertThat(related(company, "rep.west.1", "Contact", contact, "Account/Contacts/Cases", "Subject")).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(Product.class)
    void p44APathEndsAtWhatThePersonDoesNotSee(Product product) {
        var company = new RecordWorld(product);
        String account = company.create("rep.west.1", "Account", "{\"Name\": \"Nordlicht\"}");
        String open = company.create("rep.west.1", "Case", "{\"Subject\": \"Broken\", \"Status\": \"New\", \"AccountId\": \"" + account + "\"}");

        assertThat(related(company, "rep.west.2", "Case", open, "Account")).as("the case is public, its account is not").isEmpty();
        assertThat(related(company, "rep.west.2", "Case", open, "Account/Contacts")).isEmpty();
        Problem hidden = refusal(() -> related(company, "rep.west.2", "Account", account, "Contacts"));
        Problem absent = refusal(() -> related(company, "rep.west.2", "Account", "001zzzzzzzzzzzzzzz", "Contacts"));
        assertThat(hidden.message()).isEqualTo(absent.message());
        assertThat(refusal(() -> related(company, "rep.west.1", "Account", account, "Invoices")).message())
                .as("a relationship to a hidden object")
                .isEqualTo(refusal(() -> related(company, "rep.west.1", "Account", account, "Invoyces")).message().replace("Invoyces", "Invoices"));
    }

    @ParameterizedTest
    @EnumSource(Product.class)
    void aPathThatLeadsToOneRecordNamesIt(Product product) {
        var company = new RecordWorld(product);
        String account = company.create("rep.west.1", "Account", "{\"Name\": \"Nordlicht\"}");
        var rep = company.caller("rep.west.1");
        assertThat(refusal(() -> company.service.relatedRecord(rep, "Account", account, "Contacts", Optional.empty()))).isInstanceOf(Problem.NotFound.class);
        String one = contact(company, account, "Ada Lind");

        assertThat(company.service.relatedRecord(rep, "Account", account, "Contacts", Optional.empty())).isEqualTo(new RecordName("Contact", one));

        String two = contact(company, account, "Bo Lind");
        assertThat(refusal(() -> company.service.relatedRecord(rep, "Account", account, "Contacts", Optional.empty())).message()).contains("2 records of Contact");
        assertThat(company.service.relatedRecord(rep, "Account", account, "Contacts", Optional.of(two))).isEqualTo(new RecordName("Contact", two));
        assertThat(refusal(() -> company.service.relatedRecord(rep, "Account", account, "Contacts", Optional.of(account)))).isInstanceOf(Problem.NotFound.class);
    }

    @ParameterizedTest
    @EnumSource(Product.class)
    void p44RecordsOfLatelyAreThoseThatThePersonStillSees(Product product) {
        var company = new RecordWorld(product);
        String first = company.create("rep.west.1", "Account", "{\"Name\": \"first\"}");
        company.later(Duration.ofMinutes(1));
        String second = company.create("rep.west.1", "Account", "{\"Name\": \"second\"}");
        company.later(Duration.ofMinutes(1));
        related(company, "rep.west.1", "Account", first, "Contacts");

        assertThat(recent(company, "rep.west.1")).containsExactly("first", "second");
        assertThat(recent(company, "rep.west.2")).isEmpty();

        company.set("account", second, "owner_id", company.world.userId("rep.east.1"));

        assertThat(recent(company, "rep.west.1")).containsExactly("first");
    }

    @ParameterizedTest
    @EnumSource(Product.class)
    void onlyTheLatestTwoHundredAreRemembered(Product product) {
        var company = new RecordWorld(product);
        var sql = company.world.database().sql();
        var recent = new RecentRecords(sql, "005000000000000001");
        var account = company.objects.access("admin").readableObject("Account").orElseThrow();
        for (int n = 0; n < RecentRecords.MOST + 5; n++) {
            recent.seen(account, List.of("001" + n), RecordWorld.NOW.plusSeconds(n));
        }

        assertThat(recent.of(account)).hasSize(RecentRecords.MOST).startsWith("001204").doesNotContain("0014");
        assertThat(sql.fetchCount(org.gatehouse.platform.database.schema.Tables.RECENT_RECORD)).isEqualTo(RecentRecords.MOST);
    }

    @ParameterizedTest
    @EnumSource(Product.class)
    void p46HistoryShowsTheFieldsThatThePersonReads(Product product) {
        var company = new RecordWorld(product);
        String id = company.create("admin", "Account", "{\"Name\": \"Nordlicht\", \"Industry\": \"Energy\", \"OwnerId\": \"" + company.world.userId("rep.west.1") + "\"}");
        company.update("admin", "Account", id, "{\"Industry\": \"Media\", \"AnnualRevenue\": 5, \"Phone\": \"1\"}");
        company.update("admin", "Account", id, "{\"Industry\": \"Media\"}");
        company.update("admin", "Account", id, "{\"Industry\": null}");

        var all = company.service.history(company.caller("admin"), "Account", id);
        var rep = company.service.history(company.caller("rep.west.1"), "Account", id);

        assertThat(all).extracting(it -> it.field() + ": " + it.from() + " > " + it.to())
                .containsExactly("Industry: Media > null", "AnnualRevenue: null > 5", "Industry: Energy > Media");
        assertThat(rep).extracting(FieldChange::field).containsExactly("Industry", "Industry");
        assertThat(all.getFirst().byId()).isEqualTo(company.world.userId("admin"));
        assertThat(refusal(() -> company.service.history(company.caller("rep.west.2"), "Account", id))).isInstanceOf(Problem.NotFound.class);
    }

    private static List<ObjectNode> related(RecordWorld company, String username, String object, String id, String path, String... fields) {
        return company.service.related(company.caller(username), object, id, path, List.of(fields), 200).records();
    }

    private static List<String> recent(RecordWorld company, String username) {
        return company.service.recent(company.caller(username), "Account", 50).stream().map(it -> it.path("Name").asText()).toList();
    }

    private static String contact(RecordWorld company, String account, String name) {
        return company.create("rep.west.1", "Contact", """
                {"Name": "%s", "LastName": "Lind", "AccountId": "%s"}""".formatted(name, account));
    }
}
