package org.gatehouse.mcp.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderValueTest {
    @ParameterizedTest
    @CsvSource({"soqlQuery, soqlQuery", "=?base64?c29xbFF1ZXJ5?=, soqlQuery", "=?base64?w6Twn5iA?=, ä😀", "=?BASE64?YQ==?=, =?BASE64?YQ==?=", "?=, ?="})
    void decodes(String value, String meant) {
        assertThat(HeaderValue.decode(value)).hasValue(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"=?base64?*?=", "=?base64?YQ=?=", "=?base64?/w==?=", "=?base64?7aCA?=", "=?base64?a b?="})
    void refusesWhatIsNotBase64OfUtf8(String value) {
        assertThat(HeaderValue.decode(value)).isEmpty();
    }

    @Test
    void decodesTheEmptyValue() {
        assertThat(HeaderValue.decode("=?base64??=")).hasValue("");
    }
}
