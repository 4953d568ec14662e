package org.gatehouse.platform.json;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class JsonTest {
    static Stream<String> texts() {
        return Stream.of(
                "", " ", "{", "[1,", "{\"a\":1}}", "{\"a\":1} x", "\uFEFF{}", "NaN", "[Infinity]", "{'a':1}", "{a:1}", "{\"a\":1,\"a\":2}",
                "[01]", "\"\\ud800\"", "{\"\\udc00\":1}", "[\"\\ude00\\ud83d\"]", "[1e1000000000]", "[1e-1000000000]",
                "[" + "9".repeat(101) + "]", "[".repeat(65) + "]".repeat(65), "[".repeat(20_000), "/* */{}", "\"\t\"");
    }

    @ParameterizedTest
    @MethodSource("texts")
    void refusesWhatIsNotStrictJson(String text) {
        assertThatIOException().isThrownBy(() -> Json.read(text.getBytes(UTF_8)));
    }

    @Test
    void refusesOtherEncodingsThanUtf8() {
        assertThatIOException().isThrownBy(() -> Json.read("{\"a\":1}".getBytes(UTF_16LE)));
        assertThatIOException().isThrownBy(() -> Json.read(new byte[] {'"', (byte) 0xC0, (byte) 0x80, '"'}));
        assertThatIOException().isThrownBy(() -> Json.read(new byte[] {'"', (byte) 0xED, (byte) 0xA0, (byte) 0x80, '"'}));
    }

    @Test
    void keepsEveryDigitAndEveryCharacter() throws IOException {
        var value = Json.read("[9007199254740993, 0.1000000000000000055511151231257827, \"\\ud83d\\ude00\"]".getBytes(UTF_8));

        assertThat(value.get(0).longValue()).isEqualTo(9007199254740993L);
        assertThat(value.get(1).decimalValue()).isEqualByComparingTo(new BigDecimal("0.1000000000000000055511151231257827"));
        assertThat(value.get(2).textValue()).isEqualTo("\uD83D\uDE00");
    }
}
