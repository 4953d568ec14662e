package org.gatehouse.mcp.task;

import static org.gatehouse.platform.database.schema.Tables.MCP_TASK;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.JOSEException;
import jakarta.ejb.Schedule;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.gatehouse.identity.Caller;
import org.gatehouse.platform.configuration.Deployment;
import org.gatehouse.platform.crypto.MasterKey;
import org.gatehouse.platform.crypto.OpaqueToken;
import org.gatehouse.platform.database.Database;
import org.gatehouse.platform.json.Json;
import org.gatehouse.platform.problem.Problem;
import org.gatehouse.platform.problem.ProblemException;
import org.jooq.Condition;
import org.jspecify.annotations.Nullable;

/** Keeps tasks. Each is of one connection and one server; for all others it is not there. */
@Stateless
public class Tasks {
    /** How long a task can be asked for after it was created. */
    public static final Duration LIFETIME = Duration.ofHours(1);

    /** Tasks of one connection that may be under way at a time. */
    static final int MOST_UNDER_WAY = 20;

    private static final int LONGEST = 1_000_000;

    @Inject
    Database database;

    @Inject
    InstantSource clock;

    @Inject
    Deployment deployment;

    @Inject
    @ConfigProperty(name = "jboss.node.name", defaultValue = "gatehouse")
    String node;

    private @Nullable MasterKey key;

    /**
     * Keeps a new task that is working; when this returns, it is there for everybody who may ask.
     *
     * @throws ProblemException limit exceeded if the connection has too many under way, or the call is too large to be kept
     */
    public Task create(Caller caller, String server, ObjectNode content) {
        Condition underWay = MCP_TASK.GRANT_ID.eq(caller.grantId())
                .and(MCP_TASK.STATUS.in(TaskStatus.WORKING.name(), TaskStatus.INPUT_REQUIRED.name()))
                .and(MCP_TASK.EXPIRES_AT.gt(now()));
        if (database.sql().fetchCount(MCP_TASK, underWay) >= MOST_UNDER_WAY) {
            throw new ProblemException(new Problem.LimitExceeded(
                    MOST_UNDER_WAY + " tasks of this connection are under way. Wait for one to end, or cancel one."));
        }
        String id = OpaqueToken.create().value();
        String requestId = UUID.randomUUID().toString();
        Instant now = now();
        database.sql()
                .insertInto(MCP_TASK)
                .set(MCP_TASK.ID_HASH, OpaqueToken.sha256(id))
                .set(MCP_TASK.GRANT_ID, caller.grantId())
                .set(MCP_TASK.SERVER, server)
                .set(MCP_TASK.REQUEST_ID, requestId)
                .set(MCP_TASK.NODE, node)
                .set(MCP_TASK.STATUS, TaskStatus.WORKING.name())
                .set(MCP_TASK.CONTENT, sealed(content))
                .set(MCP_TASK.CREATED_AT, now)
                .set(MCP_TASK.UPDATED_AT, now)
                .set(MCP_TASK.EXPIRES_AT, now.plus(LIFETIME))
                .execute();
        return new Task(id, requestId, TaskStatus.WORKING, content, now, now);
    }

    /** The caller's task of this id at this server. */
    public Optional<Task> find(Caller caller, String server, String id) {
        return database.sql()
                .selectFrom(MCP_TASK)
                .where(MCP_TASK.ID_HASH.eq(OpaqueToken.sha256(id)))
                .and(MCP_TASK.GRANT_ID.eq(caller.grantId()))
                .and(MCP_TASK.SERVER.eq(server))
                .and(MCP_TASK.EXPIRES_AT.gt(now()))
                .fetchOptional(row -> new Task(
                        id, row.get(MCP_TASK.REQUEST_ID), TaskStatus.valueOf(row.get(MCP_TASK.STATUS)), opened(row.get(MCP_TASK.CONTENT)),
                        row.get(MCP_TASK.CREATED_AT), row.get(MCP_TASK.UPDATED_AT)));
    }

    /**
     * Changes a task that has not become something else meanwhile.
     *
     * @param task as it was found
     * @return whether it was changed
     * @throws ProblemException limit exceeded if the content is too large to be kept
     */
    public boolean change(Task task, TaskStatus status, ObjectNode content) {
        return change(task, task.requestId(), status, content);
    }

    /**
     * Lets a task's call be made again, under a request of its own.
     *
     * @param task as it was found
     * @param content with the answers for the call
     * @return the task as it is then; empty if it has become something else meanwhile
     */
    public Optional<Task> resume(Task task, ObjectNode content) {
        String requestId = UUID.randomUUID().toString();
        return change(task, requestId, TaskStatus.WORKING, content)
                ? Optional.of(new Task(task.id(), requestId, TaskStatus.WORKING, content, task.createdAt(), task.updatedAt()))
                : Optional.empty();
    }

    private boolean change(Task task, String requestId, TaskStatus status, ObjectNode content) {
        return database.sql()
                        .update(MCP_TASK)
                        .set(MCP_TASK.REQUEST_ID, requestId)
                        .set(MCP_TASK.STATUS, status.name())
                        .set(MCP_TASK.CONTENT, sealed(content))
                        .set(MCP_TASK.NODE, node)
                        .set(MCP_TASK.UPDATED_AT, now())
                        .where(MCP_TASK.ID_HASH.eq(OpaqueToken.sha256(task.id())))
                        .and(MCP_TASK.STATUS.eq(task.status().name()))
                        .execute()
                == 1;
    }

    /** What this node was working on when it stopped is not worked on any more. */
    public void abandon(ObjectNode error) {
        Condition abandoned = MCP_TASK.NODE.eq(node).and(MCP_TASK.STATUS.eq(TaskStatus.WORKING.name()));
        // At the first start there is no key yet, and nothing to be sealed.
        if (database.sql().fetchExists(MCP_TASK, abandoned)) {
            database.sql()
                    .update(MCP_TASK)
                    .set(MCP_TASK.STATUS, TaskStatus.FAILED.name())
                    .set(MCP_TASK.CONTENT, sealed(Json.object().set("error", error)))
                    .set(MCP_TASK.UPDATED_AT, now())
                    .where(abandoned)
                    .execute();
        }
    }

    /** Forgets what nobody can ask for any more. Harmless when every node does it. */
    @Schedule(hour = "*", minute = "*/15", persistent = false)
    public void clean() {
        database.sql().deleteFrom(MCP_TASK).where(MCP_TASK.EXPIRES_AT.le(now())).execute();
    }

    private String sealed(ObjectNode content) {
        String sealed = key().encrypt(Json.text(content));
        if (sealed.length() > LONGEST) {
            throw new ProblemException(new Problem.LimitExceeded("This is too much for a task. Ask for less."));
        }
        return sealed;
    }

    private ObjectNode opened(String sealed) {
        try {
            return (ObjectNode) Json.read(key().decrypt(sealed).getBytes(StandardCharsets.UTF_8));
        } catch (JOSEException | ParseException | IOException e) {
            throw new IllegalStateException("A task cannot be read.", e);
        }
    }

    private MasterKey key() {
        MasterKey present = key;
        if (present == null) {
            present = MasterKey.read(MasterKey.file(deployment));
            key = present;
        }
        return present;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
