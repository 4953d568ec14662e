package org.gatehouse.oauth.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatehouse.platform.database.schema.Tables.CLIENT;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The keys at a jwks_uri. */
class RemoteKeysTest {
    private static final String URI = "https://" + LocalHost.NAME + "/keys";

    private final LocalHost host = new LocalHost();
    private final Registrations world;
    private final RemoteKeys keys;
    private final ECKey key = new ECKeyGenerator(Curve.P_256).keyID("k").generate();

    RemoteKeysTest(@TempDir Path home) throws Exception {
        world = Registrations.in(home, "off");
        keys = world.keys(host);
        world.world.set("notebook", CLIENT.JWKS_URI, URI);
    }

    @AfterEach
    void stop() {
        host.close();
    }

    @Test
    void hasTheKeysThatItFetched() {
        host.json("/keys", new JWKSet(key).toString(true), "Cache-Control", "max-age=600");

        refresh();
        refresh();

        assertThat(keys.at(URI).getKeys()).containsExactly(key.toPublicJWK());
        assertThat(host.requests("/keys")).isEqualTo(1);
    }

    @Test
    void m07HasNoKeysAfterTheirTimeIfTheHostIsSilent() {
        host.json("/keys", new JWKSet(key).toString(true), "Cache-Control", "max-age=600");
        refresh();

        world.world.clock.advance(Duration.ofMinutes(10));
        assertThat(keys.at(URI).getKeys()).isEmpty();
        host.close();
        refresh();

        assertThat(keys.at(URI).getKeys()).isEmpty();
    }

    @Test
    void hasNoKeysFromWhatIsNoKeySet() {
        host.json("/keys", "{\"keys\":[{\"kty\":\"EC\"}]}");

        refresh();

        assertThat(keys.at(URI).getKeys()).isEmpty();
    }

    @Test
    void m04FetchesNothingFromAHostThatIsNotPermitted() {
        world.world.set("notebook", CLIENT.JWKS_URI, "https://169.254.169.254/keys");

        refresh();

        assertThat(keys.at("https://169.254.169.254/keys").getKeys()).isEmpty();
        assertThat(host.connections).hasValue(0);
    }

    private void refresh() {
        keys.refresh(world.client("notebook"));
    }
}
