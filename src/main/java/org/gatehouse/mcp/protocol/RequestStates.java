package org.gatehouse.mcp.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.DirectDecrypter;
import com.nimbusds.jose.crypto.DirectEncrypter;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javax.crypto.SecretKey;
import org.gatehouse.platform.configuration.Deployment;
import org.gatehouse.platform.crypto.MasterKey;
import org.gatehouse.platform.json.Json;
import org.jspecify.annotations.Nullable;

/**
 * Seals what a client carries from one round of a call to the next (MCP 2026-07-28, multi-round results): encrypted, so that it says nothing to the
 * client, and bound to the person's connection, the server, the call and a time, so that it serves for nothing else. Every node can open it.
 */
@Singleton
class RequestStates {
    /** A person may well have to look something up before they answer. */
    static final Duration LIFETIME = Duration.ofMinutes(15);

    private final Supplier<SecretKey> keys;
    private final InstantSource clock;
    private volatile @Nullable SecretKey known;

    @Inject
    RequestStates(Deployment deployment, InstantSource clock) {
        // Read with the first state: the key's file is made while the server starts.
        this(() -> MasterKey.read(MasterKey.file(deployment)).derive("mcp-request-state"), clock);
    }

    RequestStates(Supplier<SecretKey> keys, InstantSource clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * The answers of earlier rounds, sealed.
     *
     * @param binding what the state is good for, and nothing else
     */
    String seal(String binding, Map<String, JsonNode> answers) {
        ObjectNode content = Json.object().put("for", binding).put("until", clock.instant().plus(LIFETIME).getEpochSecond());
        ObjectNode given = content.putObject("answers");
        answers.forEach(given::set);
        try {
            JWEObject jwe = new JWEObject(new JWEHeader(JWEAlgorithm.DIR, EncryptionMethod.A256GCM), new Payload(Json.text(content)));
            jwe.encrypt(new DirectEncrypter(key().getEncoded()));
            return jwe.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException("A request state could not be sealed.", e);
        }
    }

    /** The answers of earlier rounds; empty for a state that is altered, too old, or good for something else. */
    Optional<Map<String, JsonNode>> open(String state, String binding) {
        try {
            JWEObject jwe = JWEObject.parse(state);
            jwe.decrypt(new DirectDecrypter(key().getEncoded()));
            JsonNode content = Json.read(jwe.getPayload().toString().getBytes(StandardCharsets.UTF_8));
            boolean good = content.path("for").asText().equals(binding)
                    && clock.instant().isBefore(Instant.ofEpochSecond(content.path("until").asLong()));
            return good ? Optional.of(answers(content.path("answers"))) : Optional.empty();
        } catch (ParseException | JOSEException | IOException e) {
            return Optional.empty();
        }
    }

    private static Map<String, JsonNode> answers(JsonNode sealed) {
        Map<String, JsonNode> answers = new HashMap<>();
        sealed.properties().forEach(answer -> answers.put(answer.getKey(), answer.getValue()));
        return answers;
    }

    private SecretKey key() {
        SecretKey present = known;
        if (present == null) {
            present = keys.get();
            known = present;
        }
        return present;
    }
}
