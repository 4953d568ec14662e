package org.gatehouse.it;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.oauth2.sdk.AccessTokenResponse;
import com.nimbusds.oauth2.sdk.token.RefreshToken;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;
import javax.management.remote.JMXConnector;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the server's log files must never hold, after everything that a person and an agent do, the failures included. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class LogSecrecyIT {
    private static final String WRONG_PASSWORD = "a wrong password 8Zq3";

    @Deployment(testable = false)
    static WebArchive serverSide() {
        return ServerSide.deployment();
    }

    @Test
    void a35t20u12NoCodeStateVerifierTokenOrPasswordStandsInALogFileTheEventLogItsFilesOrAnAttributeOfJmx() throws Exception {
        var agent = new Agent(Server.READS);
        List<String> secrets = new ArrayList<>(agent.secrets());
        secrets.add(WRONG_PASSWORD);
        URI redirect = new Person("rep.west.1").allow(agent.authorizationUrl("mcp_api.read refresh_token"));
        secrets.add(agent.parse(redirect).toSuccessResponse().getAuthorizationCode().getValue());
        AccessTokenResponse tokens = agent.redeem(redirect).toSuccessResponse();
        secrets.add(tokens.getTokens().getAccessToken().getValue());
        RefreshToken first = tokens.getTokens().getRefreshToken();
        secrets.add(first.getValue());
        Mcp.query(tokens.getTokens().getAccessToken().getValue(), "SELECT Id FROM Account LIMIT 1").statusCode(200);
        Mcp.query(tokens.getTokens().getAccessToken().getValue() + "x", "SELECT Id FROM Account LIMIT 1").statusCode(401);
        AccessTokenResponse refreshed = agent.refresh(first).toSuccessResponse();
        secrets.add(refreshed.getTokens().getRefreshToken().getValue());
        assertThat(agent.refresh(refreshed.getTokens().getRefreshToken()).indicatesSuccess()).isTrue();
        assertThat(agent.refresh(first).indicatesSuccess()).as("a token that was used long ago").isFalse();
        assertThat(agent.redeem(redirect).indicatesSuccess()).as("a code that was used").isFalse();
        var stranger = new Person("rep.west.1", WRONG_PASSWORD);
        assertThat(stranger.signIn(stranger.open(agent.authorizationUrl("mcp_api.read"))).body()).doesNotContain(WRONG_PASSWORD);

        String logs = logs();

        assertThat(logs).as("the log of this very run").contains("refresh-token-reuse").contains("refused for the name 'rep.west.1'");
        String events = ServerSide.rows("SELECT * FROM gatehouse.audit_event").toString();
        String files = files();
        String attributes = attributes();
        assertThat(events).as("the events of this very run").contains("token.issue", "rep.west.1");
        assertThat(files).contains("token.issue", "rep.west.1");
        assertThat(attributes).contains("HeadHash");
        assertThat(secrets).allSatisfy(secret -> {
            assertThat(logs.contains(secret)).as("in a log file: " + secret.substring(0, 4) + "…").isFalse();
            assertThat(events.contains(secret)).as("in an event: " + secret.substring(0, 4) + "…").isFalse();
            assertThat(files.contains(secret)).as("in an event log file: " + secret.substring(0, 4) + "…").isFalse();
            assertThat(attributes.contains(secret)).as("over JMX: " + secret.substring(0, 4) + "…").isFalse();
        });
    }

    /** The newest event log file of each type. */
    private static String files() {
        String admin = Agent.adminToken();
        List<String> paths = given().auth().oauth2(admin).get(Server.URL + "/api/v1/event-log-files").then().statusCode(200).extract().path("logFile");
        StringBuilder files = new StringBuilder();
        paths.stream().limit(20).forEach(path -> files.append(given().auth().oauth2(admin).accept("text/csv").get(Server.URL + path).then().statusCode(200).extract().asString()));
        return files.toString();
    }

    private static String attributes() throws Exception {
        StringBuilder attributes = new StringBuilder();
        try (JMXConnector connector = Jmx.connect()) {
            MBeanServerConnection beans = connector.getMBeanServerConnection();
            for (ObjectName name : beans.queryNames(new ObjectName("org.gatehouse:*"), null)) {
                for (MBeanAttributeInfo attribute : beans.getMBeanInfo(name).getAttributes()) {
                    Object value = beans.getAttribute(name, attribute.getName());
                    attributes.append(attribute.getName()).append(value instanceof Object[] several ? Arrays.deepToString(several) : value).append('\n');
                }
            }
        }
        return attributes.toString();
    }

    private static String logs() throws IOException {
        StringBuilder logs = new StringBuilder();
        try (Stream<Path> files = Files.walk(Path.of(System.getProperty("jboss.home"), "standalone", "log"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                logs.append(Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
        return logs.toString();
    }
}
