package org.gatehouse.mcp.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Stream;
import org.gatehouse.platform.json.Json;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class JsonRpcCodecTest {
    private static final Duration SOON = Duration.ofSeconds(2);

    static Stream<String> notJson() {
        String start = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\",\"params\":";
        return Stream.of(
                "", "{", start, start + "{}", start + "{}}x", start + "{}}{}", "\uFEFF" + start + "{}}", start + "{\"a\":NaN}}",
                start + "{\"a\":1,\"a\":2}}", start + "{\"a\":\"\\ud800\"}}", start + "{\"a\":1e999999999}}",
                start + "{\"a\":" + "9".repeat(900_000) + "}}",
                start + "{\"a\":" + "[".repeat(20_000) + "]".repeat(20_000) + "}}",
                start + "{\"a\":".repeat(20_000));
    }

    @ParameterizedTest
    @MethodSource("notJson")
    void x12AnswersParseErrorInBoundedTime(String body) {
        JsonRpcMessage message = Assertions.assertTimeoutPreemptively(SOON, () -> read(body));

        assertThat(message).isInstanceOfSatisfying(JsonRpcMessage.Malformed.class, malformed -> {
            assertThat(malformed.error().code()).isEqualTo(-32700);
            assertThat(malformed.id()).isNull();
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "[]                                                                       |     ",
        "[{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}]                     |     ",
        "null                                                                     |     ",
        "1                                                                        |     ",
        "\"ping\"                                                                 |     ",
        "{}                                                                       |     ",
        "{\"id\":1,\"method\":\"ping\"}                                           | 1   ",
        "{\"jsonrpc\":\"1.0\",\"id\":1,\"method\":\"ping\"}                       | 1   ",
        "{\"jsonrpc\":2.0,\"id\":1,\"method\":\"ping\"}                           | 1   ",
        "{\"jsonrpc\":\"2.0\",\"id\":null,\"method\":\"ping\"}                    |     ",
        "{\"jsonrpc\":\"2.0\",\"id\":1.5,\"method\":\"ping\"}                     |     ",
        "{\"jsonrpc\":\"2.0\",\"id\":1e3,\"method\":\"ping\"}                     |     ",
        "{\"jsonrpc\":\"2.0\",\"id\":true,\"method\":\"ping\"}                    |     ",
        "{\"jsonrpc\":\"2.0\",\"id\":{},\"method\":\"ping\"}                      |     ",
        "{\"jsonrpc\":\"2.0\",\"id\":[1],\"method\":\"ping\"}                     |     ",
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":7}                              | 1   ",
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":null}                           | 1   ",
        "{\"jsonrpc\":\"2.0\",\"id\":1}                                            | 1   ",
        "{\"jsonrpc\":\"2.0\",\"id\":\"x\",\"method\":\"ping\",\"params\":[]}       | `\"x\"`",
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\",\"params\":null}         | 1   ",
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{},\"error\":{}}                  | 1   ",
    })
    void x13AnswersInvalidRequestWithTheIdWhereItIsOne(String body, String id) {
        assertThat(read(body)).isInstanceOfSatisfying(JsonRpcMessage.Malformed.class, malformed -> {
            assertThat(malformed.error().code()).isEqualTo(-32600);
            assertThat(malformed.id() == null ? null : Json.text(malformed.id())).isEqualTo(id);
        });
    }

    @Test
    void tellsRequestsNotificationsAndResponsesApart() {
        assertThat(read("{\"jsonrpc\":\"2.0\",\"id\":\"\",\"method\":\"ping\",\"more\":1}")).isInstanceOf(JsonRpcMessage.Request.class);
        assertThat(read("{\"jsonrpc\":\"2.0\",\"method\":\"ping\"}")).isInstanceOf(JsonRpcMessage.Notification.class);
        assertThat(read("{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{}}")).isInstanceOf(JsonRpcMessage.Response.class);
        assertThat(read("{\"jsonrpc\":\"2.0\",\"id\":1,\"error\":{}}")).isInstanceOf(JsonRpcMessage.Response.class);
    }

    @Test
    void givesTheIdBackDigitByDigit() {
        var request = (JsonRpcMessage.Request) read("{\"jsonrpc\":\"2.0\",\"id\":123456789012345678901234567890,\"method\":\"ping\"}");

        assertThat(JsonRpcCodec.result(request.id(), Json.object())).contains("\"id\":123456789012345678901234567890");
    }

    @Test
    void leavesTheIdOutWhereItIsUnknown() {
        assertThat(JsonRpcCodec.error(null, JsonRpcError.of(-32700, "No.")))
                .isEqualTo("{\"jsonrpc\":\"2.0\",\"error\":{\"code\":-32700,\"message\":\"No.\"}}");
    }

    private static JsonRpcMessage read(String body) {
        return JsonRpcCodec.read(body.getBytes(UTF_8));
    }
}
