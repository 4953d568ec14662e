package org.gatehouse.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.spec.McpSchema;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The official Java SDK's client, with a token that a real sign-in gave. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class JavaSdkIT {
    private static final String MY_ACCOUNTS = "SELECT Id, Name FROM Account ORDER BY Id LIMIT 2000";

    @Test
    void listsTheToolsWithTheirAnnotations() {
        try (McpSyncClient client = connect("rep.west.1")) {
            List<McpSchema.Tool> tools = client.listTools().tools();

            assertThat(tools).extracting(McpSchema.Tool::name).contains("getObjectSchema", "soqlQuery", "getUserInfo");
            assertThat(tools).allSatisfy(tool -> assertThat(tool.annotations().readOnlyHint()).isTrue());
        }
    }

    @Test
    void twoPersonsGetDifferentRowsFromTheSameQuery() {
        try (McpSyncClient west = connect("rep.west.1"); McpSyncClient east = connect("rep.east.1")) {
            List<String> westSees = ids(west);
            List<String> eastSees = ids(east);

            assertThat(westSees).isNotEmpty().doesNotContainAnyElementsOf(eastSees);
            assertThat(eastSees).isNotEmpty();
        }
    }

    @Test
    void aManagerSeesWhatTheirPeopleSeeAndNotTheOtherSide() {
        try (McpSyncClient rep = connect("rep.west.1");
                McpSyncClient manager = connect("manager.west");
                McpSyncClient other = connect("manager.east")) {
            List<String> repSees = ids(rep);

            assertThat(ids(manager)).containsAll(repSees).hasSizeGreaterThan(repSees.size());
            assertThat(ids(other)).doesNotContainAnyElementsOf(repSees);
        }
    }

    @SuppressWarnings("unchecked")
    private static List<String> ids(McpSyncClient client) {
        var result = client.callTool(McpSchema.CallToolRequest.builder("soqlQuery").arguments(Map.of("query", MY_ACCOUNTS)).build());
        assertThat(result.isError()).as(result.content().toString()).isNotEqualTo(true);
        var structured = (Map<String, List<Map<String, Object>>>) (Map<String, ?>) result.structuredContent();
        return Objects.requireNonNull(structured.get("records")).stream().map(row -> (String) row.get("Id")).toList();
    }

    private static McpSyncClient connect(String username) {
        String token = Agent.tokenOf(username);
        var transport = HttpClientStreamableHttpTransport.builder(Server.URL)
                .endpoint("/mcp/v1/" + Server.READS)
                .addHttpRequestCustomizer((request, method, endpoint, body, context) -> request.header("Authorization", "Bearer " + token))
                .build();
        McpSyncClient client = McpClient.sync(transport).build();
        client.initialize();
        return client;
    }
}
