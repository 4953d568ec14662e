package org.gatehouse.catalog.custom;

import static org.gatehouse.platform.database.schema.Tables.APPROVAL_POLICY;
import static org.gatehouse.platform.database.schema.Tables.CUSTOM_SERVER;
import static org.gatehouse.platform.database.schema.Tables.CUSTOM_SERVER_VERSION;
import static org.gatehouse.platform.database.schema.Tables.MCP_SERVER;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.gatehouse.catalog.Tools;
import org.gatehouse.catalog.custom.CustomServer.Publication;
import org.gatehouse.platform.crypto.OpaqueToken;
import org.gatehouse.platform.database.ConfigurationVersions;
import org.gatehouse.platform.database.ConfigurationVersions.Topic;
import org.gatehouse.platform.database.Database;
import org.gatehouse.platform.json.Json;
import org.gatehouse.platform.problem.Problem;
import org.gatehouse.platform.problem.ProblemException;
import org.gatehouse.platform.problem.Violations;
import org.jooq.Record;

/** The rows of custom servers. Whoever calls it has checked the document and begun a transaction. */
@Singleton
class CustomServerStore {
    static final String GROUP = "custom/";
    private static final int LONGEST = 200_000;

    private final Database database;
    private final ConfigurationVersions versions;
    private final InstantSource clock;
    private final Tools tools;

    @Inject
    CustomServerStore(Database database, ConfigurationVersions versions, InstantSource clock, Tools tools) {
        this.database = database;
        this.versions = versions;
        this.clock = clock;
        this.tools = tools;
    }

    /** The names of all, without the group, in order. */
    List<String> names() {
        return database.sql().select(CUSTOM_SERVER.NAME).from(CUSTOM_SERVER).orderBy(CUSTOM_SERVER.NAME).fetch(
                row -> row.value1().substring(GROUP.length()));
    }

    Optional<CustomServer> find(String name) {
        return database.sql().selectFrom(CUSTOM_SERVER).where(CUSTOM_SERVER.NAME.eq(GROUP + name)).fetchOptional(row -> {
            String text = row.get(CUSTOM_SERVER.DRAFT);
            ServerDocument draft = document(text);
            Optional<Version> published = Optional.ofNullable(row.get(CUSTOM_SERVER.PUBLISHED)).map(number -> version(name, number));
            return new CustomServer(
                    name, row.get(CUSTOM_SERVER.VERSION), row.get(CUSTOM_SERVER.CHANGED_AT).toString(), row.get(CUSTOM_SERVER.CHANGED_BY), draft,
                    published.map(Version::publication).orElse(null),
                    published.map(version -> Differences.between(version.document(), text)).orElse(null), DocumentLint.of(draft, tools));
        });
    }

    /** The document of a published version. */
    ServerDocument published(String name, int number) {
        return document(version(name, number).document());
    }

    void create(String name, ServerDocument draft, String author) {
        versions.changed(Topic.SERVERS);
        if (database.sql().fetchExists(CUSTOM_SERVER, CUSTOM_SERVER.NAME.equalIgnoreCase(GROUP + name))) {
            throw Violations.one("/name", "there is a server of this name already");
        }
        database.sql()
                .insertInto(CUSTOM_SERVER)
                .set(CUSTOM_SERVER.NAME, GROUP + name)
                .set(CUSTOM_SERVER.DRAFT, text(draft))
                .set(CUSTOM_SERVER.CHANGED_AT, now())
                .set(CUSTOM_SERVER.CHANGED_BY, author)
                .execute();
    }

    void edit(String name, int version, ServerDocument draft, String author) {
        int changed = database.sql()
                .update(CUSTOM_SERVER)
                .set(CUSTOM_SERVER.DRAFT, text(draft))
                .set(CUSTOM_SERVER.VERSION, CUSTOM_SERVER.VERSION.plus(1))
                .set(CUSTOM_SERVER.CHANGED_AT, now())
                .set(CUSTOM_SERVER.CHANGED_BY, author)
                .where(CUSTOM_SERVER.NAME.eq(GROUP + name).and(CUSTOM_SERVER.VERSION.eq(version)))
                .execute();
        requireChanged(changed);
    }

    /** Publishes the draft of this version as the next number; whether the server is active stays as it is. */
    void publish(String name, int version, String author) {
        // The version's row comes first: it lets one publication through at a time.
        versions.changed(Topic.ACCESS);
        Record row = database.sql()
                .select(CUSTOM_SERVER.DRAFT, CUSTOM_SERVER.PUBLISHED)
                .from(CUSTOM_SERVER)
                .where(CUSTOM_SERVER.NAME.eq(GROUP + name).and(CUSTOM_SERVER.VERSION.eq(version)))
                .fetchOptional()
                .orElseThrow(CustomServerStore::changedMeanwhile);
        Integer last = row.get(CUSTOM_SERVER.PUBLISHED);
        int number = last == null ? 1 : last + 1;
        database.sql()
                .insertInto(CUSTOM_SERVER_VERSION)
                .set(CUSTOM_SERVER_VERSION.SERVER, GROUP + name)
                .set(CUSTOM_SERVER_VERSION.NUMBER, number)
                .set(CUSTOM_SERVER_VERSION.DOCUMENT, row.get(CUSTOM_SERVER.DRAFT))
                .set(CUSTOM_SERVER_VERSION.DIGEST, OpaqueToken.sha256(row.get(CUSTOM_SERVER.DRAFT)))
                .set(CUSTOM_SERVER_VERSION.PUBLISHED_AT, now())
                .set(CUSTOM_SERVER_VERSION.PUBLISHED_BY, author)
                .execute();
        requireChanged(database.sql()
                .update(CUSTOM_SERVER)
                .set(CUSTOM_SERVER.PUBLISHED, number)
                .where(CUSTOM_SERVER.NAME.eq(GROUP + name).and(CUSTOM_SERVER.VERSION.eq(version)))
                .execute());
    }

    void delete(String name, int version) {
        versions.changed(Topic.ACCESS);
        if (database.sql().fetchExists(MCP_SERVER, MCP_SERVER.NAME.eq(GROUP + name).and(MCP_SERVER.ACTIVE))) {
            throw new ProblemException(new Problem.Conflict("The server is active. Deactivate it first."));
        }
        requireChanged(
                database.sql().deleteFrom(CUSTOM_SERVER).where(CUSTOM_SERVER.NAME.eq(GROUP + name).and(CUSTOM_SERVER.VERSION.eq(version))).execute());
        database.sql().deleteFrom(MCP_SERVER).where(MCP_SERVER.NAME.eq(GROUP + name)).execute();
        database.sql().deleteFrom(APPROVAL_POLICY).where(APPROVAL_POLICY.SERVER.eq(GROUP + name)).execute();
    }

    /** What was published last of each server, by name. */
    List<Version> published() {
        return database.sql()
                .select(CUSTOM_SERVER_VERSION.fields())
                .from(CUSTOM_SERVER_VERSION)
                .join(CUSTOM_SERVER)
                .on(CUSTOM_SERVER.NAME.eq(CUSTOM_SERVER_VERSION.SERVER).and(CUSTOM_SERVER.PUBLISHED.eq(CUSTOM_SERVER_VERSION.NUMBER)))
                .orderBy(CUSTOM_SERVER_VERSION.SERVER)
                .fetch(CustomServerStore::version);
    }

    /** The document that a text is. */
    static ServerDocument document(String text) {
        try {
            return Json.read(text.getBytes(StandardCharsets.UTF_8), ServerDocument.class);
        } catch (IOException e) {
            throw new IllegalStateException("The document of a server cannot be read: " + Json.complaint(e), e);
        }
    }

    /** A row of a published version. */
    record Version(String server, String document, Publication publication) {}

    private Version version(String name, int number) {
        return database.sql()
                .select(CUSTOM_SERVER_VERSION.fields())
                .from(CUSTOM_SERVER_VERSION)
                .where(CUSTOM_SERVER_VERSION.SERVER.eq(GROUP + name).and(CUSTOM_SERVER_VERSION.NUMBER.eq(number)))
                .fetchOptional(CustomServerStore::version)
                .orElseThrow(() -> new ProblemException(
                        new Problem.NotFound(Problem.Thing.SERVER, name, "There is no such version of this server.")));
    }

    private static Version version(Record row) {
        return new Version(
                row.get(CUSTOM_SERVER_VERSION.SERVER), row.get(CUSTOM_SERVER_VERSION.DOCUMENT),
                new Publication(
                        row.get(CUSTOM_SERVER_VERSION.NUMBER), row.get(CUSTOM_SERVER_VERSION.DIGEST),
                        row.get(CUSTOM_SERVER_VERSION.PUBLISHED_AT).toString(), row.get(CUSTOM_SERVER_VERSION.PUBLISHED_BY)));
    }

    private static String text(ServerDocument document) {
        String text = Json.text(document);
        if (text.length() > LONGEST) {
            throw Violations.one("", "the document has more than " + LONGEST + " characters");
        }
        return text;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static void requireChanged(int rows) {
        if (rows == 0) {
            throw changedMeanwhile();
        }
    }

    private static ProblemException changedMeanwhile() {
        return new ProblemException(new Problem.Conflict(
                "The server has changed or gone since you read it. Read it again and repeat your change with the version you read."));
    }
}
