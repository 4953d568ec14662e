package org.gatehouse.oauth.token;

import static org.gatehouse.platform.database.schema.Tables.CONFIGURATION_VERSION;
import static org.gatehouse.platform.database.schema.Tables.SIGNING_KEY;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gatehouse.platform.configuration.Deployment;
import org.gatehouse.platform.crypto.MasterKey;
import org.gatehouse.platform.database.ConfigurationVersions.Topic;
import org.gatehouse.platform.database.Database;
import org.jooq.DSLContext;
import org.jooq.Record;

/** The signing keys in the database, their private halves encrypted under the {@link MasterKey}. */
final class SigningKeyStore {
    private static final int RSA_BITS = 2048;

    private final Database database;
    private final Path masterKeyFile;
    private final InstantSource clock;

    SigningKeyStore(Database database, Deployment deployment, InstantSource clock) {
        this.database = database;
        this.masterKeyFile = MasterKey.file(deployment);
        this.clock = clock;
    }

    /**
     * All keys; makes the first one if there is none. One transaction, which must not run inside a container's.
     *
     * @throws IllegalStateException if keys exist that the master key does not open
     */
    List<SigningKey> load() {
        return database.sql().transactionResult(configuration -> {
            DSLContext sql = configuration.dsl();
            // Nodes that start together queue at this row, so that the second one finds the first one's key.
            sql.select(CONFIGURATION_VERSION.VERSION)
                    .from(CONFIGURATION_VERSION)
                    .where(CONFIGURATION_VERSION.TOPIC.eq(Topic.ACCESS.key()))
                    .forUpdate()
                    .fetch();
            List<SigningKey> keys = read(sql, Map.of());
            return keys.isEmpty() ? List.of(insert(sql, generate(), clock.instant())) : keys;
        });
    }

    /** All keys. Those that are known already need not be opened again, so a node works on when its master key's file is gone. */
    List<SigningKey> read(List<SigningKey> known) {
        return read(database.sql(), known.stream().collect(Collectors.toMap(SigningKey::id, SigningKey::jwk)));
    }

    /** Stores a key, so that it is published; part of the caller's transaction. */
    SigningKey insert(RSAKey key, Instant signsFrom) {
        return insert(database.sql(), key, signsFrom);
    }

    private List<SigningKey> read(DSLContext sql, Map<String, RSAKey> known) {
        return sql.selectFrom(SIGNING_KEY).fetch().stream().map(row -> key(row, known)).toList();
    }

    /** Opened from the encrypted half and never taken from the public one, which anybody who can write to the table could plant. */
    private SigningKey key(Record row, Map<String, RSAKey> known) {
        RSAKey present = known.get(row.get(SIGNING_KEY.KID));
        RSAKey jwk = present == null ? open(row.get(SIGNING_KEY.PRIVATE_JWE)) : present;
        return new SigningKey(jwk, row.get(SIGNING_KEY.SIGNS_FROM), Optional.ofNullable(row.get(SIGNING_KEY.RETIRED_AT)));
    }

    private RSAKey open(String jwe) {
        try {
            return RSAKey.parse(MasterKey.read(masterKeyFile).decrypt(jwe));
        } catch (JOSEException | ParseException e) {
            throw new IllegalStateException("The master key in " + masterKeyFile + " does not open the signing keys in the database. "
                    + "Put back the file that belongs to this database; every node uses the same one.", e);
        }
    }

    private SigningKey insert(DSLContext sql, RSAKey key, Instant signsFrom) {
        MasterKey master = Files.exists(masterKeyFile) ? MasterKey.read(masterKeyFile) : MasterKey.create(masterKeyFile);
        sql.insertInto(SIGNING_KEY)
                .set(SIGNING_KEY.KID, key.getKeyID())
                .set(SIGNING_KEY.PUBLIC_JWK, key.toPublicJWK().toJSONString())
                .set(SIGNING_KEY.PRIVATE_JWE, master.encrypt(key.toJSONString()))
                .set(SIGNING_KEY.CREATED_AT, clock.instant())
                .set(SIGNING_KEY.SIGNS_FROM, signsFrom)
                .execute();
        return new SigningKey(key, signsFrom, Optional.empty());
    }

    /** A new key. It takes a while: not to be done while others wait for a row. */
    static RSAKey generate() {
        try {
            return new RSAKeyGenerator(RSA_BITS)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256)
                    .keyIDFromThumbprint(true)
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException("RSA keys cannot be made on this Java platform.", e);
        }
    }
}
