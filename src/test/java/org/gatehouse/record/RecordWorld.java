package org.gatehouse.record;

import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.jooq.impl.DSL.constraint;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.gatehouse.identity.Caller;
import org.gatehouse.permission.sharing.RecordShares;
import org.gatehouse.permission.sharing.SharingSettings.Kind;
import org.gatehouse.permission.sharing.SharingSettings.Member;
import org.gatehouse.permission.sharing.SharingSettings.Share;
import org.gatehouse.platform.database.ConfigurationVersions;
import org.gatehouse.platform.database.ConfigurationVersions.Topic;
import org.gatehouse.platform.json.Json;
import org.gatehouse.platform.problem.Problem;
import org.gatehouse.platform.problem.ProblemException;
import org.gatehouse.testing.SampleWorld;
import org.gatehouse.testing.SampleWorld.Product;
import org.gatehouse.testing.TestObjects;
import org.jspecify.annotations.Nullable;

/** The demo organisation, in which a test writes records as anybody, each call in a transaction as the container makes it. */
final class RecordWorld {
    static final Instant NOW = SampleWorld.NOW;

    final SampleWorld world;
    final TestObjects objects;
    final ConfigurationVersions versions;
    final RecordService service;
    private Instant now = NOW;

    RecordWorld(Product product) {
        world = SampleWorld.own(product);
        objects = new TestObjects(world);
        versions = new ConfigurationVersions(world.database());
        service = TestRecords.service(world, () -> now);
    }

    Instant now() {
        return now;
    }

    /** How many rows have the id, in the bin or not. */
    int rows(String table, String id) {
        return world.database().sql().fetchCount(table(name("records", table)), field(name("id"), String.class).eq(id));
    }

    void later(Duration time) {
        now = now.plus(time);
    }

    /** Lets everybody learn so many times an hour that a value is in use. */
    @SuppressWarnings("UnnecessaryAssignment") // Stands in for the container, which injects it on the server.
    void tellsOfDuplicates(int most) {
        service.duplicates = new DuplicateAnswers(most, this::now);
    }

    Caller caller(String username) {
        return new Caller(
                world.userId(username), username, "inspector", "grant", "http://localhost:8080/mcp/v1/platform/object-all", Set.of("mcp_api"),
                versions.current(Topic.ACCESS));
    }

    /** Creates a record that must succeed, and answers its id. */
    String create(String username, String object, String values) {
        return one(username, object, new RecordChange.Create(Json.literal(values))).id().orElseThrow();
    }

    RowResult update(String username, String object, String id, String values) {
        return one(username, object, new RecordChange.Update(id, Json.literal(values), Optional.empty()));
    }

    RowResult delete(String username, String object, String id) {
        return one(username, object, new RecordChange.Delete(id));
    }

    RowResult undelete(String username, String object, String id) {
        return one(username, object, new RecordChange.Undelete(id));
    }

    RowResult one(String username, String object, RecordChange change) {
        return write(username, request(object, change)).getFirst();
    }

    static RecordRequest request(String object, RecordChange... changes) {
        return new RecordRequest(object, List.of(changes), true, false, Optional.empty());
    }

    List<RowResult> write(String username, RecordRequest request) {
        return write(caller(username), request);
    }

    List<RowResult> write(Caller caller, RecordRequest request) {
        return world.transactions().run(() -> service.write(caller, request));
    }

    /** The problem that a call ends with. */
    static Problem refusal(Supplier<?> call) {
        return catchThrowableOfType(ProblemException.class, call::get).problem();
    }

    /** Whether the person sees a record. */
    boolean sees(String username, String object, String id) {
        return !seen(username, object, id, "Id").isMissingNode();
    }

    /** What the person sees of a record; a missing node for nothing. */
    JsonNode seen(String username, String object, String id, String fields) {
        return query(username, "SELECT " + fields + " FROM " + object + " WHERE Id = '" + id + "'").stream().<JsonNode>map(it -> it).findFirst().orElse(MissingNode.getInstance());
    }

    List<ObjectNode> query(String username, String soql) {
        return objects.query(username, soql).records();
    }

    /** Shares a record with a person by hand. */
    void share(String object, String id, String username) {
        new RecordShares(world.database().sql())
                .share(object, id, new Share(new Member(Kind.USER, username), "Read"), world.userId("admin"), NOW);
    }

    /** Empties a column, and lets no two records have the same value in it from now on. */
    void unique(String table, String column) {
        world.database().sql().update(table(name("records", table))).setNull(field(name(column))).execute();
        world.database().sql().alterTable(table(name("records", table))).add(constraint(name("only_one")).unique(name(column))).execute();
    }

    /** Changes a column past all rules. */
    void set(String table, String id, String column, @Nullable Object value) {
        world.database().sql()
                .update(table(name("records", table)))
                .set(field(name(column), Object.class), value)
                .where(field(name("id"), String.class).eq(id))
                .execute();
    }
}
