package org.gatehouse.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatehouse.record.RecordWorld.request;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.gatehouse.platform.json.Json;
import org.gatehouse.platform.problem.ProblemException;
import org.gatehouse.testing.SampleWorld.Product;
import org.gatehouse.tool.ObjectSchemas;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Two companies that differ only in what a person cannot see: the same attempts to write, descriptions and searches have the same answers, to the
 * last character. For queries of every kind the same is tried on random organisations elsewhere.
 */
class HiddenDifferencesTest {
    private static final String REP = "rep.west.1";

    @ParameterizedTest
    @EnumSource(Product.class)
    void writesDescriptionsAndSearchesTellNoDifference(Product product) {
        var one = new RecordWorld(product);
        var other = new RecordWorld(product);
        List<String> seen = ids(one, REP, "Account");
        List<String> hidden = new ArrayList<>(ids(one, "admin", "Account"));
        hidden.removeAll(seen);
        change(other, hidden);

        assertThat(hidden).hasSizeGreaterThan(10);
        assertThat(answers(other, seen, hidden)).isEqualTo(answers(one, seen, hidden));
    }

    /** Values of hidden fields, hidden records changed, taken away and added. */
    private static void change(RecordWorld company, List<String> hidden) {
        var sql = company.world.database().sql();
        sql.execute("UPDATE records.account SET annual_revenue = 123456");
        sql.execute("UPDATE records.contact SET personal_email = 'somebody@example.com', birthdate = NULL");
        sql.query("UPDATE records.account SET name = 'Secret', industry = 'Retail', phone = '5558675309' WHERE id = ?", hidden.get(0)).execute();
        sql.query("UPDATE records.account SET is_deleted = TRUE WHERE id = ?", hidden.get(1)).execute();
        company.create("admin", "Account", "{\"Name\": \"Nordlicht\", \"Phone\": \"5558675310\"}");
    }

    private static List<String> answers(RecordWorld company, List<String> seen, List<String> hidden) {
        List<String> answers = new ArrayList<>();
        var access = company.objects.access(REP);
        answers.add(ObjectSchemas.index(access).toString());
        access.catalog().objects().stream().filter(access::canRead).forEach(object -> answers.add(ObjectSchemas.describe(object, access).toString()));
        for (String words : List.of("Secret", "Nordlicht", "5558675309", "somebody@example.com", "123456", "a*")) {
            answers.add(answer(() -> company.world.queries(Duration.ofSeconds(30)).search("FIND {" + words + "}", access).toString()));
        }
        List<String> ids = List.of(hidden.get(0), hidden.get(1), hidden.get(2), "001nobody000000000", seen.getFirst());
        for (String id : ids) {
            for (String values : List.of("{\"Phone\": \"1\"}", "{\"AnnualRevenue\": 5}", "{\"ParentId\": \"" + hidden.get(0) + "\"}", "{\"ParentId\": \"" + hidden.get(1) + "\"}", "{}")) {
                answers.add(answer(() -> write(company, "Account", new RecordChange.Update(id, Json.literal(values), Optional.empty()), false)));
                answers.add(answer(() -> write(company, "Account", new RecordChange.Update(id, Json.literal(values), Optional.empty()), true)));
            }
            answers.add(answer(() -> write(company, "Account", new RecordChange.Undelete(id), false)));
            answers.add(answer(() -> write(company, "Account", new RecordChange.Delete(id), true)));
            answers.add(answer(() -> write(company, "Contact", new RecordChange.Create(
                    Json.literal("{\"Name\": \"A B\", \"LastName\": \"B\", \"AccountId\": \"" + id + "\"}")), true)));
        }
        return answers;
    }

    private static String write(RecordWorld company, String object, RecordChange change, boolean preview) {
        RecordRequest request = request(object, change);
        return company.write(REP, new RecordRequest(request.objectName(), request.changes(), true, preview, Optional.empty())).toString()
                // A new record's id is made by chance.
                .replaceAll("(?<=Optional\\[)003[0-9A-Za-z]{15}|(?<=\"Id\":\")003[0-9A-Za-z]{15}", "003new");
    }

    private static String answer(Supplier<String> call) {
        try {
            return call.get();
        } catch (ProblemException e) {
            return e.problem().toString();
        }
    }

    private static List<String> ids(RecordWorld company, String username, String object) {
        return company.query(username, "SELECT Id FROM " + object + " ORDER BY Id").stream().map(row -> row.path("Id").asText()).toList();
    }
}
