package org.gatehouse.permission.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.gatehouse.platform.database.schema.Tables.APP_USER;
import static org.gatehouse.platform.database.schema.Tables.AUDIT_EVENT;
import static org.gatehouse.platform.database.schema.Tables.ONE_TIME_LINK;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.gatehouse.permission.grants.Administrators;
import org.gatehouse.permission.grants.TestGrants;
import org.gatehouse.platform.configuration.Deployment;
import org.gatehouse.platform.crypto.OpaqueToken;
import org.gatehouse.platform.database.ConfigurationVersions;
import org.gatehouse.platform.database.Database;
import org.gatehouse.platform.problem.Problem;
import org.gatehouse.platform.problem.ProblemException;
import org.gatehouse.testing.SampleWorld.Product;
import org.gatehouse.testing.TestAudit;
import org.gatehouse.testing.TestDatabases;
import org.gatehouse.testing.TestPostgres;
import org.gatehouse.testing.Transactions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The first run of an installation: nobody is there, and no password is known to anybody. */
@SuppressWarnings("UnnecessaryAssignment") // The test stands in for the container that injects.
class FirstAdministratorTest {
    private static final String PASSWORD = "correct horse battery";

    private Instant now = Instant.parse("2026-11-22T10:00:00Z");

    @ParameterizedTest
    @EnumSource(Product.class)
    void g09ALinkMakesOneAdministratorAndNoMore(Product product) {
        var node = new Node(product);
        String code = node.newCode();

        node.make(code, "ada");

        assertThat(Administrators.exist(node.database.sql())).isTrue();
        assertThat(node.transactions.run(() -> node.recovery.firstAdministratorLink())).isEmpty();
        assertThat(node.recovery.offer(code)).isEmpty();
        assertThat(node.problem(() -> node.make(code, "bob"))).isInstanceOf(Problem.NotFound.class);
        assertThat(node.database.sql().select(APP_USER.USERNAME).from(APP_USER).fetch(APP_USER.USERNAME)).containsExactly("ada");
        assertThat(node.database.sql().select(AUDIT_EVENT.METHOD).from(AUDIT_EVENT).orderBy(AUDIT_EVENT.ID).fetch(AUDIT_EVENT.METHOD))
                .containsExactly("permission-set.create", "permission-set.create", "user.create", "user.password");
    }

    @ParameterizedTest
    @EnumSource(Product.class)
    void g09OfTwoNodesThatStartTogetherOneMakesTheAdministrator(Product product) throws Exception {
        var node = new Node(product);
        // Each node left a link of its own; both are good.
        List<String> codes = List.of(node.newCode(), node.newCode());
        var barrier = new CyclicBarrier(2);
        try (var threads = Executors.newFixedThreadPool(2)) {
            List<Future<Optional<Problem>>> ends = Stream.of(0, 1)
                    .map(i -> threads.submit(() -> {
                        barrier.await();
                        return Optional.ofNullable(node.problemOrNull(() -> node.make(codes.get(i), "person." + i)));
                    }))
                    .toList();

            assertThat(List.of(ends.get(0).get(), ends.get(1).get())).filteredOn(Optional::isEmpty).as("%s", ends).hasSize(1);
        }
        assertThat(node.database.sql().fetchCount(APP_USER)).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(Product.class)
    void whatWasTypedWronglyLeavesTheLinkGood(Product product) {
        var node = new Node(product);
        String code = node.newCode();

        assertThat(node.problem(() -> node.transactions.run(() -> {
            node.recovery.makeFirstAdministrator(code, "ada", "Ada", "ada@gate.example", "short");
            return true;
        }))).isInstanceOf(Problem.InvalidArguments.class);

        assertThat(node.database.sql().fetchCount(APP_USER)).as("rolled back").isZero();
        node.make(code, "ada");
        assertThat(node.database.sql().fetchCount(APP_USER)).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(Product.class)
    void g19ALinkIsGoodOnceForAWhileAndOfTheInstallationsOwnHost(Product product) {
        var node = new Node(product);
        node.make(node.newCode(), "ada");
        String id = node.database.sql().select(APP_USER.ID).from(APP_USER).fetchSingle().value1();

        NewLink earlier = node.transactions.run(() -> node.recovery.passwordLink(id));
        NewLink link = node.transactions.run(() -> node.recovery.passwordLink(id));

        assertThat(link.link()).startsWith("https://gate.example/welcome?code=");
        assertThat(node.recovery.offer(code(earlier))).as("a new link voids the one before").isEmpty();
        assertThat(node.recovery.offer(code(link))).contains(new LinkOffer(LinkPurpose.PASSWORD, "ada"));
        node.setPassword(code(link));
        assertThat(node.problem(() -> node.setPassword(code(link)))).isInstanceOf(Problem.NotFound.class);

        NewLink late = node.transactions.run(() -> node.recovery.passwordLink(id));
        now = now.plus(Duration.ofDays(1));
        assertThat(node.problem(() -> node.setPassword(code(late)))).isInstanceOf(Problem.NotFound.class);
    }

    @ParameterizedTest
    @EnumSource(Product.class)
    void theDatabaseKnowsNoLink(Product product) {
        var node = new Node(product);
        String code = node.newCode();

        assertThat(node.database.sql().selectFrom(ONE_TIME_LINK).fetch().formatCSV()).doesNotContain(code).contains(OpaqueToken.sha256(code));
        assertThat(node.problem(() -> node.make(OpaqueToken.sha256(code), "ada"))).isInstanceOf(Problem.NotFound.class);
        assertThat(node.problem(() -> node.setPassword(code))).as("a link for something else").isInstanceOf(Problem.NotFound.class);
    }

    private static String code(NewLink link) {
        return link.link().substring(link.link().indexOf('=') + 1);
    }

    private final class Node {
        private final Transactions transactions;
        private final Database database;
        private final RecoveryService recovery = new RecoveryService();

        Node(Product product) {
            transactions = new Transactions(
                    switch (product) {
                        case H2 -> TestDatabases.empty();
                        case POSTGRESQL -> TestPostgres.empty();
                    });
            database = new Database(transactions.dataSource());
            var deployment = new Deployment("https://gate.example", false, "/nowhere");
            recovery.database = database;
            recovery.versions = new ConfigurationVersions(database);
            recovery.links = new OneTimeLinks(database, deployment, () -> now);
            recovery.people = TestGrants.people(database, () -> now);
            recovery.firstAdministrator = new FirstAdministrator(database, TestGrants.grants(database, () -> now), recovery.people);
            recovery.trail = TestAudit.trail(database);
            recovery.clock = () -> now;
        }

        String newCode() {
            return code(transactions.run(() -> recovery.firstAdministratorLink().orElseThrow()));
        }

        void make(String code, String username) {
            transactions.run(() -> {
                recovery.makeFirstAdministrator(code, username, "Ada", "ada@gate.example", PASSWORD);
                return true;
            });
        }

        void setPassword(String code) {
            transactions.run(() -> {
                recovery.setPassword(code, PASSWORD);
                return true;
            });
        }

        Problem problem(Runnable work) {
            return catchThrowableOfType(ProblemException.class, work::run).problem();
        }

        @org.jspecify.annotations.Nullable Problem problemOrNull(Runnable work) {
            try {
                work.run();
                return null;
            } catch (ProblemException e) {
                return e.problem();
            }
        }
    }
}
