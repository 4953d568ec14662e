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
import java.time.InstantSource;
import java.util.List;
import org.gatehouse.platform.crypto.MasterKey;
import org.gatehouse.platform.database.ConfigurationVersions.Topic;
import org.gatehouse.platform.database.Database;
import org.jooq.DSLContext;

/** The signing keys in the database, their private halves encrypted under the {@link MasterKey}. */
final class SigningKeyStore {
    private static final int RSA_BITS = 2048;

    private final Database database;
    private final Path masterKeyFile;
    private final InstantSource clock;

    SigningKeyStore(Database database, Path masterKeyFile, InstantSource clock) {
        this.database = database;
        this.masterKeyFile = masterKeyFile;
        this.clock = clock;
    }

    /**
     * All keys, newest first; makes the first one if there is none. One transaction, which must not run inside a container's.
     *
     * @throws IllegalStateException if keys exist that the master key does not open
     */
    List<RSAKey> load() {
        return database.sql().transactionResult(configuration -> {
            DSLContext sql = configuration.dsl();
            // Nodes that start together queue at this row, so that the second one finds the first one's key.
            sql.select(CONFIGURATION_VERSION.VERSION)
                    .from(CONFIGURATION_VERSION)
                    .where(CONFIGURATION_VERSION.TOPIC.eq(Topic.ACCESS.key()))
                    .forUpdate()
                    .fetch();
            List<RSAKey> keys = read(sql);
            return keys.isEmpty() ? List.of(create(sql)) : keys;
        });
    }

    private List<RSAKey> read(DSLContext sql) {
        List<String> encrypted = sql.select(SIGNING_KEY.PRIVATE_JWE)
                .from(SIGNING_KEY)
                .orderBy(SIGNING_KEY.CREATED_AT.desc(), SIGNING_KEY.KID)
                .fetch(SIGNING_KEY.PRIVATE_JWE);
        if (encrypted.isEmpty()) {
            return List.of();
        }
        MasterKey master = MasterKey.read(masterKeyFile);
        return encrypted.stream().map(jwe -> open(master, jwe)).toList();
    }

    private RSAKey open(MasterKey master, String jwe) {
        try {
            return RSAKey.parse(master.decrypt(jwe));
        } catch (JOSEException | ParseException e) {
            throw new IllegalStateException("The master key in " + masterKeyFile + " does not open the signing keys in the database. "
                    + "Put back the file that belongs to this database; every node uses the same one.", e);
        }
    }

    private RSAKey create(DSLContext sql) {
        MasterKey master = Files.exists(masterKeyFile) ? MasterKey.read(masterKeyFile) : MasterKey.create(masterKeyFile);
        try {
            RSAKey key = new RSAKeyGenerator(RSA_BITS)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256)
                    .keyIDFromThumbprint(true)
                    .generate();
            sql.insertInto(SIGNING_KEY)
                    .set(SIGNING_KEY.KID, key.getKeyID())
                    .set(SIGNING_KEY.PUBLIC_JWK, key.toPublicJWK().toJSONString())
                    .set(SIGNING_KEY.PRIVATE_JWE, master.encrypt(key.toJSONString()))
                    .set(SIGNING_KEY.CREATED_AT, clock.instant())
                    .execute();
            return key;
        } catch (JOSEException e) {
            throw new IllegalStateException("RSA keys cannot be made on this Java platform.", e);
        }
    }
}
