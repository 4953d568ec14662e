package org.gatehouse.identity.totp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpSecretTest {
    /** The key of RFC 6238 appendix B for SHA-1. */
    private static final TotpSecret OF_THE_RFC = new TotpSecret("12345678901234567890".getBytes(StandardCharsets.US_ASCII));

    @ParameterizedTest
    @CsvSource({"59,287082", "1111111109,081804", "1111111111,050471", "1234567890,005924", "2000000000,279037", "20000000000,353130"})
    void makesTheCodesOfTheRfc(long second, String code) {
        assertThat(OF_THE_RFC.code(TimeStep.at(Instant.ofEpochSecond(second)))).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({"f,MY", "fo,MZXQ", "foo,MZXW6", "foob,MZXW6YQ", "fooba,MZXW6YTB", "foobar,MZXW6YTBOI"})
    void writesBase32AsTheRfcDoes(String text, String base32) {
        assertThat(Base32.encode(text.getBytes(StandardCharsets.US_ASCII))).isEqualTo(base32);
    }

    @Test
    void showsTheKeyInGroupsAndAsAnAddress() {
        assertThat(OF_THE_RFC.typed()).isEqualTo("GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ");
        assertThat(OF_THE_RFC.uri("Gatehouse", "rep west&1"))
                .isEqualTo("otpauth://totp/Gatehouse:rep%20west%261?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
                        + "&issuer=Gatehouse&algorithm=SHA1&digits=6&period=30");
    }

    @Test
    void makesAnotherKeyEachTimeAndTellsNone() {
        TotpSecret one = TotpSecret.create();

        assertThat(one).isNotEqualTo(TotpSecret.create()).isEqualTo(TotpSecret.parse(one.stored()));
        assertThat(one.typed().replace(" ", "")).hasSize(32);
        assertThat(one.toString()).doesNotContain(one.stored()).doesNotContain(one.typed());
        assertThat(RecoveryCode.create().toString()).isEqualTo("RecoveryCode[…]");
    }
}
