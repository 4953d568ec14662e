package org.gatehouse.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.gatehouse.platform.json.Json;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every call leaves one event, allowed or refused. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class EventLogIT {
    private static final String COLUMNS =
            "event_type, username, client_id, server, method, tool, objects, rows_returned, outcome, error_code, client_address";

    @Deployment(testable = false)
    static WebArchive serverSide() {
        return ServerSide.deployment();
    }

    @Test
    void recordsWhoDidWhatThroughWhat() {
        String token = Agent.tokenOf("rep.west.3");
        long before = count();

        String requestId = Mcp.query(token, "SELECT Name, Owner.Name FROM Account LIMIT 3").extract().header("X-Request-Id");

        assertThat(count()).isEqualTo(before + 1);
        assertThat(event(requestId)).containsExactly(
                "ApiTotalUsage", "rep.west.3", "inspector", Server.READS, "tools/call", "soqlQuery", "Account,User", "3", "SUCCESS", "",
                "127.0.0.1");
    }

    @Test
    void recordsARefusedQuery() {
        String token = Agent.tokenOf("rep.west.3");

        String requestId = Mcp.query(token, "SELECT AnnualRevenue FROM Account").extract().header("X-Request-Id");

        assertThat(event(requestId)).contains("REFUSED", "INVALID_FIELD");
    }

    @Test
    void recordsARefusedServerAToolThatIsNotThereAndABrokenMessage() {
        String token = Agent.tokenOf("rep.west.3");

        String server = Mcp.list(token, "platform/object-all").extract().header("X-Request-Id");
        String tool = Mcp.call(token, "inventRecord", Json.object()).extract().header("X-Request-Id");
        String broken = Mcp.request(token, "tools/list").body("{").post(Server.mcp(Server.READS)).header("X-Request-Id");

        assertThat(event(server)).contains("REFUSED", "NOT_FOUND");
        assertThat(event(tool)).contains("REFUSED", "inventRecord");
        assertThat(event(broken)).contains("REFUSED", "rep.west.3");
    }

    @Test
    void leavesOneEventPerRequestId() {
        List<List<String>> twice = ServerSide.rows("SELECT request_id FROM gatehouse.audit_event WHERE event_type = 'ApiTotalUsage' GROUP BY request_id HAVING COUNT(*) > 1");

        assertThat(twice).isEmpty();
    }

    private static long count() {
        return Long.parseLong(ServerSide.rows("SELECT COUNT(*) FROM gatehouse.audit_event").getFirst().getFirst());
    }

    private static List<String> event(String requestId) {
        List<List<String>> events =
                ServerSide.rows("SELECT " + COLUMNS + " FROM gatehouse.audit_event WHERE request_id = '" + requestId + "'");
        assertThat(events).as("events of " + requestId).hasSize(1);
        return events.getFirst();
    }
}
