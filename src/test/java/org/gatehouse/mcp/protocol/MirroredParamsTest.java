package org.gatehouse.mcp.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.gatehouse.platform.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MirroredParamsTest {
    private static final JsonNode SCHEMA = Json.literal(
            """
            {"type": "object", "properties": {
             "region": {"type": "string", "x-mcp-header": "Region"},
             "page": {"type": "object", "properties": {"size": {"type": "integer", "x-mcp-header": "Page-Size"}}},
             "loud": {"type": "boolean", "x-mcp-header": "Loud"},
             "free": {"type": "string"}}}
            """);

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "{\"region\":\"west\"}, region, west",
                "{\"region\":\"wést\"}, region, =?base64?d8Opc3Q=?=",
                "{\"region\":\"\"}, region, ``",
                "{\"page\":{\"size\":42}}, page-size, 42",
                "{\"page\":{\"size\":42}}, page-size, 42.0",
                "{\"loud\":true}, loud, true",
                "{\"free\":\"x\"}, unknown, y"
            })
    void acceptsWhatSaysTheSame(String arguments, String header, String value) {
        assertThat(MirroredParams.disagreement(SCHEMA, Json.literal(arguments), Map.of(header, value))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "{\"region\":\"west\"}, region, West",
                "{\"region\":\"west\"}, region, =?base64?d2VzdA?=",
                "{\"region\":\"west\"}, other, west",
                "{\"region\":null}, region, west",
                "{}, region, west",
                "{\"page\":{\"size\":42}}, page-size, 43",
                "{\"page\":{\"size\":42}}, page-size, many",
                "{\"page\":{\"size\":42}}, size, 42",
                "{\"loud\":true}, loud, TRUE"
            })
    void refusesWhatSaysSomethingElse(String arguments, String header, String value) {
        assertThat(MirroredParams.disagreement(SCHEMA, Json.literal(arguments), Map.of(header, value))).isPresent();
    }

    @Test
    void neitherArgumentNorHeaderIsFine() {
        assertThat(MirroredParams.disagreement(SCHEMA, Json.literal("{\"region\":null}"), Map.of())).isEmpty();
    }
}
