package org.gatehouse.oauth.token;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.gatehouse.platform.configuration.Deployment;
import org.gatehouse.platform.database.ConfigurationVersions;
import org.gatehouse.platform.database.ConfigurationVersions.Topic;
import org.gatehouse.platform.database.Database;

/**
 * The keys that sign and check access tokens, in memory until the access configuration's version moves. The number comes from two sides: a
 * timer reads it every few seconds, so that a node without requests learns a new key long before it signs; and every request of a connection
 * reads it anyway, so that a removed key is refused with the next request. No request reads the keys themselves while the number stands still.
 */
@Singleton
public class SigningKeys {
    private final SigningKeyStore store;
    private final ConfigurationVersions versions;
    private final InstantSource clock;
    private volatile Snapshot latest = new Snapshot(-1, List.of());

    @Inject
    public SigningKeys(Database database, ConfigurationVersions versions, Deployment deployment, InstantSource clock) {
        this.store = new SigningKeyStore(database, deployment, clock);
        this.versions = versions;
        this.clock = clock;
    }

    /** Reads the keys, makes the first one where there is none, and refuses if they cannot be opened. */
    public void load() {
        latest = new Snapshot(versions.current(Topic.ACCESS), store.load());
    }

    /** Reads the keys again if they may have changed. */
    void refresh() {
        // The version is read before the keys, so that a snapshot is at least as new as the number it carries.
        asOf(versions.current(Topic.ACCESS));
    }

    /** The key that signs: of those that may, the one that will do so longest. */
    RSAKey current() {
        Instant now = clock.instant();
        return latest.keys().stream()
                .filter(key -> key.signsAt(now))
                .max(Comparator.comparing(key -> key.retiredAt().orElse(Instant.MAX)))
                .map(SigningKey::jwk)
                .orElseThrow(() -> new IllegalStateException("The signing keys are not loaded."));
    }

    /** The key with this id, if it is one of ours and what it signed can still be good. Reads memory only. */
    Optional<RSAKey> find(String kid) {
        return find(latest, kid);
    }

    /** Whether the key with this id is still one of ours as of a version of the access configuration. */
    boolean holds(String kid, long accessVersion) {
        return find(asOf(accessVersion), kid).isPresent();
    }

    /** The public halves (RFC 7517 section 5), of keys that are yet to sign as well. */
    public JWKSet publicKeys() {
        Instant now = clock.instant();
        return new JWKSet(latest.keys().stream().filter(key -> key.verifiesAt(now)).<JWK>map(SigningKey::jwk).toList()).toPublicJWKSet();
    }

    private Optional<RSAKey> find(Snapshot snapshot, String kid) {
        Instant now = clock.instant();
        return snapshot.keys().stream().filter(key -> key.id().equals(kid) && key.verifiesAt(now)).findFirst().map(SigningKey::jwk);
    }

    private Snapshot asOf(long version) {
        Snapshot present = latest;
        if (present.version() == version) {
            return present;
        }
        Snapshot read = new Snapshot(version, store.read(present.keys()));
        latest = read;
        return read;
    }

    private record Snapshot(long version, List<SigningKey> keys) {}
}
