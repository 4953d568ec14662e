package org.gatehouse.it;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.id.ClientID;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Group I of the attacks over HTTP, at a server without a proxy before it; behind one it is TwoNodesIT's. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AddressesIT {
    private static final String CLIENT = "it-addresses";
    private static final Map<String, String> CLAIMS = Map.of(
            "X-Forwarded-For", "203.0.113.5", "X-Real-IP", "203.0.113.5", "Forwarded", "for=203.0.113.5", "Client-IP", "203.0.113.5", "True-Client-IP", "203.0.113.5",
            "X-Client-IP", "203.0.113.5", "CF-Connecting-IP", "203.0.113.5");

    private final Agent agent = new Agent(new ClientID(CLIENT), Server.READS);
    private final Api api = Api.asAdmin();

    @Deployment(testable = false)
    static WebArchive serverSide() {
        return ServerSide.deployment();
    }

    @BeforeAll
    void addAClient() {
        api.create(CLIENT, "none").statusCode(201);
    }

    @AfterAll
    void blockIt() {
        api.request().post("/clients/" + CLIENT + "/block").then().statusCode(200);
    }

    @Test
    void i01v12WhatAClientSaysOfItsAddressNeitherOpensNorCloses() throws Exception {
        String token = agent.connect(new Person("rep.west.4"), "mcp_api.read").getTokens().getAccessToken().getValue();
        assertThat(list(token)).isEqualTo(200);

        api.whileNarrowed(CLIENT, "203.0.113.0", "203.0.113.255", () -> {
            assertThat(list(token)).as("from elsewhere, whatever the headers say").isEqualTo(401);
        });
        api.whileNarrowed(CLIENT, "127.0.0.1", "127.0.0.1", () -> {
            assertThat(list(token)).as("from here, whatever the headers say").isEqualTo(200);
        });
    }

    @Test
    void i01TheLoginHistoryKeepsTheAddressOfTheConnection() {
        var person = new Person("rep.west.4", "wrong", CLAIMS);

        person.signIn();

        assertThat(ServerSide.rows("SELECT client_address FROM gatehouse.login_history WHERE username = 'rep.west.4' ORDER BY id DESC").getFirst())
                .containsExactly("127.0.0.1");
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1,            127.0.0.1,              true",
        "127.0.0.0,            127.0.0.1,              true",
        "127.0.0.1,            127.0.0.2,              true",
        "127.0.0.2,            127.0.0.255,            false",
        "127.0.0.0,            127.0.0.0,              false",
        "126.0.0.0,            127.0.0.0,              false",
        "0.0.0.0,              255.255.255.255,        true",
        "::ffff:127.0.0.1,     ::ffff:127.0.0.1,       true",
        "::FFFF:7f00:0,        ::ffff:7f00:1,          true",
        "::ffff:127.0.0.2,     ::ffff:127.0.0.9,       false",
        "::1,                  ::1,                    false"
    })
    void i04i05ARangeHoldsExactlyItsAddresses(String first, String last, boolean inside) throws Exception {
        String token = agent.connect(new Person("rep.west.4"), "mcp_api.read").getTokens().getAccessToken().getValue();
        api.whileNarrowed(CLIENT, first, last, () -> {
            assertThat(Mcp.list(token, Server.READS).extract().statusCode()).isEqualTo(inside ? 200 : 401);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.9, 10.0.0.1", "0177.0.0.1, 0177.0.0.1", "0x7f.0.0.1, 0x7f.0.0.1", "127.1, 127.1", "2130706433, 2130706433", "127.0.0.1, ::1", "256.0.0.1, 256.0.0.1",
        "fe80::1%eth0, fe80::1%eth0", "fe80::1%251, fe80::2", "2001:db8::/32, 2001:db8::/32", "localhost, localhost", "'127.0.0.1 ', 127.0.0.1x", "'', ''", "1.2.3.4.5, 1.2.3.4.5",
        "::1::, ::1::", "::ffff:1.2.3, ::ffff:1.2.3", "[::1], [::1]"
    })
    void i05i06i07WhatIsNoRangeIsNotSaved(String first, String last) {
        api.ranges(CLIENT, first, last).statusCode(400).body("violations.location", hasItem("/policy/ranges"));
        api.tryProfileRanges("SupportUser", first, last).statusCode(400);
        api.request().body(Map.of("trustedRanges", List.of(Map.of("first", first, "last", last)))).put("/network/organization").then().statusCode(400);
    }

    @Test
    void i07AnAddressIsSavedInItsOneSpelling() throws Exception {
        api.whileNarrowed(CLIENT, "2001:0DB8:0:0::1", "2001:DB8::00FF", () -> {
            api.request().get("/clients/" + CLIENT).then()
                    .body("policy.ranges[0].first", equalTo("2001:db8::1"))
                    .body("policy.ranges[0].last", equalTo("2001:db8::ff"));
        });
    }

    @Test
    void i13ARefreshFromOutsideIsRefusedAndATokenIsTakenBackFromAnywhere() throws Exception {
        var tokens = agent.connect(new Person("rep.west.4"), "mcp_api.read refresh_token").getTokens();
        api.whileNarrowed(CLIENT, "203.0.113.0", "203.0.113.255", () -> {
            assertThat(agent.refresh(tokens.getRefreshToken()).toErrorResponse().getErrorObject()).isEqualTo(OAuth2Error.INVALID_GRANT);
            given().formParam("token", tokens.getRefreshToken().getValue()).formParam("client_id", CLIENT)
                    .post(Server.at("/oauth2/revoke")).then().statusCode(200);
        });

        assertThat(list(tokens.getAccessToken().getValue())).as("taken back").isEqualTo(401);
        assertThat(agent.refresh(tokens.getRefreshToken()).indicatesSuccess()).isFalse();
    }

    /** With every header in which somebody might say where they come from. */
    private static int list(String token) {
        RequestSpecification request = Mcp.request(token, "tools/list");
        CLAIMS.forEach(request::header);
        return request.body(Mcp.message("tools/list").toString()).post(Server.mcp(Server.READS)).statusCode();
    }
}
