package org.gatehouse.mcp.protocol;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.gatehouse.platform.database.schema.Tables.MCP_SESSION;
import static org.gatehouse.platform.database.schema.Tables.MCP_SESSION_RESOURCE;
import static org.jooq.impl.DSL.select;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.gatehouse.catalog.dialogue.ClientCapability;
import org.gatehouse.catalog.dialogue.LogLevel;
import org.gatehouse.identity.Caller;
import org.gatehouse.platform.database.Database;
import org.gatehouse.platform.problem.Problem;
import org.gatehouse.platform.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * The sessions of clients before 2026-07-28. A session belongs to the grant and the server it was opened with, and is kept as the hash of its
 * id: who reads the table cannot take one over.
 */
@Stateless
public class McpSessions {
    private static final Duration LIFETIME = Duration.ofHours(24);
    private static final int ID_BYTES = 32;

    /** Sessions that one connection of a person, a client and a server may have; a further one ends the oldest. */
    static final int MOST_PER_GRANT = 20;

    private static final SecureRandom RANDOM = new SecureRandom();

    @Inject
    Database database;

    InstantSource clock = InstantSource.system();

    /** Opens a session and gives its id, which is kept nowhere. */
    public String open(Caller caller, String server, ProtocolVersion version, Set<ClientCapability> capabilities) {
        Instant now = clock.instant();
        makeRoom(caller.grantId(), now);
        byte[] random = new byte[ID_BYTES];
        RANDOM.nextBytes(random);
        String id = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        database.sql()
                .insertInto(MCP_SESSION)
                .set(MCP_SESSION.ID_HASH, hash(id))
                .set(MCP_SESSION.GRANT_ID, caller.grantId())
                .set(MCP_SESSION.SERVER, server)
                .set(MCP_SESSION.PROTOCOL_VERSION, version.wireName())
                .set(MCP_SESSION.CLIENT_CAPABILITIES, capabilities.stream().map(ClientCapability::name).sorted().collect(Collectors.joining(" ")))
                .set(MCP_SESSION.CREATED_AT, now)
                .set(MCP_SESSION.EXPIRES_AT, now.plus(LIFETIME))
                .execute();
        return id;
    }

    /** The caller's session at this server; empty if there is none, whatever the reason. */
    public Optional<Session> find(String id, Caller caller, String server) {
        return database.sql()
                .select(MCP_SESSION.PROTOCOL_VERSION, MCP_SESSION.CLIENT_CAPABILITIES, MCP_SESSION.LOG_LEVEL)
                .from(MCP_SESSION)
                .where(MCP_SESSION.ID_HASH.eq(hash(id)))
                .and(MCP_SESSION.GRANT_ID.eq(caller.grantId()))
                .and(MCP_SESSION.SERVER.eq(server))
                .and(MCP_SESSION.EXPIRES_AT.gt(clock.instant()))
                .fetchOptional()
                .flatMap(row -> ProtocolVersion.find(row.get(MCP_SESSION.PROTOCOL_VERSION)).map(version -> new Session(
                        hash(id), version, capabilities(row.get(MCP_SESSION.CLIENT_CAPABILITIES)), level(row.get(MCP_SESSION.LOG_LEVEL)))));
    }

    private static Set<ClientCapability> capabilities(String names) {
        return names.isEmpty() ? Set.of() : Arrays.stream(names.split(" ", -1)).map(ClientCapability::valueOf).collect(Collectors.toUnmodifiableSet());
    }

    /** 2025-11-25, logging: without a level a server decides which messages it sends. */
    private static LogLevel level(@Nullable String name) {
        return name == null ? LogLevel.INFO : LogLevel.valueOf(name);
    }

    /** From when on the session's client gets messages of this level and above. */
    public void setLogLevel(Session session, LogLevel level) {
        database.sql().update(MCP_SESSION).set(MCP_SESSION.LOG_LEVEL, level.name()).where(MCP_SESSION.ID_HASH.eq(session.key())).execute();
    }

    /** Lets the session's client hear of changes of a resource; of no more than {@link Interests#MOST_URIS}. */
    public void follow(Session session, String uri) {
        Set<String> followed = followed(session.key());
        if (followed.contains(uri)) {
            return;
        }
        if (followed.size() >= Interests.MOST_URIS) {
            throw new ProblemException(new Problem.InvalidInput("A session follows " + Interests.MOST_URIS + " resources at most. Unsubscribe from one first."));
        }
        database.sql().insertInto(MCP_SESSION_RESOURCE).set(MCP_SESSION_RESOURCE.SESSION_HASH, session.key()).set(MCP_SESSION_RESOURCE.URI, uri).execute();
    }

    /** The session's client no longer hears of a resource. */
    public void unfollow(Session session, String uri) {
        database.sql()
                .deleteFrom(MCP_SESSION_RESOURCE)
                .where(MCP_SESSION_RESOURCE.SESSION_HASH.eq(session.key()))
                .and(MCP_SESSION_RESOURCE.URI.eq(uri))
                .execute();
    }

    /** The resources of which a session's client wants to hear. */
    public Set<String> followed(String sessionKey) {
        return database.sql()
                .select(MCP_SESSION_RESOURCE.URI)
                .from(MCP_SESSION_RESOURCE)
                .where(MCP_SESSION_RESOURCE.SESSION_HASH.eq(sessionKey))
                .fetchSet(MCP_SESSION_RESOURCE.URI);
    }

    /** Whether the session of a stream is still open. */
    public boolean isOpen(String sessionKey) {
        return database.sql().fetchExists(MCP_SESSION, MCP_SESSION.ID_HASH.eq(sessionKey).and(MCP_SESSION.EXPIRES_AT.gt(clock.instant())));
    }

    /** Ends a session that was found. */
    public void end(Session session) {
        database.sql().deleteFrom(MCP_SESSION).where(MCP_SESSION.ID_HASH.eq(session.key())).execute();
    }

    private void makeRoom(String grantId, Instant now) {
        database.sql()
                .deleteFrom(MCP_SESSION)
                .where(MCP_SESSION.GRANT_ID.eq(grantId))
                .and(MCP_SESSION.EXPIRES_AT.le(now)
                        .or(MCP_SESSION.ID_HASH.notIn(select(MCP_SESSION.ID_HASH)
                                .from(MCP_SESSION)
                                .where(MCP_SESSION.GRANT_ID.eq(grantId))
                                .orderBy(MCP_SESSION.CREATED_AT.desc(), MCP_SESSION.ID_HASH)
                                .limit(MOST_PER_GRANT - 1))))
                .execute();
    }

    /** By what a session may be told from others without its id. */
    static String key(String id) {
        return hash(id);
    }

    private static String hash(String id) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(id.getBytes(US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }

    /**
     * A session that is open.
     *
     * @param key the hash of its id, by which it may be told from others
     * @param capabilities what its client can be asked for
     * @param logLevel the least level of messages that its client wants
     */
    public record Session(String key, ProtocolVersion version, Set<ClientCapability> capabilities, LogLevel logLevel) {
        public Session {
            capabilities = Set.copyOf(capabilities);
        }
    }
}
