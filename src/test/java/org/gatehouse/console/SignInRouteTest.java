package org.gatehouse.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.gatehouse.identity.Assurance;
import org.gatehouse.identity.SignedInUser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignInRouteTest {
    private static final String ID = "A".repeat(43);
    private static final Destination CONSENT = Destination.of(ID, null);

    @Test
    void beginsWithThePassword() {
        assertThat(next(Optional.empty(), Assurance.STANDARD, false)).isEqualTo("/login?request=" + ID);
        assertThat(next(Optional.empty(), Assurance.HIGH, true)).isEqualTo("/login?request=" + ID);
    }

    @Test
    void leadsToConsentWhenSureEnough() {
        assertThat(next(Optional.of(Assurance.STANDARD), Assurance.STANDARD, true)).isEqualTo("/consent?request=" + ID);
        assertThat(next(Optional.of(Assurance.HIGH), Assurance.HIGH, true)).isEqualTo("/consent?request=" + ID);
    }

    @Test
    void asksForTheSecondFactorWhenMoreIsDemanded() {
        assertThat(next(Optional.of(Assurance.STANDARD), Assurance.HIGH, true)).isEqualTo("/login/code?request=" + ID);
    }

    @Test
    void leadsToEnrolmentWhoHasNoSecondFactor() {
        assertThat(next(Optional.of(Assurance.STANDARD), Assurance.HIGH, false)).isEqualTo("/security?request=" + ID);
    }

    @Test
    void asksForThePasswordAgainWhereASignInIsTooOldHoweverSure() {
        var high = Optional.of(new SignedInUser("ada", Instant.EPOCH, Assurance.HIGH));

        assertThat(SignInRoute.next(high, signedIn -> signedIn.since().isAfter(Instant.EPOCH), id -> true, CONSENT)).isEqualTo("/login?request=" + ID);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "//evil", "/\\evil", "https:evil", "https://evil.example", "javascript:alert(1)", "security/../..//evil", "security\r\nLocation: x", "SECURITY", " security"
    })
    void a34NoTargetIsTakenFromARequest(String evil) {
        assertThat(Destination.of(null, evil).path()).isEqualTo("/");
        assertThat(Destination.of(null, evil).by("/login")).isEqualTo("/login");
        assertThat(Destination.of(evil, null).path()).isEqualTo("/consent?request=-");
    }

    @Test
    void knowsItsOwnPages() {
        assertThat(Destination.of(null, "security").path()).isEqualTo("/security");
        assertThat(Destination.of(null, "connections").path()).isEqualTo("/connections");
        assertThat(Destination.of("", "security").by("/login")).isEqualTo("/login?to=security");
        assertThat(Destination.of(null, null).path()).isEqualTo("/");
    }

    private static String next(Optional<Assurance> present, Assurance demanded, boolean enrolled) {
        var user = present.map(assurance -> new SignedInUser("ada", Instant.EPOCH, assurance));
        return SignInRoute.next(user, signedIn -> signedIn.assurance().satisfies(demanded), id -> enrolled && id.equals("ada"), CONSENT);
    }
}
