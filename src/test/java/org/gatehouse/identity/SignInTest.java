package org.gatehouse.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.gatehouse.oauth.OAuthWorld;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignInTest {
    private final OAuthWorld world;
    private final List<String> asked = new ArrayList<>();
    private final SignIn signIn;

    SignInTest(@TempDir Path home) {
        world = new OAuthWorld(home);
        signIn = new SignIn(new Users(world.database), (username, password) -> {
            asked.add(username);
            return password.equals("right");
        });
    }

    @Test
    void knowsAPersonByNameAndPassword() {
        assertThat(signIn.attempt("ada", "right")).map(User::id).hasValue(OAuthWorld.ADA);
    }

    @Test
    void refusesAWrongPassword() {
        assertThat(signIn.attempt("ada", "wrong")).isEmpty();
    }

    @Test
    void refusesUnknownNamesWithoutAskingTheRealm() {
        assertThat(signIn.attempt("nobody", "right")).isEmpty();
        assertThat(signIn.attempt("ADA", "right")).isEmpty();
        assertThat(signIn.attempt("ada ", "right")).isEmpty();
        assertThat(signIn.attempt("ada' OR '1'='1", "right")).isEmpty();
        assertThat(asked).isEmpty();
    }

    @Test
    void refusesAnInactivePersonWithTheRightPassword() {
        world.deactivate(OAuthWorld.ADA);

        assertThat(signIn.attempt("ada", "right")).isEmpty();
    }

    @Test
    void refusesEndlessInput() {
        assertThat(signIn.attempt("a".repeat(81), "right")).isEmpty();
        assertThat(signIn.attempt("ada", "r".repeat(257))).isEmpty();
        assertThat(asked).isEmpty();
    }

    @Test
    void spendsABcryptCheckOnUnknownNames() {
        signIn.attempt("nobody", "warm up");
        long start = System.nanoTime();

        signIn.attempt("nobody", "right");

        // bcrypt of this cost takes tens of milliseconds on any machine; a look-up alone takes less than one.
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(10));
    }

    @Test
    void writesNamesToTheLogOnOneLine() {
        assertThat(LogText.of("eve\r\nGATE00100: all is well\u2028\u001b[31m'é", 80)).isEqualTo("eve??GATE00100:?all?is?well??[31m??");
    }
}
