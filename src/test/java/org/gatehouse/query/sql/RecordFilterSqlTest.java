package org.gatehouse.query.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.gatehouse.metadata.FieldDefinition;
import org.gatehouse.metadata.ObjectDefinition;
import org.gatehouse.permission.EffectiveAccess;
import org.gatehouse.permission.Owners;
import org.gatehouse.permission.Predicate;
import org.gatehouse.permission.RecordFilter;
import org.gatehouse.testing.SampleWorld;
import org.gatehouse.testing.SampleWorld.Product;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** How a record filter is written, by how many rows pass and how many a statement tests; however it is written, the same records pass. */
class RecordFilterSqlTest {
    private static final List<Reading> READINGS = List.of(new Reading.Page(200), new Reading.Page(1_000_000), new Reading.LookUp(), new Reading.Search(), new Reading.Scan());

    private static final String HASH = "unnest(array(";
    private static final String PROBE = "offset 0 rows)";

    private final EffectiveAccess manager = SampleWorld.shared(Product.H2).access("manager.west");

    @ParameterizedTest(name = "{0}: {1} on {2}")
    @MethodSource("peopleAndObjects")
    void letsTheSameRecordsPassHoweverTheyAreRead(Product product, String username, String apiName) {
        var world = SampleWorld.shared(product);
        var access = world.access(username);
        var object = access.catalog().find(apiName).orElseThrow();

        var found = READINGS.stream().map(reading -> FilteredIds.of(world.database().sql(), object, access.visible(object), reading)).toList();

        assertThat(found).allMatch(found.getFirst()::equals);
    }

    static Stream<Arguments> peopleAndObjects() {
        return Stream.of(Product.values())
                .flatMap(product -> Stream.of("rep.west.1", "manager.west", "ceo")
                        .flatMap(person -> Stream.of("Account", "Contact", "Opportunity", "OpportunityLine")
                                .map(object -> Arguments.of(product, person, object))));
    }

    @Test
    void letsTheSameRecordsPassWhenNobodyCountedTheOwners() {
        var world = SampleWorld.shared(Product.POSTGRESQL);
        var counted = owned(new Owners(Set.of(manager.userId()), Set.of("B-00E000000000000004"), 0.3, 5));
        var uncounted = owned(new Owners(Set.of(manager.userId()), Set.of("B-00E000000000000004"), 0.3, Integer.MAX_VALUE));

        var expected = FilteredIds.of(world.database().sql(), account(), counted, new Reading.Scan());

        assertThat(expected).isNotEmpty();
        assertThat(READINGS).allSatisfy(
                reading -> assertThat(FilteredIds.of(world.database().sql(), account(), uncounted, reading)).isEqualTo(expected));
    }

    @Test
    void probesForTheChildrenOfAPage() {
        var page = written(account(), new Reading.Page(200));

        assertThat(page).containsOnlyOnce("from \"records\".\"opportunity\"").contains("\"t0c\".\"account_id\" = \"t0\".\"id\"").contains(PROBE);
    }

    @Test
    void hashesTheChildrenOnceForAPageThatTestsTooManyRows() {
        var page = written(account(), new Reading.Page(1_000_000));

        assertThat(page).contains(HASH + "select \"t0c\".\"account_id\"").doesNotContain(PROBE);
    }

    @Test
    void hashesTheChildrenOnceForAllRows() {
        var scan = written(account(), new Reading.Scan());

        assertThat(scan).contains(HASH + "select \"t0c\".\"account_id\"").doesNotContain(PROBE);
    }

    @Test
    void leavesTheChoiceToPostgreSqlWhereAConditionFindsTheRows() {
        var search = written(account(), new Reading.Search());

        assertThat(search).contains("exists (select 1 as \"one\" from \"records\".\"opportunity\"").doesNotContain(HASH, PROBE);
    }

    @Test
    void looksUpEverythingForASingleRow() {
        var lookUp = written(account(), new Reading.LookUp());

        assertThat(lookUp).contains(PROBE).doesNotContain(HASH).doesNotContain("\"owner_id\" in (select");
    }

    @Test
    void hashesOwnersOnlyWhereTheyAreCountedAndFitIntoMemory() {
        var some = new Owners(Set.of("a"), Set.of("g"), 0.3, 20_000);
        var many = new Owners(Set.of("a"), Set.of("g"), 0.3, 20_001);

        assertThat(written(owned(some), new Reading.Scan())).contains("\"owner_id\" in (select");
        assertThat(written(owned(many), new Reading.Scan())).contains("exists (select").doesNotContain(PROBE);
        assertThat(written(owned(many), new Reading.Page(200))).contains(PROBE);
    }

    @Test
    void asksOtherRecordsLast() {
        var scan = written(account(), new Reading.Scan());

        assertThat(scan.indexOf("\"t0\".\"owner_id\"")).isLessThan(scan.indexOf("record_share"));
    }

    @Test
    void joinsAlwaysOnH2() {
        var sql = new RecordFilterSql(SQLDialect.H2).compile(manager.visible(account()), "t0", new Reading.Page(200)).toString();

        assertThat(sql).doesNotContain("exists", "unnest", "any (");
    }

    private RecordFilter owned(Owners owners) {
        FieldDefinition owner = account().ownerField().orElseThrow();
        return new RecordFilter.Matching(new Predicate.OwnedBy(owner, owners));
    }

    private ObjectDefinition account() {
        return manager.catalog().find("Account").orElseThrow();
    }

    private String written(ObjectDefinition object, Reading reading) {
        return written(manager.visible(object), reading);
    }

    private static String written(RecordFilter filter, Reading reading) {
        return DSL.using(SQLDialect.POSTGRES).render(new RecordFilterSql(SQLDialect.POSTGRES).compile(filter, "t0", reading));
    }
}
