package org.gatehouse.oracle;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.gatehouse.identity.Caller;
import org.gatehouse.metadata.ObjectCatalogs;
import org.gatehouse.metadata.ObjectDefinition;
import org.gatehouse.oracle.Judge.Level;
import org.gatehouse.oracle.Organisation.Person;
import org.gatehouse.permission.AccessLevel;
import org.gatehouse.permission.EffectiveAccess;
import org.gatehouse.permission.PermissionEngine;
import org.gatehouse.permission.RecordFilter;
import org.gatehouse.permission.RecordReason;
import org.gatehouse.platform.database.Database;
import org.gatehouse.platform.problem.ProblemException;
import org.gatehouse.query.QueryConfiguration;
import org.gatehouse.query.QueryEngine;
import org.gatehouse.query.QueryResult;
import org.gatehouse.query.QueryService;
import org.gatehouse.query.TestQueries;
import org.gatehouse.query.sql.FilteredIds;
import org.gatehouse.record.RecordChange;
import org.gatehouse.record.RecordRequest;
import org.gatehouse.record.RowResult;
import org.gatehouse.record.TestRecords;
import org.gatehouse.testing.SampleWorld.Product;
import org.gatehouse.testing.TestDatabases;
import org.gatehouse.testing.TestPostgres;
import org.gatehouse.testing.Transactions;

/** Gatehouse on a database of its own that holds one organisation after the other. */
final class OracleWorld {
    private static final Map<Product, OracleWorld> SHARED = new EnumMap<>(Product.class);
    /** So many organisations leave dead rows behind that the tables are better emptied for good. */
    private static final int KEPT = 100;
    /** When every question is asked. */
    private static final InstantSource ASKED = InstantSource.fixed(Instant.parse("2026-03-02T10:00:00Z"));

    private final Database database;
    private final Transactions transactions;
    private final PermissionEngine permissions;
    private final QueryEngine queries;
    private long version = 1;

    private OracleWorld(DataSource dataSource) {
        this.transactions = new Transactions(dataSource);
        this.database = new Database(transactions.dataSource());
        OracleTables.create(database.sql());
        this.permissions = new PermissionEngine(database, new ObjectCatalogs(database), InstantSource.fixed(Organisation.NOW));
        this.queries = engine();
    }

    private QueryEngine engine() {
        return new QueryEngine(database, new QueryConfiguration(Duration.ofSeconds(30)), ASKED);
    }

    static synchronized OracleWorld on(Product product) {
        return SHARED.computeIfAbsent(product, OracleWorld::another);
    }

    /** A database that nobody else uses. */
    static OracleWorld another(Product product) {
        return new OracleWorld(switch (product) {
            case H2 -> TestDatabases.empty();
            case POSTGRESQL -> TestPostgres.empty();
        });
    }

    void install(Organisation organisation) {
        version++;
        if (version % KEPT == 0) {
            OracleTables.empty(database.sql());
        }
        Installer.install(database.sql(), organisation);
    }

    EffectiveAccess access(Person person) {
        return permissions.access(person.id(), version);
    }

    /** The records that the person has access to, as far as the level goes. */
    Set<String> ids(Person person, ModelObject object, Level level) {
        EffectiveAccess access = access(person);
        ObjectDefinition definition = access.catalog().find(object.name()).orElseThrow();
        RecordFilter filter = switch (level) {
            case READ -> access.visible(definition);
            case EDIT -> access.editable(definition);
            case ALL -> access.deletable(definition);
        };
        return FilteredIds.of(database.sql(), definition, filter);
    }

    /** What the engine says decides over the records. */
    List<RecordReason> reasons(Person person, ModelObject object, Level level) {
        EffectiveAccess access = access(person);
        return access.reasons(access.catalog().find(object.name()).orElseThrow(), AccessLevel.valueOf(level.name()));
    }

    /** The records that pass a filter. */
    Set<String> ids(Person person, ModelObject object, RecordFilter filter) {
        return FilteredIds.of(database.sql(), access(person).catalog().find(object.name()).orElseThrow(), filter);
    }

    QueryResult run(Person person, String soql) {
        return queries.run(soql, access(person));
    }

    /** The same by an engine that nobody has asked anything yet. */
    QueryResult runUnprepared(Person person, String soql) {
        return engine().run(soql, access(person));
    }

    QueryResult search(Person person, String sosl) {
        return queries.search(sosl, access(person));
    }

    /** All pages of an answer, each with the cursor to the next. */
    List<QueryResult> pages(Person person, String soql, int size) {
        QueryService service = TestQueries.paged(database, permissions, size, ASKED);
        List<QueryResult> pages = new ArrayList<>();
        Optional<String> cursor = Optional.empty();
        do {
            pages.add(service.query(caller(person), soql, cursor));
            cursor = pages.getLast().cursor();
        } while (cursor.isPresent());
        return pages;
    }

    /** What would become of a write. Nothing stays of it. */
    List<RowResult> tried(Person person, String object, RecordChange change) {
        RecordRequest request = new RecordRequest(object, List.of(change), false, true, Optional.empty());
        return transactions.run(() -> TestRecords.service(database, permissions, queries, ASKED).write(caller(person), request));
    }

    private Caller caller(Person person) {
        return new Caller(person.id(), RandomPeople.username(person), "app", "grant", "http://localhost/mcp", Set.of(), version);
    }

    /** What Gatehouse answers. */
    Answer answer(Person person, ModelQuery query) {
        try {
            QueryResult result = run(person, query.text());
            List<String> rows = result.records().stream().map(Canon::json).toList();
            return query.counts() ? new Answer.Count(result.totalSize()) : new Answer.Rows(rows);
        } catch (ProblemException refusal) {
            return new Answer.Refused(Set.of(refusal.problem().code()));
        }
    }
}
