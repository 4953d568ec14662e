package org.gatehouse.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.gatehouse.platform.database.schema.Tables.AGENT_CEILING;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import java.time.Duration;
import org.gatehouse.platform.problem.Problem;
import org.gatehouse.platform.problem.ProblemException;
import org.gatehouse.testing.SampleWorld;
import org.gatehouse.testing.SampleWorld.Product;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Searches, by real statements. */
class SearchTest {
    @ParameterizedTest
    @EnumSource(Product.class)
    void findsWordsInSeveralObjectsAmongWhatThePersonSees(Product product) {
        var world = SampleWorld.own(product);
        String account = rename(world, "rep.west.1", "account", "Nordlicht 100% Energie");
        rename(world, "rep.east.1", "account", "Nordlicht of the east");
        String deal = rename(world, "rep.west.1", "opportunity", "A deal with nordLICHT");

        var found = search(world, "rep.west.1", "FIND {NORDLICHT} IN NAME FIELDS RETURNING Account(Id, Name), Opportunity(Id)");

        assertThat(found.records()).extracting(it -> it.at("/attributes/type").asText() + " " + it.path("Id").asText())
                .containsExactly("Account " + account, "Opportunity " + deal);
        assertThat(found.records().getFirst().path("Name").asText()).isEqualTo("Nordlicht 100% Energie");
        assertThat(found.objects()).containsExactlyInAnyOrder("Account", "Opportunity");
        assertThat(found.done()).isTrue();
        assertThat(search(world, "rep.west.1", "FIND {nordlicht}").records()).extracting(it -> it.path("Id").asText()).contains(account, deal);
        assertThat(search(world, "admin", "FIND {nordlicht} RETURNING Account").records()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '~',
            value = {
                "nordlicht energie; true", "nordlicht AND energie; true", "energie nordlicht; true", "nordlicht AND NOT energie; false",
                "nordlicht AND NOT wasser; true", "wasser OR nordlicht; true", "(wasser OR energie) nordlicht; true", "wasser OR (energie sonne); false",
                "\"nordlicht 100\"; true", "\"energie nordlicht\"; false", "nord*energie; true", "n?rdlicht; true", "n?dlicht; false",
                "100%; true", "100\\%; true", "1%0; false", "100_; false", "10\\*; false", "ORdlicht; true", "NOTnord; false",
            })
    void readsWordsAsPeopleWriteThem(String words, boolean expected) {
        var world = SampleWorld.own(Product.H2);
        rename(world, "rep.west.1", "account", "Nordlicht 100% Energie");

        var found = search(world, "rep.west.1", "FIND {" + words + "} IN NAME FIELDS RETURNING Account(Id WHERE Name LIKE 'Nordlicht%')");

        assertThat(found.records().isEmpty()).isNotEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource(Product.class)
    void p44LooksIntoNoFieldThatThePersonDoesNotReadAndNoneBehindAMask(Product product) {
        var world = SampleWorld.own(product);
        String account = rename(world, "rep.west.1", "account", "Plain");
        set(world, "account", account, "phone", "+1 555 8675309");

        assertThat(search(world, "rep.west.1", "FIND {8675309} RETURNING Account").records()).hasSize(1);
        assertThat(search(world, "rep.west.1", "FIND {8675309} IN PHONE FIELDS RETURNING Account").records()).hasSize(1);
        assertThat(search(world, "rep.west.1", "FIND {8675309} IN EMAIL FIELDS RETURNING Account").records()).isEmpty();

        var masked = SampleWorld.own(product);
        set(masked, "account", rename(masked, "rep.west.1", "account", "Plain"), "phone", "+1 555 8675309");
        ceiling(masked, "\"Phone\": {\"readable\": true, \"editable\": false, \"mask\": {\"kind\": \"DOTS\", \"first\": 0, \"last\": 0}}");
        assertThat(search(masked, "rep.west.1", "FIND {8675309} RETURNING Account(Id)").records()).isEmpty();

        var hidden = SampleWorld.own(product);
        set(hidden, "account", rename(hidden, "rep.west.1", "account", "Plain"), "phone", "+1 555 8675309");
        ceiling(hidden, "\"Phone\": {\"readable\": false, \"editable\": false}");
        assertThat(search(hidden, "rep.west.1", "FIND {8675309} RETURNING Account(Id)").records()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Product.class)
    void looksIntoLongTextsWhichNoQueryFilters(Product product) {
        var world = SampleWorld.own(product);
        set(world, "account", rename(world, "rep.west.1", "account", "Plain"), "description", "x".repeat(20_000) + " Sonderfall");

        assertThat(search(world, "rep.west.1", "FIND {sonderfall} RETURNING Account(Name)").records())
                .singleElement().satisfies(it -> assertThat(it.path("Name").asText()).isEqualTo("Plain"));
        assertThat(refusal(world, "FIND {aa} RETURNING Account(Id WHERE Description LIKE 'a%')").message()).contains("can not be filtered");
    }

    @Test
    void takesAsManyAsItMayOverAllObjectsAndSaysThatThereAreMore() {
        var world = SampleWorld.shared(Product.H2);

        var few = search(world, "admin", "FIND {an*} RETURNING Account(Id LIMIT 2), Contact(Id) LIMIT 3");
        var none = search(world, "admin", "FIND {no such words} RETURNING Account");

        assertThat(few.records()).extracting(it -> it.at("/attributes/type").asText()).containsExactly("Account", "Account", "Contact");
        assertThat(few.done()).isFalse();
        assertThat(none.records()).isEmpty();
        assertThat(none.done()).isTrue();
    }

    @Test
    void p44AnObjectThatIsHiddenIsRefusedLikeOneThatIsNotThere() {
        var world = SampleWorld.shared(Product.H2);

        String hidden = refusal(world, "FIND {nordlicht} RETURNING Account, Invoice").message();
        String absent = refusal(world, "FIND {nordlicht} RETURNING Account, Invoicf").message();

        assertThat(hidden).isEqualTo(absent.replace("Invoicf", "Invoice"));
        assertThat(search(world, "rep.west.1", "FIND {invoice}").objects()).doesNotContain("Invoice", "InvoiceLine");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '~',
            value = {
                "FIND {}; a word is missing",
                "FIND {a}; at least 2 characters",
                "FIND {**}; at least 2 characters",
                "FIND {aa; Line 1, column 6",
                "FIND {(aa}; a parenthesis is not closed",
                "FIND {aa)}; without one that opens",
                "FIND {\"aa}; a quotation mark is not closed",
                "FIND {aa AND}; a word is missing",
                "FIND {OR aa}; a word is missing",
                "FIND {aa} IN SOME FIELDS; IN ALL, NAME, EMAIL",
                "FIND {aa} RETURNING Account(Nme); Nme",
                "FIND {aa} RETURNING Account(COUNT(Id)); a search returns fields",
                "SELECT Id FROM Account; Line 1, column 1",
            })
    void saysWhereASearchIsWrong(String sosl, String message) {
        assertThat(refusal(SampleWorld.shared(Product.H2), sosl).message()).contains(message);
    }

    @Test
    void aSearchIsBounded() {
        var world = SampleWorld.shared(Product.H2);

        assertThat(refusal(world, "FIND {" + "(".repeat(60) + "aa" + ")".repeat(60) + "}").message()).contains("nested more than 50 deep");
        assertThat(refusal(world, "FIND {" + "ab ".repeat(1400) + "}").message()).contains("more than 4000 characters");
        assertThat(refusal(world, "FIND {" + "ab ".repeat(900) + "} RETURNING Account").code()).isEqualTo("QUERY_TOO_COMPLICATED");
        assertThat(refusal(world, "FIND {ab} RETURNING " + "Account, ".repeat(20) + "Account").message()).contains("at most 20 objects");
    }

    private static QueryResult search(SampleWorld world, String username, String sosl) {
        return world.queries(Duration.ofSeconds(30)).search(sosl, world.permissions().access(world.caller(username)));
    }

    private static Problem refusal(SampleWorld world, String sosl) {
        return catchThrowableOfType(ProblemException.class, () -> search(world, "rep.west.1", sosl)).problem();
    }

    /** Gives the first record of a person another name. */
    private static String rename(SampleWorld world, String username, String table, String newName) {
        String id = world.database().sql()
                .select(field(name("id"), String.class))
                .from(table(name("records", table)))
                .where(field(name("owner_id"), String.class).eq(world.userId(username)))
                .orderBy(field(name("id")))
                .limit(1)
                .fetchSingle(field(name("id"), String.class));
        set(world, table, id, "name", newName);
        return id;
    }

    private static void set(SampleWorld world, String table, String id, String column, String value) {
        world.database().sql()
                .update(table(name("records", table)))
                .set(field(name(column), String.class), value)
                .where(field(name("id"), String.class).eq(id))
                .execute();
    }

    /** Before anybody asks: the world keeps what it has read of a version. */
    private static void ceiling(SampleWorld world, String fields) {
        String ceiling = "{\"objects\": {\"Account\": {\"read\": true, \"create\": false, \"edit\": false, \"delete\": false, \"allFields\": true,"
                + " \"fields\": {" + fields + "}, \"criteria\": [], \"any\": false}}}";
        world.database().sql().insertInto(AGENT_CEILING, AGENT_CEILING.KIND, AGENT_CEILING.SUBJECT, AGENT_CEILING.DEFINITION)
                .values("Client", "inspector", ceiling)
                .execute();
    }
}
