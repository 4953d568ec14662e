package org.gatehouse.oauth.grant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatehouse.oauth.grant.OAuthServer.accessToken;
import static org.gatehouse.oauth.grant.OAuthServer.issued;
import static org.gatehouse.oauth.grant.OAuthServer.refreshToken;

import java.nio.file.Path;
import java.util.stream.Collectors;
import org.gatehouse.oauth.OAuthWorld;
import org.gatehouse.oauth.token.TestKeys;
import org.jooq.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Attack T19: somebody has a copy of the database. */
class StoredSecretsTest {
    @Test
    void t19FindsNothingUsableInADump(@TempDir Path home) {
        var world = new OAuthWorld(home);
        var server = new OAuthServer(world);
        var openCode = server.code();
        var usedCode = server.code();
        var first = issued(server.token(server.redemption(usedCode)));
        var second = issued(server.token(server.refreshment(first)));

        var dump = dump(world);

        assertThat(dump).contains("inspector");
        assertThat(dump).doesNotContain(
                openCode.value(), usedCode.value(), refreshToken(first), refreshToken(second), accessToken(first), accessToken(second),
                OAuthWorld.SECRET);
        var key = TestKeys.current(TestKeys.loaded(world.database, world.deployment));
        assertThat(dump).contains(key.getModulus().toString());
        assertThat(dump).doesNotContain(
                key.getPrivateExponent().toString(), key.getFirstPrimeFactor().toString(), key.getSecondPrimeFactor().toString());
    }

    private static String dump(OAuthWorld world) {
        var sql = world.database.sql();
        return sql.meta().getSchemas("gatehouse").getFirst().getTables().stream()
                .map((Table<?> table) -> sql.selectFrom(table).fetch().formatCSV())
                .collect(Collectors.joining());
    }
}
