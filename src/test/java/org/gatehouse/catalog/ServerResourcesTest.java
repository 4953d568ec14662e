package org.gatehouse.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatehouse.catalog.StandardServer.OBJECT_MUTATIONS;
import static org.gatehouse.catalog.StandardServer.OBJECT_READS;

import java.util.List;
import org.gatehouse.oauth.token.ProtectedResource;
import org.gatehouse.platform.database.Database;
import org.gatehouse.testing.TestDatabases;
import org.junit.jupiter.api.Test;

class ServerResourcesTest {
    private final TestCatalog world = TestCatalog.with(new Database(TestDatabases.empty()));
    private final ServerResources resources = new ServerResources(world.activeServers());

    @Test
    void offersActiveServersWithTheirScopesWidestFirst() {
        world.active(OBJECT_MUTATIONS).active(OBJECT_READS);

        assertThat(resources.all()).extracting(ProtectedResource::path)
                .containsExactly("/mcp/v1/platform/object-reads", "/mcp/v1/platform/object-mutations");
        assertThat(resources.find("/mcp/v1/platform/object-mutations"))
                .hasValueSatisfying(found -> assertThat(found.scopes()).isEqualTo(List.of("mcp_api", "mcp_api.read", "mcp_api.write")));
    }

    @Test
    void hidesInactiveServers() {
        assertThat(resources.all()).isEmpty();
        assertThat(resources.find("/mcp/v1/platform/object-reads")).isEmpty();
    }
}
