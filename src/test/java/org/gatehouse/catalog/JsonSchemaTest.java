package org.gatehouse.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.atomic.AtomicInteger;
import org.gatehouse.platform.json.Json;
import org.junit.jupiter.api.Test;

class JsonSchemaTest {
    @Test
    void q03NeverFetchesReferences() throws IOException {
        var visits = new AtomicInteger();
        HttpServer web = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        web.createContext("/", exchange -> {
            visits.incrementAndGet();
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        web.start();
        String remote = "http://localhost:" + web.getAddress().getPort() + "/schema.json";

        assertThat(JsonSchema.compile(Json.object().put("$ref", remote)).violations(Json.object())).isNotEmpty();

        web.stop(0);
        assertThat(visits).hasValue(0);
    }

    @Test
    void understandsTheWholeVocabulary() {
        var schema = JsonSchema.compile(Json.literal(
                """
                {"$schema": "https://json-schema.org/draft/2020-12/schema", "type": "object",
                 "$defs": {"id": {"$anchor": "id", "type": "string", "pattern": "^[0-9A-Za-z]{15,18}$"}},
                 "properties": {"id": {"$ref": "#id"}}, "unevaluatedProperties": false}
                """));

        assertThat(schema.violations(Json.object().put("id", "001000000000000001"))).isEmpty();
        assertThat(schema.violations(Json.object().put("id", "'; DROP"))).isNotEmpty();
        assertThat(schema.violations(Json.object().put("other", 1))).isNotEmpty();
    }
}
