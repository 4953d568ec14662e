package org.gatehouse.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatehouse.platform.database.schema.Tables.AGENT_CEILING;
import static org.gatehouse.record.RecordWorld.refusal;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.gatehouse.identity.Users;
import org.gatehouse.permission.AccessLevel;
import org.gatehouse.platform.problem.Problem;
import org.gatehouse.record.AccessExplanation.Reason;
import org.gatehouse.record.AccessExplanation.RecordPart;
import org.gatehouse.record.AccessExplanationService.Question;
import org.gatehouse.testing.SampleWorld.Product;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Explanations of who may do what, in the demo organisation. */
class AccessExplanationTest {
    @ParameterizedTest
    @EnumSource(Product.class)
    void namesWhatOpensARecordAndWhatDoesNot(Product product) {
        var company = new RecordWorld(product);
        String account = company.create("rep.west.1", "Account", "{\"Name\": \"Ebbe\", \"Industry\": \"Energy\"}");

        assertThat(record(company, "rep.west.1", account).allowed()).containsExactly(AccessLevel.READ, AccessLevel.EDIT, AccessLevel.ALL);
        assertThat(matching(company, "rep.west.1", account)).containsExactly("READ OWNER", "EDIT OWNER", "ALL OWNER");
        assertThat(matching(company, "manager.west", account)).contains("READ ROLE_HIERARCHY", "EDIT ROLE_HIERARCHY").doesNotContain("READ OWNER");
        assertThat(record(company, "rep.west.2", account).allowed()).isEmpty();
        assertThat(matching(company, "rep.west.2", account)).isEmpty();
        assertThat(record(company, "rep.west.2", account).reasons()).extracting(Reason::kind).contains("OWNER", "MANUAL");
        assertThat(matching(company, "rep.east.8", account)).as("all accounts in energy").containsExactly("READ SHARING_RULE");
        assertThat(matching(company, "admin", account)).contains("READ MODIFY_ALL");
        assertThat(record(company, "admin", "001zzzzzzzzzzzzzzz").present()).isFalse();
    }

    @Test
    void namesTheSourcesOfWhatIsAllowed() {
        var company = new RecordWorld(Product.H2);

        var explained = ask(company, "vp.sales", "Account", Optional.of("AnnualRevenue"), Optional.empty());

        assertThat(explained.allowed()).contains("read");
        assertThat(Objects.requireNonNull(explained.field()).read()).isTrue();
        assertThat(explained.sources()).anySatisfy(source -> {
            assertThat(source.kind()).isEqualTo("PERMISSION_SET");
            assertThat(source.grants()).contains("AnnualRevenue.read");
        });
        assertThat(Objects.requireNonNull(ask(company, "rep.west.1", "Account", Optional.of("AnnualRevenue"), Optional.empty()).field()).read()).isFalse();
        assertThat(ask(company, "admin", "Account", Optional.empty(), Optional.empty()).sources().getFirst().grants()).contains("ModifyAllData");
    }

    @Test
    void saysWhatACeilingTakesFromTheAgent() {
        var company = new RecordWorld(Product.H2);
        company.world.database().sql().insertInto(AGENT_CEILING, AGENT_CEILING.KIND, AGENT_CEILING.SUBJECT, AGENT_CEILING.DEFINITION)
                .values("Client", "inspector", """
                        {"objects": {"Account": {"read": true, "create": false, "edit": false, "delete": false, "allFields": true, "fields": {},
                          "criteria": [{"field": "Industry", "operator": "equals", "value": "Media"}], "any": false}}}""")
                .execute();
        String account = company.query("ceo", "SELECT Id FROM Account WHERE Industry = 'Energy' LIMIT 1").getFirst().path("Id").asText();

        var explained = service(company).explain(
                new Question("ceo", Optional.of("inspector"), Optional.empty(), "Account", Optional.empty(), Optional.of(account)), 1);

        assertThat(explained.allowed()).containsExactly("read");
        assertThat(explained.takenByCeiling()).contains("create", "edit");
        RecordPart record = Objects.requireNonNull(explained.record());
        assertThat(record.allowed()).isEmpty();
        assertThat(record.reasons()).contains(new Reason(AccessLevel.READ, "CEILING", "CEILING", false, false));
        assertThat(service(company).overview("ceo", Optional.of("inspector"), Optional.empty(), 1))
                .as("all that the ceiling does not name is taken away")
                .allSatisfy(it -> assertThat(it.allowed()).isEqualTo(it.object().equals("Account") ? List.of("read") : List.of()))
                .anySatisfy(it -> assertThat(it.takenByCeiling()).contains("read"));
    }

    @Test
    void listsTheObjectsWithWhichAnythingIsAllowed() {
        var company = new RecordWorld(Product.H2);

        var overview = service(company).overview("rep.west.1", Optional.empty(), Optional.empty(), 1);

        assertThat(overview).extracting(AccessExplanation::object).contains("Account");
        assertThat(overview).allSatisfy(it -> assertThat(it).isEqualTo(ask(company, "rep.west.1", it.object(), Optional.empty(), Optional.empty())));
        assertThat(refusal(() -> service(company).overview("nobody", Optional.empty(), Optional.empty(), 1))).isInstanceOf(Problem.NotFound.class);
    }

    @Test
    void asksForWhatThereIs() {
        var company = new RecordWorld(Product.H2);

        assertThat(refusal(() -> ask(company, "nobody", "Account", Optional.empty(), Optional.empty()))).isInstanceOf(Problem.NotFound.class);
        assertThat(refusal(() -> ask(company, "ceo", "Acount", Optional.empty(), Optional.empty()))).isInstanceOf(Problem.NotFound.class);
        assertThat(refusal(() -> ask(company, "ceo", "Account", Optional.of("Nme"), Optional.empty()))).isInstanceOf(Problem.NotFound.class);
    }

    private static List<String> matching(RecordWorld company, String username, String id) {
        return record(company, username, id).reasons().stream()
                .filter(Reason::matches)
                .map(reason -> reason.level() + " " + reason.kind())
                .distinct()
                .toList();
    }

    private static RecordPart record(RecordWorld company, String username, String id) {
        return Objects.requireNonNull(ask(company, username, "Account", Optional.empty(), Optional.of(id)).record());
    }

    private static AccessExplanation ask(
            RecordWorld company, String username, String object, Optional<String> field, Optional<String> record) {
        return service(company).explain(new Question(username, Optional.empty(), Optional.empty(), object, field, record), 1);
    }

    @SuppressWarnings("UnnecessaryAssignment") // Stands in for the container, which injects them on the server.
    private static AccessExplanationService service(RecordWorld company) {
        var service = new AccessExplanationService();
        service.database = company.world.database();
        service.permissions = company.world.permissions();
        service.users = new Users(company.world.database());
        return service;
    }
}
