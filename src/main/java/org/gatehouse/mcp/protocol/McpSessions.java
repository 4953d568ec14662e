package org.gatehouse.mcp.protocol;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.gatehouse.platform.database.schema.Tables.MCP_SESSION;
import static org.jooq.impl.DSL.select;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.gatehouse.identity.Caller;
import org.gatehouse.platform.database.Database;

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
    public String open(Caller caller, String server, ProtocolVersion version) {
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
                .set(MCP_SESSION.CREATED_AT, now)
                .set(MCP_SESSION.EXPIRES_AT, now.plus(LIFETIME))
                .execute();
        return id;
    }

    /** The version that the caller's session at this server was opened with; empty if there is none, whatever the reason. */
    public Optional<ProtocolVersion> find(String id, Caller caller, String server) {
        return database.sql()
                .select(MCP_SESSION.PROTOCOL_VERSION)
                .from(MCP_SESSION)
                .where(MCP_SESSION.ID_HASH.eq(hash(id)))
                .and(MCP_SESSION.GRANT_ID.eq(caller.grantId()))
                .and(MCP_SESSION.SERVER.eq(server))
                .and(MCP_SESSION.EXPIRES_AT.gt(clock.instant()))
                .fetchOptional(MCP_SESSION.PROTOCOL_VERSION)
                .flatMap(ProtocolVersion::find);
    }

    /** Ends a session that was found. */
    public void end(String id) {
        database.sql().deleteFrom(MCP_SESSION).where(MCP_SESSION.ID_HASH.eq(hash(id))).execute();
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

    private static String hash(String id) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(id.getBytes(US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }
}
