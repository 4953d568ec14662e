package org.gatehouse.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatehouse.record.RecordWorld.refusal;
import static org.gatehouse.record.RecordWorld.request;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.gatehouse.platform.json.Json;
import org.gatehouse.platform.problem.Problem;
import org.gatehouse.platform.problem.Problem.RefusedWrite;
import org.gatehouse.platform.problem.Problem.WriteError;
import org.gatehouse.testing.SampleWorld.Product;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Records written one at a time. */
class RecordWritesTest {
    @ParameterizedTest
    @EnumSource(Product.class)
    void aNewRecordBelongsToItsMakerAndCarriesItsStamps(Product product) {
        var company = new RecordWorld(product);

        var made = company.one("rep.west.1", "Account", new RecordChange.Create(Json.literal("""
                {"Name": "Nordlicht", "Industry": "Energy"}""")));

        String rep = company.world.userId("rep.west.1");
        assertThat(made.success()).isTrue();
        assertThat(made.id().orElseThrow()).startsWith("001").hasSize(18);
        assertThat(made.record().orElseThrow().path("Name").asText()).isEqualTo("Nordlicht");
        var seen = company.seen("rep.west.1", "Account", made.id().orElseThrow(), "OwnerId, Industry, CreatedById, CreatedDate, LastModifiedDate");
        assertThat(seen.path("OwnerId").asText()).isEqualTo(rep);
        assertThat(seen.path("CreatedById").asText()).isEqualTo(rep);
        assertThat(seen.path("CreatedDate").asText()).startsWith("2026-07-15T09:30:00");
        assertThat(company.sees("rep.west.2", "Account", made.id().orElseThrow())).as("private to its owner").isFalse();
    }

    @ParameterizedTest
    @EnumSource(Product.class)
    void anUpdateChangesWhatItNamesAndNothingElse(Product product) {
        var company = new RecordWorld(product);
        String id = company.create("rep.west.1", "Account", """
                {"Name": "Nordlicht", "Industry": "Energy", "Phone": "1"}""");
        company.later(Duration.ofMinutes(5));

        company.update("rep.west.1", "Account", id, """
                {"Phone": "2", "Industry": null}""");

        var seen = company.seen("rep.west.1", "Account", id, "Name, Industry, Phone, CreatedDate, LastModifiedDate");
        assertThat(seen.path("Name").asText()).isEqualTo("Nordlicht");
        assertThat(seen.path("Industry").isNull()).isTrue();
        assertThat(seen.path("Phone").asText()).isEqualTo("2");
        assertThat(seen.path("CreatedDate").asText()).contains("09:30:00");
        assertThat(seen.path("LastModifiedDate").asText()).contains("09:35:00");
    }

    @ParameterizedTest(name = "q02 {0}: {1} = {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            H2 | Name        | 1                        | INVALID_TYPE_ON_FIELD_IN_RECORD
            H2 | Name        | true                     | INVALID_TYPE_ON_FIELD_IN_RECORD
            H2 | Name        | ["x"]                    | INVALID_TYPE_ON_FIELD_IN_RECORD
            H2 | Name        | {"x": 1}                 | INVALID_TYPE_ON_FIELD_IN_RECORD
            H2 | Name        | "a\\u0000b"              | INVALID_TYPE_ON_FIELD_IN_RECORD
            H2 | Name        | "\\ud800"                | INVALID_TYPE_ON_FIELD_IN_RECORD
            H2 | Name        | null                     | REQUIRED_FIELD_MISSING
            H2 | Name        | ""                       | REQUIRED_FIELD_MISSING
            H2 | CloseDate   | "31.01.2026"             | INVALID_TYPE_ON_FIELD_IN_RECORD
            H2 | CloseDate   | "2026-02-30"             | INVALID_TYPE_ON_FIELD_IN_RECORD
            H2 | CloseDate   | 20260131                 | INVALID_TYPE_ON_FIELD_IN_RECORD
            H2 | CloseDate   | "+12026-01-01"           | INVALID_TYPE_ON_FIELD_IN_RECORD
            H2 | Amount      | "1"                      | INVALID_TYPE_ON_FIELD_IN_RECORD
            H2 | Amount      | 0.001                    | NUMBER_OUTSIDE_VALID_RANGE
            H2 | Amount      | 10000000000000000        | NUMBER_OUTSIDE_VALID_RANGE
            H2 | Amount      | 1e400                    | NUMBER_OUTSIDE_VALID_RANGE
            H2 | Probability | 50.5                     | NUMBER_OUTSIDE_VALID_RANGE
            H2 | AccountId   | "001zzzzzzzzzzzzzzz"     | INVALID_CROSS_REFERENCE_KEY
            H2 | AccountId   | 7                        | INVALID_TYPE_ON_FIELD_IN_RECORD
            H2 | OwnerId     | "005zzzzzzzzzzzzzzz"     | INVALID_CROSS_REFERENCE_KEY
            H2 | OwnerId     | null                     | REQUIRED_FIELD_MISSING
            POSTGRESQL | Name   | "a\\u0000b"           | INVALID_TYPE_ON_FIELD_IN_RECORD
            POSTGRESQL | Name   | "\\ud800"             | INVALID_TYPE_ON_FIELD_IN_RECORD
            POSTGRESQL | Amount | 1e400                 | NUMBER_OUTSIDE_VALID_RANGE
            POSTGRESQL | AccountId | "001zzzzzzzzzzzzzzz" | INVALID_CROSS_REFERENCE_KEY
            """)
    void q02ValuesAreNeverConverted(Product product, String field, String value, WriteError error) {
        var company = new RecordWorld(product);
        String id = opportunity(company, "rep.west.1");

        var refused = refusal(() -> company.update("rep.west.1", "Opportunity", id, "{\"NextStep\": \"call\", \"" + field + "\": " + value + "}"));

        assertThat(refused).isInstanceOfSatisfying(RefusedWrite.class, it -> {
            assertThat(it.error()).isEqualTo(error);
            assertThat(it.fields()).contains(field);
        });
        assertThat(company.seen("rep.west.1", "Opportunity", id, "NextStep").path("NextStep").isNull()).as("no partial effect").isTrue();
    }

    @ParameterizedTest
    @EnumSource(Product.class)
    void q16LongNumbersStayExact(Product product) {
        var company = new RecordWorld(product);
        String id = opportunity(company, "rep.west.1");

        for (String amount : List.of("9007199254740993.00", "9999999999999999.99", "-0.01", "100")) {
            var row = company.update("rep.west.1", "Opportunity", id, "{\"Amount\": " + amount + "}");

            assertThat(row.record().orElseThrow().path("Amount").decimalValue()).isEqualByComparingTo(amount);
        }
    }

    @ParameterizedTest
    @EnumSource(Product.class)
    void q17TextIsStoredAndShownAsItIs(Product product) {
        var company = new RecordWorld(product);
        String text = "${jndi:ldap://x} #{1+1} {{7*7}} <b> ' ; -- \\\\ \uD83D\uDE00";

        String id = company.create("rep.west.1", "Account", Json.object().put("Name", text).toString());

        assertThat(company.seen("rep.west.1", "Account", id, "Name").path("Name").asText()).isEqualTo(text);
    }

    @ParameterizedTest(name = "{0}: q18 {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            H2 | Id               | "001000000000000001"   | INVALID_FIELD_FOR_INSERT_UPDATE
            H2 | CreatedDate      | "2020-01-01T00:00:00Z" | INVALID_FIELD_FOR_INSERT_UPDATE
            H2 | CreatedById      | "005000000000000001"   | INVALID_FIELD_FOR_INSERT_UPDATE
            H2 | LastModifiedDate | "2020-01-01T00:00:00Z" | INVALID_FIELD_FOR_INSERT_UPDATE
            H2 | IsDeleted        | true                   | INVALID_FIELD_FOR_INSERT_UPDATE
            H2 | Parent           | {"Name": "x"}          | INVALID_FIELD
            H2 | Owner.Name       | "x"                    | INVALID_FIELD
            H2 | owner_id         | "x"                    | INVALID_FIELD
            H2 | ``               | "x"                    | INVALID_FIELD
            """)
    void q18OnlyFieldsThatThePersonSetsAreTaken(Product product, String field, String value, WriteError error) {
        var company = new RecordWorld(product);

        var refused = refusal(() -> company.create("rep.west.1", "Account", "{\"Name\": \"x\", \"" + field + "\": " + value + "}"));

        assertThat(refused.code()).isEqualTo(error.name());
    }

    @ParameterizedTest
    @EnumSource(Product.class)
    void p13AHiddenFieldIsRefusedLikeOneThatIsNotThere(Product product) {
        var company = new RecordWorld(product);

        Problem hidden = refusal(() -> company.create("rep.west.1", "Account", """
                {"Name": "x", "AnnualRevenue": 5}"""));
        Problem absent = refusal(() -> company.create("rep.west.1", "Account", """
                {"Name": "x", "AnnualRavenue": 5}"""));

        assertThat(hidden.code()).isEqualTo("INVALID_FIELD");
        assertThat(hidden.message()).isEqualTo(absent.message().replace("Ravenue", "Revenue"));
        assertThat(company.query("rep.west.1", "SELECT Id FROM Account WHERE Name = 'x'")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Product.class)
    void p13AHiddenObjectIsRefusedLikeOneThatIsNotThere(Product product) {
        var company = new RecordWorld(product);

        Problem hidden = refusal(() -> company.create("rep.west.1", "Invoice", "{}"));
        Problem absent = refusal(() -> company.create("rep.west.1", "Invoyce", "{}"));

        assertThat(hidden.code()).isEqualTo(absent.code());
        assertThat(hidden.message()).isEqualTo(absent.message().replace("Invoyce", "Invoice"));
    }

    @ParameterizedTest
    @EnumSource(Product.class)
    void p15AnAnswerHoldsOnlyWhatThePersonReads(Product product) {
        var company = new RecordWorld(product);

        var made = company.one("rep.west.1", "Account", new RecordChange.Create(Json.literal("{\"Name\": \"x\"}")));

        assertThat(made.record().orElseThrow().has("Name")).isTrue();
        assertThat(made.record().orElseThrow().has("AnnualRevenue")).isFalse();
    }

    @ParameterizedTest
    @EnumSource(Product.class)
    void p16ARecordThatIsHiddenAnswersLikeOneThatIsNotThere(Product product) {
        var company = new RecordWorld(product);
        String hidden = company.create("rep.west.1", "Account", "{\"Name\": \"Nordlicht\"}");
        String contact = company.create("rep.west.2", "Contact", "{\"Name\": \"Ada Lind\", \"LastName\": \"Lind\"}");

        for (String id : List.of(hidden, contact, "001zzzzzzzzzzzzzzz", hidden + " ", " ", "'")) {
            assertThat(List.of(
                            refusal(() -> company.update("rep.west.2", "Account", id, "{\"Phone\": \"1\"}")),
                            refusal(() -> company.delete("rep.west.2", "Account", id)),
                            refusal(() -> company.undelete("rep.west.2", "Account", id))))
                    .allSatisfy(problem -> {
                        assertThat(problem).isInstanceOf(Problem.NotFound.class);
                        assertThat(problem.message()).isEqualTo("There is no Account with that id. Find its id with soqlQuery.");
                    });
        }
        String otherCase = hidden.toLowerCase(java.util.Locale.ROOT).equals(hidden) ? hidden.toUpperCase(java.util.Locale.ROOT) : hidden.toLowerCase(java.util.Locale.ROOT);
        assertThat(refusal(() -> company.update("rep.west.1", "Account", otherCase, "{}"))).isInstanceOf(Problem.NotFound.class);
        assertThat(company.sees("rep.west.1", "Account", hidden)).isTrue();
    }

    @ParameterizedTest
    @EnumSource(Product.class)
    void p16AReferenceToAHiddenRecordAnswersLikeOneToNothing(Product product) {
        var company = new RecordWorld(product);
        String hidden = company.create("rep.west.1", "Account", "{\"Name\": \"Nordlicht\"}");

        Problem toHidden = refusal(() -> company.create("rep.west.2", "Contact", "{\"Name\": \"Ada Lind\", \"LastName\": \"Lind\", \"AccountId\": \"" + hidden + "\"}"));
        Problem toNothing = refusal(() -> company.create("rep.west.2", "Contact", "{\"Name\": \"Ada Lind\", \"LastName\": \"Lind\", \"AccountId\": \"001zzzzzzzzzzzzzzz\"}"));

        assertThat(toHidden).isEqualTo(toNothing);
        assertThat(toHidden.code()).isEqualTo("INVALID_CROSS_REFERENCE_KEY");
    }

    @ParameterizedTest
    @EnumSource(Product.class)
    void p33WhoReadsARecordCannotChangeIt(Product product) {
        var company = new RecordWorld(product);
        String id = company.create("rep.west.1", "Case", "{\"Subject\": \"Broken\", \"Status\": \"New\"}");

        assertThat(company.sees("rep.west.2", "Case", id)).as("cases are public to read").isTrue();
        assertThat(refusal(() -> company.update("rep.west.2", "Case", id, "{\"Subject\": \"x\"}")).code()).isEqualTo("INSUFFICIENT_ACCESS_OR_READONLY");
        assertThat(refusal(() -> company.delete("rep.west.2", "Case", id)).code()).isIn("INSUFFICIENT_ACCESS_OR_READONLY");
        assertThat(company.seen("rep.west.1", "Case", id, "Subject").path("Subject").asText()).isEqualTo("Broken");
    }

    @ParameterizedTest
    @EnumSource(Product.class)
    void p33ATransferTakesTheRecordFromItsOldOwner(Product product) {
        var company = new RecordWorld(product);
        String id = company.create("rep.west.1", "Account", "{\"Name\": \"Nordlicht\"}");

        var row = company.update("rep.west.1", "Account", id, "{\"OwnerId\": \"" + company.world.userId("rep.west.2") + "\"}");

        assertThat(row.success()).isTrue();
        assertThat(row.record()).as("nothing that the person may no longer read").isEmpty();
        assertThat(company.sees("rep.west.1", "Account", id)).isFalse();
        assertThat(company.sees("rep.west.2", "Account", id)).isTrue();
    }

    @ParameterizedTest
    @EnumSource(Product.class)
    void p31ManualSharesGoWithTheOwner(Product product) {
        var company = new RecordWorld(product);
        String id = company.create("rep.west.1", "Account", "{\"Name\": \"Nordlicht\"}");
        company.share("Account", id, "rep.east.1");
        assertThat(company.sees("rep.east.1", "Account", id)).isTrue();

        company.update("rep.west.1", "Account", id, "{\"Phone\": \"1\"}");
        assertThat(company.sees("rep.east.1", "Account", id)).as("another change leaves them").isTrue();
        company.update("rep.west.1", "Account", id, "{\"OwnerId\": \"" + company.world.userId("rep.west.2") + "\"}");

        assertThat(company.sees("rep.east.1", "Account", id)).isFalse();
    }

    @ParameterizedTest
    @EnumSource(Product.class)
    void p19AUniqueKeyAnswersTheSameForSeenAndHiddenRecords(Product product) {
        var company = new RecordWorld(product);
        company.unique("account", "phone");
        company.create("rep.west.1", "Account", "{\"Name\": \"hidden\", \"Phone\": \"1\"}");
        company.create("rep.west.2", "Account", "{\"Name\": \"seen\", \"Phone\": \"2\"}");

        Problem hidden = refusal(() -> company.create("rep.west.2", "Account", "{\"Name\": \"x\", \"Phone\": \"1\"}"));
        Problem seen = refusal(() -> company.create("rep.west.2", "Account", "{\"Name\": \"x\", \"Phone\": \"2\"}"));

        assertThat(hidden).isEqualTo(seen);
    }

    /** A unique key tells that a value is in use; that is the residue. It tells neither where nor by what. */
    @ParameterizedTest
    @EnumSource(Product.class)
    void p12ARefusalByTheDatabaseNamesNoHiddenValueAndNoTable(Product product) {
        var company = new RecordWorld(product);
        company.unique("account", "phone");
        String hidden = company.create("rep.west.1", "Account", "{\"Name\": \"Nordlicht\", \"Phone\": \"+1 555 8675309\"}");
        assertThat(company.sees("rep.west.2", "Account", hidden)).isFalse();

        Problem refused = refusal(() -> company.create("rep.west.2", "Account", "{\"Name\": \"x\", \"Phone\": \"+1 555 8675309\"}"));

        assertThat(refused.code()).isEqualTo("DUPLICATE_VALUE");
        assertThat(refused.toString()).doesNotContain("8675309", hidden, "Nordlicht", "records", "phone", "SQL", "constraint");
        assertThat(company.create("rep.west.2", "Account", "{\"Name\": \"x\", \"Phone\": \"+1 555 8675310\"}")).isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource(Product.class)
    void recordsBelongToActivePeople(Product product) {
        var company = new RecordWorld(product);
        String gone = company.world.userId("rep.east.4");
        company.world.database().sql().query("UPDATE \"gatehouse\".\"app_user\" SET \"active\" = FALSE WHERE \"id\" = {0}", org.jooq.impl.DSL.val(gone)).execute();

        Problem refused = refusal(() -> company.create("admin", "Account", "{\"Name\": \"x\", \"OwnerId\": \"" + gone + "\"}"));

        assertThat(refused.code()).isEqualTo("INACTIVE_OWNER_OR_USER");
    }

    @ParameterizedTest
    @EnumSource(Product.class)
    void p36AWriteThatWasJudgedByOlderRightsIsRefused(Product product) {
        var company = new RecordWorld(product);
        String id = company.create("rep.west.1", "Account", "{\"Name\": \"Nordlicht\"}");
        var before = company.caller("rep.west.1");
        company.versions.changed(org.gatehouse.platform.database.ConfigurationVersions.Topic.ACCESS);

        Problem refused = refusal(() -> company.write(before, request("Account", new RecordChange.Update(id, Json.literal("{\"Phone\": \"7\"}"), Optional.empty()))));

        assertThat(refused.code()).isEqualTo("CONFLICT");
        assertThat(company.seen("rep.west.1", "Account", id, "Phone").path("Phone").isNull()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(Product.class)
    void aChangeThatSomebodyElseWouldLoseIsRefused(Product product) {
        var company = new RecordWorld(product);
        String id = company.create("rep.west.1", "Account", "{\"Name\": \"Nordlicht\"}");
        company.later(Duration.ofMinutes(1));
        company.update("rep.west.1", "Account", id, "{\"Phone\": \"1\"}");
        var since = Optional.of(RecordWorld.NOW);

        Problem refused = refusal(() -> company.one("rep.west.1", "Account", new RecordChange.Update(id, Json.literal("{\"Phone\": \"2\"}"), since)));
        var taken = company.one("rep.west.1", "Account", new RecordChange.Update(id, Json.literal("{\"Phone\": \"3\"}"), Optional.of(RecordWorld.NOW.plusSeconds(60))));

        assertThat(refused.code()).isEqualTo("MATCH_PRECONDITION_FAILED");
        assertThat(taken.success()).isTrue();
    }

    private static String opportunity(RecordWorld company, String username) {
        return company.create(username, "Opportunity", """
                {"Name": "Deal", "StageName": "Prospecting", "CloseDate": "2026-12-31"}""");
    }
}
