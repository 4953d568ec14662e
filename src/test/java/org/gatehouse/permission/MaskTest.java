package org.gatehouse.permission;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class MaskTest {
    private static final Mask ONE_CLIENT = new Mask.Token(key("one"));
    private static final Mask OTHER_CLIENT = new Mask.Token(key("other"));

    @Test
    void keepsTheEndsOnlyOfATextThatIsLongEnough() {
        Mask mask = new Mask.Ends(1, 2);

        assertThat(mask.apply("4111111111111234")).isEqualTo("4•••34");
        assertThat(mask.apply("123456")).as("half of it would be left").isEqualTo("•••");
        assertThat(mask.apply("")).isEqualTo("•••");
    }

    @Test
    void cutsNoCharacterInHalf() {
        assertThat(new Mask.Ends(1, 1).apply("😀😁😂😃😄")).isEqualTo("😀•••😄");
    }

    @Test
    void givesAClientTheSameTokenForTheSameValueAndOthersAnother() {
        assertThat(ONE_CLIENT.apply("ada@demo.example")).isEqualTo(ONE_CLIENT.apply("ada@demo.example"));
        assertThat(ONE_CLIENT.apply("ada@demo.example")).isNotEqualTo(ONE_CLIENT.apply("bob@demo.example"));
        assertThat(ONE_CLIENT.apply("ada@demo.example")).isNotEqualTo(OTHER_CLIENT.apply("ada@demo.example"));
        assertThat(ONE_CLIENT.apply("ada@demo.example")).asString().doesNotContain("ada");
    }

    @Test
    void leavesNoValueNoValue() {
        assertThat(new Mask.Dots().apply(null)).isNull();
        assertThat(new Mask.Ends(1, 1).apply(null)).isNull();
        assertThat(ONE_CLIENT.apply(null)).isNull();
    }

    @Test
    void showsBehindTwoMasksNoMoreThanBehindEither() {
        assertThat(new Mask.Both(new Mask.Nothing(), ONE_CLIENT).apply("value")).isNull();
        assertThat(new Mask.Both(ONE_CLIENT, new Mask.Dots()).apply("value")).isEqualTo("•••");
    }

    private static MaskKey key(String text) {
        return new MaskKey(new SecretKeySpec(text.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    }
}
