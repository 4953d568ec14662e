package org.gatehouse.extension.declared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gatehouse.extension.ToolArg;
import org.gatehouse.platform.json.Json;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The schema of each kind of type. */
class JavaSchemaTest {
    enum Colour {
        RED,
        GREEN
    }

    record Point(double x, @Nullable Double y) {}

    @SuppressWarnings("ArrayRecordComponent") // Only its types are read.
    record Every(
            String text, boolean yes, @Positive BigDecimal amount, Colour colour, LocalDate day, Instant moment, @Size(min = 1, max = 3) List<@Size(max = 5) String> list,
            Set<Colour> set, int[] array, Map<String, Long> map, Map<String, Object> any, Point point, Optional<@Pattern(regexp = "[A-Z]+") String> code, Object anything,
            byte[] bytes, @ToolArg(description = "Told.", required = false) String told) {}

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            text     | {"type": "string"}
            yes      | {"type": "boolean"}
            amount   | {"type": "number", "exclusiveMinimum": 0}
            colour   | {"type": "string", "enum": ["RED", "GREEN"]}
            day      | {"type": "string", "format": "date"}
            moment   | {"type": "string", "format": "date-time"}
            list     | {"type": "array", "items": {"type": "string", "maxLength": 5}, "minItems": 1, "maxItems": 3}
            set      | {"type": "array", "items": {"type": "string", "enum": ["RED", "GREEN"]}, "uniqueItems": true}
            array    | {"type": "array", "items": {"type": "integer", "minimum": -2147483648, "maximum": 2147483647}}
            map      | {"type": "object", "additionalProperties": {"type": "integer", "minimum": -9223372036854775808, "maximum": 9223372036854775807}}
            any      | {"type": "object"}
            point    | {"type": "object", "properties": {"x": {"type": "number"}, "y": {"type": "number"}}, "required": ["x"], "additionalProperties": false}
            code     | {"type": "string", "pattern": "^(?:[A-Z]+)$"}
            anything | {}
            """)
    void eachTypeHasItsSchema(String name, String schema) {
        RecordComponent component = Arrays.stream(Every.class.getRecordComponents()).filter(it -> it.getName().equals(name)).findFirst().orElseThrow();

        // Written out, because numbers of different Java types are not equal as trees.
        assertThat(Json.text(JavaSchema.ofArguments().of(component.getAnnotatedType(), component))).isEqualTo(Json.text(Json.literal(schema)));
    }

    @Test
    void bytesAreNoType() {
        RecordComponent component = Arrays.stream(Every.class.getRecordComponents()).filter(it -> it.getName().equals("bytes")).findFirst().orElseThrow();

        assertThatThrownBy(() -> JavaSchema.ofArguments().of(component.getAnnotatedType(), component)).isInstanceOf(Unusable.class).hasMessageContaining("byte[]");
    }

    record Form(@ToolArg(description = "How many.") int count, Optional<Colour> colour) {}

    @Test
    void aFormIsFlat() {
        assertThat(JavaSchema.ofForm(Form.class).toString()).isEqualTo(
                "{\"type\":\"object\",\"properties\":{\"count\":{\"type\":\"integer\",\"minimum\":-2147483648,\"maximum\":2147483647,\"description\":\"How many.\"},"
                        + "\"colour\":{\"type\":\"string\",\"enum\":[\"RED\",\"GREEN\"]}},\"required\":[\"count\"]}");
        assertThatThrownBy(() -> JavaSchema.ofForm(Deep.class)).isInstanceOf(Unusable.class);
    }

    record Deep(Point point) {}
}
