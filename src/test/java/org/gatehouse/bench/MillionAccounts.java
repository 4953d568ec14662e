package org.gatehouse.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gatehouse.permission.EffectiveAccess;
import org.gatehouse.query.QueryConfiguration;
import org.gatehouse.query.QueryEngine;
import org.junit.jupiter.api.Test;

/**
 * What permission costs on 1,000,000 accounts: queries as Gatehouse compiles them, against the same statements without their permission
 * predicate and against PostgreSQL's own row-level security with the same rules; and what it takes to get from a query's text to its statement.
 */
class MillionAccounts {
    private static final int ACCOUNTS = Integer.getInteger("bench.accounts", 1_000_000);
    private static final long SEED = Long.getLong("bench.seed", 20261128);

    /** The people who ask: what each sees of the accounts by role, before rules, shares and deals. */
    private static final Map<String, String> PEOPLE = people();

    private static final Map<String, String> QUERIES = queries();

    private static final String ADMIN = "admin";

    private final Report report = new Report("million");

    private static Map<String, String> people() {
        Map<String, String> people = new LinkedHashMap<>();
        people.put("big.39", "rep, own records");
        people.put("big.13", "rep, with rules");
        people.put("big.4", "manager, 11 %");
        people.put("big.1", "head, 33 %");
        people.put("big.0", "top, all");
        return people;
    }

    private static Map<String, String> queries() {
        Map<String, String> queries = new LinkedHashMap<>();
        queries.put("page", "SELECT Id, Name, Industry, Rating, BillingCity FROM Account LIMIT 200");
        queries.put("page by name", "SELECT Id, Name, Industry, Rating, BillingCity FROM Account ORDER BY BillingCity, Name LIMIT 200");
        queries.put("count by group", "SELECT Industry, COUNT(Id) FROM Account GROUP BY Industry");
        queries.put("parent join", "SELECT Id, Name, Account.Name, Account.Industry FROM Opportunity LIMIT 200");
        queries.put("by parent", "SELECT Id, Name, Account.Name, Account.Industry FROM Contact LIMIT 200");
        queries.put("children", "SELECT Id, Name, (SELECT Id, Name FROM Contacts) FROM Account LIMIT 200");
        return queries;
    }

    @Test
    void measures() throws SQLException, IOException {
        report.line("seed %d, %,d accounts, %d processors, Java %s", SEED, ACCOUNTS, Runtime.getRuntime().availableProcessors(), Runtime.version());
        try (EmbeddedPostgres server = server()) {
            BigOrganisation organisation = BigOrganisation.make(server, SEED, ACCOUNTS);
            organisation.secureRows();
            report.line("%s", organisation.database().sql().fetchSingle("SELECT version()").get(0));
            permissionPredicates(organisation);
            growth(BigOrganisation.make(server, SEED, ACCOUNTS / 100), organisation);
            new SnapshotTimes(organisation, report).measure();
            new TranslationTimes(organisation, report).measure();
        }
    }

    private static EmbeddedPostgres server() throws IOException {
        return EmbeddedPostgres.builder()
                .setServerConfig("shared_buffers", "2GB")
                .setServerConfig("effective_cache_size", "4GB")
                .setServerConfig("max_wal_size", "8GB")
                .setServerConfig("random_page_cost", "1.1")
                .setServerConfig("work_mem", "64MB")
                .start();
    }

    private void permissionPredicates(BigOrganisation organisation) throws SQLException {
        report.line("");
        report.line("%-16s %-18s %9s %9s %9s | %9s %9s | %6s", "query", "who", "bare ms", "gate ms", "RLS ms", "gate/bare", "gate/RLS", "rounds");
        for (Map.Entry<String, String> query : QUERIES.entrySet()) {
            for (Map.Entry<String, String> person : PEOPLE.entrySet()) {
                compare(organisation, query, person);
            }
        }
    }

    private void compare(BigOrganisation organisation, Map.Entry<String, String> query, Map.Entry<String, String> person) throws SQLException {
        Statements statements = new Statements(organisation.database().sql());
        EffectiveAccess everything = organisation.access(ADMIN);
        EffectiveAccess access = organisation.access(person.getKey());
        List<String> parents = accounts(organisation, access);
        String userId = organisation.userId(person.getKey());
        try (Side bare = new Side(organisation.open(), statements.of(query.getValue(), everything, parents));
                Side gatehouse = new Side(organisation.open(), statements.of(query.getValue(), access, parents));
                Side secured = new Side(organisation.openSecured(userId), statements.of(query.getValue(), everything, parents))) {
            String name = query.getKey().replace(' ', '-') + "-" + person.getKey();
            report.keep("plans/" + name + "-gatehouse.txt", gatehouse.explained());
            report.keep("plans/" + name + "-bare.txt", bare.explained());
            Side.Answer policies = secured.ask();
            if (policies.came()) {
                report.keep("plans/" + name + "-rls.txt", secured.explained());
                assertThat(gatehouse.ask().same(policies)).as("Gatehouse and the policies answer the same to %s: %s", person, query).isTrue();
            }

            Contest contest = Contest.of(List.of(bare, gatehouse, secured));

            report.line(
                    "%-16s %-18s %9.2f %9.2f %9.2f | %9.2f %9.2f | %6d", query.getKey(), person.getValue(), contest.millis(0), contest.millis(1),
                    contest.millis(2), contest.ratio(1, 0), contest.ratio(1, 2), contest.size());
        }
    }

    /** The first accounts that the person sees. */
    private static List<String> accounts(BigOrganisation organisation, EffectiveAccess access) {
        QueryEngine engine = new QueryEngine(organisation.database(), new QueryConfiguration(Duration.ofMinutes(5)), InstantSource.system());
        List<String> ids = new ArrayList<>();
        engine.run("SELECT Id FROM Account LIMIT 200", access).records().forEach(row -> ids.add(row.get("Id").asText()));
        return ids;
    }

    private void growth(BigOrganisation small, BigOrganisation large) throws SQLException {
        report.line("");
        report.line("%-16s %-18s %9s %9s | %9s", "selective query", "who", "1/100 ms", "all ms", "all/1:100");
        for (Map.Entry<String, String> person : PEOPLE.entrySet()) {
            // An account of the person's own, which a small organisation and a large one both have.
            String name = small.database().sql().fetchSingle(
                    "SELECT name FROM records.account WHERE owner_id = ? ORDER BY id LIMIT 1", small.userId(person.getKey())).get(0, String.class);
            growth(small, large, person, "by name", "SELECT Id, Name, Industry FROM Account WHERE Name = '" + name + "'");
        }
    }

    private void growth(BigOrganisation small, BigOrganisation large, Map.Entry<String, String> person, String name, String soql) throws SQLException {
        try (Side few = side(small, person.getKey(), soql);
                Side many = side(large, person.getKey(), soql)) {
            report.keep("plans/growth-" + person.getKey() + "-few.txt", few.explained());
            report.keep("plans/growth-" + person.getKey() + "-many.txt", many.explained());

            Contest contest = Contest.of(List.of(few, many));

            report.line("%-16s %-18s %9.2f %9.2f | %9.2f", name, person.getValue(), contest.millis(0), contest.millis(1), contest.ratio(1, 0));
        }
    }

    private static Side side(BigOrganisation organisation, String username, String soql) throws SQLException {
        return new Side(organisation.open(), new Statements(organisation.database().sql()).of(soql, organisation.access(username), List.of()));
    }
}
