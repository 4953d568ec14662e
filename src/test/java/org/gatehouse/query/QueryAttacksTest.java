package org.gatehouse.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.gatehouse.platform.database.schema.Tables.FIELD_PERMISSION;

import java.time.Duration;
import java.util.List;
import org.gatehouse.platform.database.ConfigurationVersions;
import org.gatehouse.platform.database.ConfigurationVersions.Topic;
import org.gatehouse.platform.problem.Problem;
import org.gatehouse.platform.problem.ProblemException;
import org.gatehouse.testing.SampleWorld;
import org.gatehouse.testing.SampleWorld.Product;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Attempts to learn what the caller may not know, by name. */
class QueryAttacksTest {
    private static final String REP = "rep.west.1";

    private final SampleWorld world = SampleWorld.shared(Product.H2);

    @ParameterizedTest
    @ValueSource(strings = {
        "SELECT AnnualRevenue FROM Account",
        "SELECT annualrevenue FROM Account",
        "SELECT Id FROM Account WHERE AnnualRevenue = 5",
        "SELECT Id FROM Account WHERE AnnualRevenue < 5",
        "SELECT Id FROM Account WHERE AnnualRevenue = null",
        "SELECT Id FROM Account WHERE AnnualRevenue IN (5)",
        "SELECT Id FROM Account WHERE NOT AnnualRevenue = 5",
        "SELECT Id FROM Account WHERE AnnualRevenue LIKE 'a'",
        "SELECT Id FROM Account WHERE AnnualRevenue = 'not a number'",
        "SELECT Id FROM Account WHERE Name = 'x' OR (Name = 'y' AND AnnualRevenue > 5)",
        "SELECT Id FROM Account ORDER BY AnnualRevenue",
        "SELECT Id FROM Account ORDER BY Name, AnnualRevenue DESC NULLS LAST",
        "SELECT Account.AnnualRevenue FROM Contact",
        "SELECT Id FROM OpportunityLine WHERE Opportunity.Account.AnnualRevenue > 5",
        "SELECT Id FROM Opportunity ORDER BY Account.AnnualRevenue",
        "SELECT COUNT() FROM Account WHERE AnnualRevenue > 5"
    })
    void aHiddenFieldAnswersLikeAnUnknownOne(String query) {
        var hidden = refusal(REP, query);
        var unknown = refusal(REP, query.replaceAll("(?i)annualrevenue", "AnnualRevenux"));

        assertThat(hidden.code()).isEqualTo("INVALID_FIELD");
        assertThat(hidden.message().replaceAll("(?i)annualrevenue", "X")).isEqualTo(unknown.message().replace("AnnualRevenux", "X"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "SELECT Id FROM Invoice|Invoice|Invoicf",
        "SELECT COUNT() FROM invoice|invoice|invoicf",
        "SELECT Nonsense FROM Invoice|Invoice|Invoicf",
        "SELECT Id FROM Invoice WHERE MarginPercent > 5|Invoice|Invoicf"
    })
    void aHiddenObjectAnswersLikeAnUnknownOne(String query, String hiddenName, String unknownName) {
        var hidden = refusal(REP, query);
        var unknown = refusal(REP, query.replace(hiddenName, unknownName));

        assertThat(hidden.code()).isEqualTo("INVALID_TYPE");
        assertThat(hidden.message().replace(hiddenName, "X")).isEqualTo(unknown.message().replace(unknownName, "X"));
    }

    @Test
    void aRelationshipToAHiddenObjectAnswersLikeAnUnknownOne() {
        var own = SampleWorld.own(Product.H2);
        own.database().sql().query("DELETE FROM gatehouse.object_permission WHERE object_name = 'User'").execute();

        var hidden = refusal(own, REP, "SELECT Owner.Name FROM Account");
        var unknown = refusal(own, REP, "SELECT Ownex.Name FROM Account");

        assertThat(hidden.code()).isEqualTo("INVALID_RELATIONSHIP");
        assertThat(hidden.message()).isEqualTo(unknown.message().replace("Ownex", "Owner"));
    }

    @Test
    void aRelationshipByAHiddenFieldAnswersLikeAnUnknownOne() {
        var own = SampleWorld.own(Product.H2);
        own.database().sql().deleteFrom(FIELD_PERMISSION).where(FIELD_PERMISSION.FIELD_NAME.eq("AccountId")).execute();

        var hidden = refusal(own, REP, "SELECT Id FROM Opportunity WHERE Account.Name = 'x'");
        var unknown = refusal(own, REP, "SELECT Id FROM Opportunity WHERE Accounx.Name = 'x'");

        assertThat(hidden.code()).isEqualTo("INVALID_RELATIONSHIP");
        assertThat(hidden.message()).isEqualTo(unknown.message().replace("Accounx", "Account"));
    }

    @ParameterizedTest
    @EnumSource
    void aFilterOnAHiddenParentCannotProbeIt(Product product) {
        var probed = SampleWorld.shared(product);
        long all = count(probed, REP, "SELECT COUNT() FROM Case WHERE AccountId != null");
        long visible = count(probed, REP, "SELECT COUNT() FROM Case WHERE Account.Name != null");
        String hiddenName = (String) probed.database()
                .sql()
                .fetchValue(
                        "SELECT a.name FROM records.account a JOIN records.support_case c ON c.account_id = a.id WHERE a.owner_id <> ? LIMIT 1",
                        probed.userId(REP));

        long hit = count(probed, REP, "SELECT COUNT() FROM Case WHERE Account.Name = '" + hiddenName + "'");
        long miss = count(probed, REP, "SELECT COUNT() FROM Case WHERE Account.Name = 'There is no such account'");
        long like = count(probed, REP, "SELECT COUNT() FROM Case WHERE Account.Name LIKE '%'");

        assertThat(visible).isLessThan(all);
        assertThat(hit).isEqualTo(miss).isZero();
        assertThat(like).isEqualTo(visible);
    }

    @ParameterizedTest
    @EnumSource
    void orderingByAHiddenParentTellsNothing(Product product) {
        var probed = SampleWorld.shared(product);

        var ordered = probed.query(REP, "SELECT Id FROM Case WHERE Account.Name = null ORDER BY Account.Name DESC, Id").records();
        var plain = probed.query(REP, "SELECT Id FROM Case WHERE Account.Name = null ORDER BY Id").records();

        assertThat(ordered).isNotEmpty().isEqualTo(plain);
    }

    @ParameterizedTest
    @EnumSource
    void anIdInAnotherCaseOrPaddedFindsNothing(Product product) {
        var probed = SampleWorld.shared(product);
        String id = probed.query(REP, "SELECT Id FROM Opportunity ORDER BY Id LIMIT 1").records().getFirst().get("Id").asText();

        assertThat(count(probed, REP, "SELECT COUNT() FROM Opportunity WHERE Id = '" + id + "'")).isEqualTo(1);
        assertThat(count(probed, REP, "SELECT COUNT() FROM Opportunity WHERE Id = '" + id + " '")).isZero();
        assertThat(count(probed, REP, "SELECT COUNT() FROM Opportunity WHERE OwnerId = '" + probed.userId(REP).replace('0', 'O') + "'")).isZero();
        assertThat(count(probed, REP, "SELECT COUNT() FROM Account WHERE Id = '" + id + "'")).isZero();
    }

    @Test
    void aPermissionThatIsTakenAwayIsGoneWithTheNextVersion() {
        var own = SampleWorld.own(Product.H2);
        own.query(REP, "SELECT Industry FROM Account LIMIT 1");
        own.database().sql().deleteFrom(FIELD_PERMISSION).where(FIELD_PERMISSION.FIELD_NAME.eq("Industry")).execute();
        var versions = new ConfigurationVersions(own.database());
        versions.changed(Topic.ACCESS);

        var now = own.permissions().access(own.userId(REP), versions.current(Topic.ACCESS));

        var refusal = catchThrowableOfType(
                ProblemException.class, () -> own.queries(Duration.ofSeconds(5)).run("SELECT Industry FROM Account", now));
        assertThat(refusal.problem().code()).isEqualTo("INVALID_FIELD");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "SELECT Id FROM Task WHERE What.Name = 'x'|INVALID_RELATIONSHIP",
        "SELECT Id FROM Account WHERE Name = 5|INVALID_FIELD",
        "SELECT Id FROM Account WHERE Name = true|INVALID_FIELD",
        "SELECT Id FROM Account WHERE NumberOfEmployees = '5'|INVALID_FIELD",
        "SELECT Id FROM Account WHERE NumberOfEmployees LIKE '5'|INVALID_QUERY_FILTER_OPERATOR",
        "SELECT Id FROM Account WHERE Id LIKE '001%'|INVALID_QUERY_FILTER_OPERATOR",
        "SELECT Id FROM Account WHERE CreatedDate > 2026-01-31|INVALID_FIELD",
        "SELECT Id FROM Opportunity WHERE CloseDate > 2026-01-31T10:00:00Z|INVALID_FIELD",
        "SELECT Id FROM Opportunity WHERE IsWon = 'true'|INVALID_FIELD",
        "SELECT Id FROM Opportunity WHERE IsWon > false|INVALID_QUERY_FILTER_OPERATOR",
        "SELECT Id FROM Opportunity WHERE Amount > null|INVALID_QUERY_FILTER_OPERATOR",
        "SELECT Id FROM Opportunity WHERE Amount IN (1, 'two')|INVALID_FIELD",
        "SELECT Id FROM Account WHERE Description = 'x'|INVALID_FIELD",
        "SELECT Id FROM Account WHERE Description LIKE '%x%'|INVALID_FIELD",
        "SELECT Id FROM Account ORDER BY Description|INVALID_FIELD",
        "SELECT Id FROM Account OFFSET 2001|NUMBER_OUTSIDE_VALID_RANGE",
        "SELECT Id FROM Account WHERE Name LIKE '%a%b%c%d%'|QUERY_TOO_COMPLICATED",
        "SELECT Parent.Parent.Parent.Parent.Parent.Parent.Name FROM Account|QUERY_TOO_COMPLICATED",
        "SELECT Owner FROM Account|INVALID_FIELD",
        "SELECT Name.Name FROM Account|INVALID_RELATIONSHIP"
    })
    void whatDoesNotFitIsRefusedBeforeTheDatabaseSeesIt(String query, String code) {
        assertThat(refusal(REP, query).code()).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(ints = {5_000, 501})
    void manyFieldsAreRefusedBeforeTheDatabaseSeesThem(int fields) {
        var refusal = refusal(REP, "SELECT Id" + ", Id".repeat(fields) + " FROM Account");

        assertThat(refusal.code()).isEqualTo("QUERY_TOO_COMPLICATED");
    }

    @Test
    void manyComparisonsValuesAndOrderingsAreRefusedBeforeTheDatabaseSeesThem() {
        assertThat(refusal(REP, "SELECT Id FROM Account WHERE Id = '1'" + " OR Id = '1'".repeat(500)).code()).isEqualTo("QUERY_TOO_COMPLICATED");
        assertThat(refusal(REP, "SELECT Id FROM Account WHERE Id IN ('1'" + ", '1'".repeat(2_000) + ")").code()).isEqualTo("QUERY_TOO_COMPLICATED");
        assertThat(refusal(REP, "SELECT Id FROM Account ORDER BY Id" + ", Id".repeat(32)).code()).isEqualTo("QUERY_TOO_COMPLICATED");
    }

    @Test
    void everyPersonCountsOnlyWhatTheySee() {
        for (String person : List.of("rep.west.1", "manager.east", "agent.support.1", "auditor", "admin")) {
            for (String object : List.of("Account", "Contact", "Opportunity", "Case")) {
                if (world.access(person).readableObject(object).isPresent()) {
                    long counted = count(world, person, "SELECT COUNT() FROM " + object);
                    long listed = world.query(person, "SELECT Id FROM " + object).totalSize();

                    assertThat(counted).as(person + " " + object).isEqualTo(listed);
                }
            }
        }
    }

    private Problem refusal(String person, String query) {
        return refusal(world, person, query);
    }

    private static Problem refusal(SampleWorld world, String person, String query) {
        return catchThrowableOfType(ProblemException.class, () -> world.query(person, query)).problem();
    }

    private static long count(SampleWorld world, String person, String query) {
        return world.query(person, query).totalSize();
    }
}
