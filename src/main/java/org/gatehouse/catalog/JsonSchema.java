package org.gatehouse.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.harrel.jsonschema.Error;
import dev.harrel.jsonschema.SchemaResolver;
import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.JacksonNode;
import java.net.URI;
import java.util.List;
import org.gatehouse.platform.problem.Problem.Violation;

/**
 * A compiled JSON Schema 2020-12. It knows itself and the meta-schemas only: MCP forbids fetching a {@code $ref} from the network, and nothing
 * here could.
 */
public final class JsonSchema {
    private static final int MOST_VIOLATIONS = 20;
    private static final URI NAME = URI.create("urn:gatehouse:schema");

    private final Validator validator;

    private JsonSchema(Validator validator) {
        this.validator = validator;
    }

    /** Compiles a schema; one that is none fails. */
    public static JsonSchema compile(ObjectNode schema) {
        Validator validator = new ValidatorFactory()
                .withJsonNodeFactory(new JacksonNode.Factory())
                .withSchemaResolver(reference -> SchemaResolver.Result.empty())
                .createValidator();
        validator.registerSchema(NAME, (Object) schema);
        return new JsonSchema(validator);
    }

    /** Where the value does not fit: JSON pointers and what was expected there. Empty if it fits. No value is converted to make it fit. */
    public List<Violation> violations(JsonNode value) {
        Validator.Result result = validator.validate(NAME, (Object) value);
        if (result.isValid()) {
            return List.of();
        }
        return result.getErrors().stream().limit(MOST_VIOLATIONS).map(JsonSchema::violation).toList();
    }

    private static Violation violation(Error error) {
        return new Violation(error.getInstanceLocation(), error.getError());
    }
}
