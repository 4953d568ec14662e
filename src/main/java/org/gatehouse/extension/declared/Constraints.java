package org.gatehouse.extension.declared;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Negative;
import jakarta.validation.constraints.NegativeOrZero;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Annotation;
import java.math.BigDecimal;

/** What constraints of Jakarta Bean Validation say, as keywords of JSON Schema, so that the model reads them and the check of arguments holds them. */
final class Constraints {
    private Constraints() {}

    static void apply(Annotation[] annotations, ObjectNode schema) {
        for (Annotation annotation : annotations) {
            switch (annotation) {
                case Min it -> schema.put("minimum", it.value());
                case Max it -> schema.put("maximum", it.value());
                case DecimalMin it -> schema.put(it.inclusive() ? "minimum" : "exclusiveMinimum", new BigDecimal(it.value()));
                case DecimalMax it -> schema.put(it.inclusive() ? "maximum" : "exclusiveMaximum", new BigDecimal(it.value()));
                case Positive it -> schema.put("exclusiveMinimum", 0);
                case PositiveOrZero it -> schema.put("minimum", 0);
                case Negative it -> schema.put("exclusiveMaximum", 0);
                case NegativeOrZero it -> schema.put("maximum", 0);
                case NotBlank it -> schema.put("minLength", 1).put("pattern", "\\S");
                case NotEmpty it -> schema.put(least(schema), 1);
                case Size it -> size(it, schema);
                case Pattern it -> schema.put("pattern", "^(?:" + it.regexp() + ")$");
                default -> {
                    // Others say nothing about the form of a value.
                }
            }
        }
    }

    private static void size(Size size, ObjectNode schema) {
        if (size.min() > 0) {
            schema.put(least(schema), size.min());
        }
        if (size.max() < Integer.MAX_VALUE) {
            schema.put(least(schema).replace("min", "max"), size.max());
        }
    }

    private static String least(ObjectNode schema) {
        return switch (schema.path("type").asText()) {
            case "array" -> "minItems";
            case "object" -> "minProperties";
            default -> "minLength";
        };
    }
}
