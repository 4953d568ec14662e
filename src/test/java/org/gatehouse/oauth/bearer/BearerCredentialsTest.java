package org.gatehouse.oauth.bearer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 6750 section 2.1; attack V08. */
class BearerCredentialsTest {
    @ParameterizedTest
    @ValueSource(strings = {"Bearer abc.DEF-1_2~+/==", "bearer abc.DEF-1_2~+/==", "BEARER abc.DEF-1_2~+/=="})
    void v08ReadsOneTokenHoweverTheSchemeIsSpelt(String header) {
        assertThat(BearerCredentials.parse(List.of(header))).isEqualTo(new BearerCredentials.Token("abc.DEF-1_2~+/=="));
    }

    @Test
    void seesThatThereIsNothing() {
        assertThat(BearerCredentials.parse(List.of())).isEqualTo(new BearerCredentials.Absent());
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", "Bearer", "Bearer ", "Bearer  abc", "Bearer abc ", " Bearer abc", "Bearer\tabc", "Bearer a b", "Bearer a,b", "Bearer a, Bearer a",
        "Bearer a=b", "Bearer \"a\"", "Bearer é", "Basic YTpi", "Bearerabc", "Token abc",
    })
    void v08RefusesWhatIsNotExactlyOneToken(String header) {
        assertThat(BearerCredentials.parse(List.of(header))).isEqualTo(new BearerCredentials.Malformed());
    }

    @Test
    void v08ChoosesNoneOfTwoHeaders() {
        assertThat(BearerCredentials.parse(List.of("Bearer a", "Bearer a"))).isEqualTo(new BearerCredentials.Malformed());
        assertThat(BearerCredentials.parse(List.of("Basic YTpi", "Bearer a"))).isEqualTo(new BearerCredentials.Malformed());
    }
}
