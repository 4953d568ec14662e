package org.gatehouse.catalog.limit;

import static org.gatehouse.platform.database.schema.Tables.USAGE_LIMIT;

import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gatehouse.catalog.StandardServer;
import org.gatehouse.catalog.TestCatalog;
import org.gatehouse.catalog.ToolHandler;
import org.gatehouse.identity.Users;
import org.gatehouse.oauth.TestClock;
import org.gatehouse.oauth.client.Clients;
import org.gatehouse.platform.database.ConfigurationVersions;
import org.gatehouse.platform.database.ConfigurationVersions.Topic;
import org.gatehouse.platform.database.Database;
import org.gatehouse.platform.problem.Problem;
import org.gatehouse.platform.problem.ProblemException;
import org.gatehouse.testing.TestAudit;
import org.gatehouse.testing.TestDatabases;

/** Limits on a database with the demo organisation, and the budgets of one node. At first nothing is limited. */
@SuppressWarnings("UnnecessaryAssignment") // The test stands in for the container that injects.
final class LimitWorld {
    /** Of the demo organisation. */
    static final String REP = "rep.west.1";

    final Database database = new Database(TestDatabases.demoOrganisation());
    final ConfigurationVersions versions = new ConfigurationVersions(database);
    final TestClock clock = new TestClock();
    final Limits limits = new Limits(database, versions);
    final Budgets budgets = new Budgets(limits, clock);
    final LimitService service = new LimitService();

    LimitWorld(ToolHandler... tools) {
        database.sql().deleteFrom(USAGE_LIMIT).execute();
        service.store = new LimitStore(database, versions);
        service.clients = new Clients(database, versions);
        service.users = new Users(database);
        service.servers = TestCatalog.with(database, tools).active(StandardServer.OBJECT_READS).administration();
        service.trail = TestAudit.trail(database);
        // Tests say how far into a minute, an hour and a day they are.
        clock.advance(Duration.between(clock.instant(), Window.DAY.endAfter(clock.instant())));
    }

    /** A limit for each of some dimensions. */
    static Limit limit(Measure measure, long size, Window window, Dimension... each) {
        return new Limit("test", "", true, measure, size, window, Map.of(), set(each), null);
    }

    static Limit only(Limit limit, Dimension dimension, String value) {
        return new Limit(limit.name(), limit.description(), true, limit.measure(), limit.size(), limit.window(), Map.of(dimension, value), limit.each(), null);
    }

    static Limit named(String name, Limit limit) {
        return new Limit(name, limit.description(), true, limit.measure(), limit.size(), limit.window(), limit.only(), limit.each(), null);
    }

    private static Set<Dimension> set(Dimension... each) {
        return each.length == 0 ? Set.of() : EnumSet.copyOf(Arrays.asList(each));
    }

    LimitWorld with(Limit... made) {
        List.of(made).forEach(service::create);
        return this;
    }

    /** The use of the soqlQuery tool by the representative through the inspector. */
    Use use() {
        return new Use("inspector", userId(REP), REP, "platform/object-reads", "soqlQuery");
    }

    String userId(String username) {
        return service.users.findByUsername(username).orElseThrow().id();
    }

    /** Makes a call; the limit in its way, if any. */
    Optional<String> call(Use use) {
        return budgets.countCall(use, version()).map(spent -> spent.problem().limit());
    }

    /** How many of some calls in a row are let through. */
    int calls(Use use, int tried) {
        int passed = 0;
        for (int i = 0; i < tried; i++) {
            passed += call(use).isEmpty() ? 1 : 0;
        }
        return passed;
    }

    /** Delivers an answer; what speaks against it, if anything. */
    Optional<Problem.BudgetSpent> read(Use use, long rows, long bytes) {
        return refusal(() -> {
            budgets.requireLeft(use, version());
            budgets.take(use, version(), new Answer(rows, bytes));
        });
    }

    /** Delivers the answer to a write. */
    Optional<Problem.BudgetSpent> write(Use use, long rows) {
        return refusal(() -> {
            budgets.requireLeft(use, version());
            budgets.charge(use, version(), new Answer(rows, 0));
        });
    }

    private static Optional<Problem.BudgetSpent> refusal(Runnable work) {
        try {
            work.run();
            return Optional.empty();
        } catch (ProblemException e) {
            return Optional.of((Problem.BudgetSpent) e.problem());
        }
    }

    long version() {
        return versions.current(Topic.ACCESS);
    }
}
