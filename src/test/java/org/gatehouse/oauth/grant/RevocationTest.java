package org.gatehouse.oauth.grant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatehouse.oauth.grant.OAuthServer.accessToken;
import static org.gatehouse.oauth.grant.OAuthServer.error;
import static org.gatehouse.oauth.grant.OAuthServer.form;
import static org.gatehouse.oauth.grant.OAuthServer.refreshToken;

import java.nio.file.Path;
import java.util.List;
import org.gatehouse.oauth.OAuthWorld;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** RFC 7009. */
class RevocationTest {
    private final OAuthServer server;

    RevocationTest(@TempDir Path home) {
        server = new OAuthServer(new OAuthWorld(home));
    }

    @Test
    void r01EndsTheConnectionOfARefreshToken() {
        var tokens = server.connect();

        var refusal = server.tokens.revoke(List.of(), form("client_id", "inspector", "token", refreshToken(tokens)));

        assertThat(refusal).isEmpty();
        assertThat(error(server.token(server.refreshment(tokens)))).isEqualTo("invalid_grant");
    }

    @Test
    void r08EndsTheConnectionOfAnAccessTokenWhateverTheHintSays() {
        var tokens = server.connect();

        var refusal = server.tokens.revoke(
                List.of(), form("client_id", "inspector", "token", accessToken(tokens), "token_type_hint", "refresh_token"));

        assertThat(refusal).isEmpty();
        assertThat(error(server.token(server.refreshment(tokens)))).isEqualTo("invalid_grant");
    }

    @Test
    void r01AnswersAnUnknownTokenLikeAKnownOne() {
        var refusal = server.tokens.revoke(List.of(), form("client_id", "inspector", "token", "unknown"));

        assertThat(refusal).isEmpty();
    }

    @Test
    void r01LeavesAnotherClientsTokenAlone() {
        var tokens = server.connect();

        var refusal = server.tokens.revoke(List.of(), form("client_id", "notebook", "token", refreshToken(tokens)));

        assertThat(refusal).isEmpty();
        assertThat(error(server.token(server.refreshment(tokens)))).isEmpty();
    }

    @Test
    void refusesAClientThatDoesNotSayWhoItIs() {
        var refusal = server.tokens.revoke(List.of(), form("token", "unknown"));

        assertThat(refusal).hasValueSatisfying(error -> assertThat(error.getCode()).isEqualTo("invalid_client"));
    }
}
