package org.gatehouse.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The official TypeScript SDKs connect by themselves: discovery, sign-in, consent, tokens, tools, a query. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class TypeScriptSdkIT {
    @ParameterizedTest
    @CsvSource({"v1, 2025-11-25", "v2, 2025-11-25", "v2-auto, 2026-07-28", "v2-pinned, 2026-07-28"})
    void connectsListsToolsAndQueries(String sdk, String protocolVersion) throws Exception {
        var client = new TypeScriptClient(sdk);

        JsonNode seen = client.query(new Person("rep.west.1"), Server.READS, "SELECT Id, Name, Owner.Username FROM Account ORDER BY Name LIMIT 5");

        assertThat(seen.at("/server/name").asText()).isEqualTo("gatehouse");
        if (!sdk.equals("v1")) {
            assertThat(seen.at("/protocol").asText()).isEqualTo(protocolVersion);
        }
        assertThat(seen.at("/tools").valueStream().map(JsonNode::asText)).contains("getObjectSchema", "soqlQuery", "getUserInfo");
        assertThat(seen.at("/isError").asBoolean()).isFalse();
        assertThat(seen.at("/result/records")).hasSize(5);
        assertThat(seen.at("/result/records").valueStream().map(record -> record.at("/Owner/Username").asText()))
                .containsOnly("rep.west.1");
    }
}
