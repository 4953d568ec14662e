package org.gatehouse.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.gatehouse.testing.SampleWorld;
import org.gatehouse.testing.SampleWorld.Product;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Text that looks like something else is found as the text it is, in the same order on both databases. */
class TextSemanticsTest {
    private static final List<String> NAMES = List.of(
            "100% pure", "100 percent", "under_score", "underXscore", "back\\slash", "O'Brien", "\"quoted\"", "''", "'; DROP TABLE x --",
            "' OR '1'='1", "$$x$$", "${jndi:ldap://x}", "#{1+1}", "{{7*7}}", "ÄPFEL", "äpfel", "Ångström", "Привет", "ΑΒΓ", "日本", "😀 smile",
            "tab\there", "line\nbreak", "!bang", " leading", "trailing ", "a--b", "a/*b*/", "ａ＇ｂ", "NULL", "z", "Z", "a", "B");

    private static final Map<Product, SampleWorld> WORLDS = new ConcurrentHashMap<>();

    static Stream<Arguments> everyNameOnEachProduct() {
        return Stream.of(Product.values()).flatMap(product -> NAMES.stream().map(text -> Arguments.of(product, text)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("everyNameOnEachProduct")
    void q04FindsExactlyTheTextInAnyCase(Product product, String text) {
        var found = names(product, "Name = '" + escaped(text) + "'");

        assertThat(found).containsExactlyInAnyOrderElementsOf(NAMES.stream().filter(text::equalsIgnoreCase).toList());
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("everyNameOnEachProduct")
    void q07MatchesAnEscapedPatternLiterally(Product product, String text) {
        String pattern = escaped(text).replace("%", "\\%").replace("_", "\\_");

        var found = names(product, "Name LIKE '%" + pattern + "%'");

        String lower = text.toLowerCase(Locale.ROOT);
        assertThat(found).containsExactlyInAnyOrderElementsOf(
                NAMES.stream().filter(candidate -> candidate.toLowerCase(Locale.ROOT).contains(lower)).toList());
    }

    @ParameterizedTest
    @EnumSource
    void knowsTheTwoWildcards(Product product) {
        assertThat(names(product, "Name LIKE 'under_score'")).containsExactlyInAnyOrder("under_score", "underXscore");
        assertThat(names(product, "Name LIKE '100%'")).containsExactlyInAnyOrder("100% pure", "100 percent");
        assertThat(names(product, "Name LIKE '%'")).hasSameSizeAs(NAMES);
        assertThat(names(product, "Name LIKE ''")).isEmpty();
        assertThat(names(product, "Name LIKE '\\\\'")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void ordersByCodePointOfLowerCase(Product product) {
        // H2 goes by UTF-16 unit: it puts what lies outside the basic plane before the last signs of it, PostgreSQL behind them.
        var ordered = world(product)
                .query("admin", "SELECT Name FROM Account WHERE Type = 'Text' AND NOT Name LIKE '😀%' ORDER BY Name")
                .records()
                .stream()
                .map(row -> row.get("Name").asText().toLowerCase(Locale.ROOT))
                .toList();

        assertThat(ordered).hasSize(NAMES.size() - 1).isSorted();
    }

    @ParameterizedTest
    @EnumSource
    void comparesByTheOrderItSorts(Product product) {
        var below = names(product, "Name < 'm'");

        assertThat(below).containsExactlyInAnyOrderElementsOf(
                NAMES.stream().filter(candidate -> candidate.toLowerCase(Locale.ROOT).compareTo("m") < 0).toList());
    }

    @ParameterizedTest
    @EnumSource
    void keepsEveryDigit(Product product) {
        var row = world(product).query("admin", "SELECT AnnualRevenue FROM Account WHERE AnnualRevenue = 9007199254740993.01").records();

        assertThat(row).hasSize(NAMES.size());
        assertThat(row.getFirst().get("AnnualRevenue").decimalValue()).isEqualTo(new BigDecimal("9007199254740993.01"));
    }

    private static List<String> names(Product product, String condition) {
        return world(product)
                .query("admin", "SELECT Name FROM Account WHERE Type = 'Text' AND " + condition)
                .records()
                .stream()
                .map(row -> row.get("Name").asText())
                .toList();
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("'", "\\'").replace("\n", "\\n");
    }

    private static SampleWorld world(Product product) {
        return WORLDS.computeIfAbsent(product, TextSemanticsTest::withNames);
    }

    private static SampleWorld withNames(Product product) {
        var world = SampleWorld.own(product);
        String admin = world.userId("admin");
        Instant now = Instant.parse("2026-02-01T00:00:00Z");
        for (int i = 0; i < NAMES.size(); i++) {
            world.database()
                    .sql()
                    .insertInto(table(name("records", "account")))
                    .set(field(name("id"), String.class), "001T%014d".formatted(i))
                    .set(field(name("name"), String.class), NAMES.get(i))
                    .set(field(name("type"), String.class), "Text")
                    .set(field(name("annual_revenue"), BigDecimal.class), new BigDecimal("9007199254740993.01"))
                    .set(field(name("owner_id"), String.class), admin)
                    .set(field(name("created_date"), Instant.class), now)
                    .set(field(name("created_by_id"), String.class), admin)
                    .set(field(name("last_modified_date"), Instant.class), now)
                    .set(field(name("last_modified_by_id"), String.class), admin)
                    .execute();
        }
        return world;
    }
}
