package org.gatehouse.oauth.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.gatehouse.oauth.OAuthWorld;
import org.gatehouse.platform.crypto.MasterKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SigningKeysTest {
    private final OAuthWorld world;
    private final Path master;

    SigningKeysTest(@TempDir Path home) {
        world = new OAuthWorld(home);
        master = home.resolve("keys").resolve("master.key");
    }

    @Test
    void makesOneKeyAndKeepsIt() {
        var first = TestKeys.loaded(world.database, world.deployment);

        var second = TestKeys.loaded(world.database, world.deployment);

        assertThat(second.current()).isEqualTo(first.current());
        assertThat(second.publicKeys().getKeys()).hasSize(1);
        assertThat(second.publicKeys().containsNonPublicKeys()).isFalse();
    }

    @Test
    void letsNobodyElseReadTheMasterKey() throws Exception {
        TestKeys.loaded(world.database, world.deployment);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(master))).isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(master.getParent()))).isEqualTo("rwx------");
    }

    @Test
    void makesOneKeyWhenNodesStartTogether() throws Exception {
        try (var nodes = Executors.newFixedThreadPool(4)) {
            var loads = IntStream.range(0, 4)
                    .mapToObj(n -> nodes.submit(() -> TestKeys.loaded(world.database, world.deployment).current().getKeyID()))
                    .toList();
            var ids = new HashSet<String>();
            for (var load : loads) {
                ids.add(load.get());
            }

            assertThat(ids).hasSize(1);
        }
    }

    @Test
    void refusesToStartWithoutTheMasterKeyOfTheDatabase() throws Exception {
        TestKeys.loaded(world.database, world.deployment);
        Files.delete(master);

        assertThatThrownBy(() -> TestKeys.loaded(world.database, world.deployment))
                .hasStackTraceContaining("cannot be read")
                .hasStackTraceContaining(master.toString());
    }

    @Test
    void refusesToStartWithAnotherMasterKey() throws Exception {
        TestKeys.loaded(world.database, world.deployment);
        Files.delete(master);
        MasterKey.create(master);

        assertThatThrownBy(() -> TestKeys.loaded(world.database, world.deployment)).hasStackTraceContaining("does not open the signing keys");
    }

    @Test
    void refusesToStartWithADamagedMasterKey() throws Exception {
        TestKeys.loaded(world.database, world.deployment);
        Files.writeString(master, "not base64 at all");

        assertThatThrownBy(() -> TestKeys.loaded(world.database, world.deployment)).hasStackTraceContaining("cannot be read");
    }
}
