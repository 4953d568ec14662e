package org.gatehouse.oauth.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.oauth2.sdk.GeneralException;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.jspecify.annotations.Nullable;

/** RFC 6749 section 3.2 and appendix B; attacks T07 and T21. */
class FormRequestTest {
    private static final String FORM = "application/x-www-form-urlencoded";

    @Test
    void readsAForm() throws Exception {
        var form = FormRequest.read(null, FORM + ";charset=UTF-8", body("a=1&b=%C3%BC+%2B&resource=x&resource=y&c="));

        assertThat(form).containsOnlyKeys("a", "b", "resource");
        assertThat(form).containsEntry("a", List.of("1")).containsEntry("b", List.of("ü +")).containsEntry("resource", List.of("x", "y"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=1&a=2", "a=%", "a=%4", "a=%zz", "a=%-1", "a=%C3", "a=%FF%FE", "a=%00", "a=x%0Ay", "a=\u00fc", "a=x y", "%00=x"})
    void t07t21RefusesWhatIsNotACleanForm(String text) {
        assertRefused(400, null, FORM, body(text));
    }

    @Test
    void t21RefusesTooManyParameters() {
        assertRefused(400, null, FORM, body("a=1&b=2&".repeat(5000).substring(0, 16_000)));
    }

    @Test
    void t07RefusesParametersInTheUrl() {
        assertRefused(400, "grant_type=authorization_code", FORM, body("a=1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "multipart/form-data; boundary=x", "text/plain", "", "application/x-www-form-urlencoded2"})
    void t07RefusesABodyOfAnotherType(String contentType) {
        assertRefused(415, null, contentType, body("a=1"));
    }

    @Test
    void refusesABodyWithoutType() {
        assertRefused(415, null, null, body("a=1"));
    }

    @Test
    void t21RefusesALongBodyWithoutReadingItAll() throws Exception {
        InputStream megabyte = body("a".repeat(1_000_000));

        assertRefused(413, null, FORM, megabyte);

        assertThat(megabyte.readAllBytes()).hasSizeGreaterThan(900_000);
    }

    @Test
    void readsABodyOfTheGreatestLength() throws Exception {
        var form = FormRequest.read(null, FORM, body("a=" + "x".repeat(16 * 1024 - 2)));

        assertThat(form).containsOnlyKeys("a");
    }

    private static void assertRefused(int status, @Nullable String query, @Nullable String contentType, InputStream body) {
        assertThatThrownBy(() -> FormRequest.read(query, contentType, body)).isInstanceOfSatisfying(GeneralException.class, e -> {
            assertThat(e.getErrorObject().getCode()).isEqualTo("invalid_request");
            assertThat(e.getErrorObject().getHTTPStatusCode()).isEqualTo(status);
        });
    }

    private static InputStream body(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
