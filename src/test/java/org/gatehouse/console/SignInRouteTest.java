package org.gatehouse.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.gatehouse.identity.Assurance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignInRouteTest {
    private static final String ID = "A".repeat(43);
    private static final Destination CONSENT = Destination.of(ID, null);

    @Test
    void beginsWithThePassword() {
        assertThat(SignInRoute.next(Optional.empty(), Assurance.STANDARD, false, CONSENT)).isEqualTo("/login?request=" + ID);
        assertThat(SignInRoute.next(Optional.empty(), Assurance.HIGH, true, CONSENT)).isEqualTo("/login?request=" + ID);
    }

    @Test
    void leadsToConsentWhenSureEnough() {
        assertThat(SignInRoute.next(Optional.of(Assurance.STANDARD), Assurance.STANDARD, true, CONSENT)).isEqualTo("/consent?request=" + ID);
        assertThat(SignInRoute.next(Optional.of(Assurance.HIGH), Assurance.HIGH, true, CONSENT)).isEqualTo("/consent?request=" + ID);
    }

    @Test
    void asksForTheSecondFactorWhenMoreIsDemanded() {
        assertThat(SignInRoute.next(Optional.of(Assurance.STANDARD), Assurance.HIGH, true, CONSENT)).isEqualTo("/login/code?request=" + ID);
    }

    @Test
    void leadsToEnrolmentWhoHasNoSecondFactor() {
        assertThat(SignInRoute.next(Optional.of(Assurance.STANDARD), Assurance.HIGH, false, CONSENT)).isEqualTo("/security?request=" + ID);
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
        assertThat(Destination.of("", "security").by("/login")).isEqualTo("/login?to=security");
        assertThat(Destination.of(null, null).path()).isEqualTo("/");
    }
}
