package org.gatehouse.it;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** An administrator's script at the automation interface, as far as the tests of several classes need it. */
final class Api {
    private final RequestSpecification admin;

    private Api(String token) {
        admin = given().baseUri(Server.URL).basePath("/api/v1").auth().oauth2(token).contentType(ContentType.JSON)
                .accept("application/json, application/problem+json");
    }

    static Api asAdmin() {
        return new Api(Agent.adminToken());
    }

    /** A request that a test finishes. */
    RequestSpecification request() {
        return given().spec(admin);
    }

    /** A client's settings, to be changed and put back. */
    Map<String, Object> client(String id) {
        return new HashMap<>(request().get("/clients/" + id).then().statusCode(200).extract().jsonPath().getMap(""));
    }

    ValidatableResponse putClient(String id, Map<String, Object> settings) {
        return request().body(settings).put("/clients/" + id).then();
    }

    /** Makes a client for the tests; everybody may use it, from everywhere. */
    ValidatableResponse create(String id, String authenticationMethod) {
        return request().body(newClient(id, authenticationMethod)).post("/clients").then();
    }

    /** What a new client needs. */
    static Map<String, Object> newClient(String id, String authenticationMethod) {
        Map<String, Object> settings = new HashMap<>();
        settings.put("clientId", id);
        settings.put("label", "An app of the tests");
        settings.put("authenticationMethod", authenticationMethod);
        settings.put("redirectUris", List.of("http://127.0.0.1/oauth/callback"));
        settings.put("scopes", List.of("mcp_api", "mcp_api.read", "refresh_token"));
        settings.put("policy", Map.ofEntries(
                Map.entry("permittedUsers", "AllSelfAuthorized"), Map.entry("profiles", List.of()), Map.entry("permissionSets", List.of()),
                Map.entry("requiredAssurance", "STANDARD"), Map.entry("ipRelaxation", "Enforce"), Map.entry("ranges", List.of()),
                Map.entry("accessTokenMinutes", 10), Map.entry("refreshTokenPolicy", "SpecificLifetime"), Map.entry("refreshTokenAmount", 30),
                Map.entry("refreshTokenUnit", "Days"), Map.entry("refreshGraceSeconds", 0)));
        return settings;
    }

    /** Lets a client be used from these addresses only; from everywhere for none. */
    ValidatableResponse ranges(String client, String... firstAndLast) {
        Map<String, Object> settings = client(client);
        @SuppressWarnings("unchecked") // JSON objects have names for keys.
        Map<String, Object> policy = new HashMap<>((Map<String, Object>) settings.get("policy"));
        policy.put("ranges", range(firstAndLast));
        settings.put("policy", policy);
        return putClient(client, settings);
    }

    /** Does something while a client may be used from these addresses only. */
    void whileNarrowed(String client, String first, String last, Check check) throws Exception {
        ranges(client, first, last).statusCode(200);
        try {
            check.run();
        } finally {
            ranges(client).statusCode(200);
        }
    }

    /** Lets the people of a profile sign in from these addresses only; from everywhere for none. */
    void profileRanges(String profile, String... firstAndLast) {
        tryProfileRanges(profile, firstAndLast).statusCode(200);
    }

    ValidatableResponse tryProfileRanges(String profile, String... firstAndLast) {
        return request().body(Map.of("ranges", range(firstAndLast), "hours", List.of())).put("/network/profiles/" + profile).then();
    }

    private static List<Map<String, String>> range(String... firstAndLast) {
        return firstAndLast.length == 0 ? List.of() : List.of(Map.of("first", firstAndLast[0], "last", firstAndLast[1]));
    }

    /** What a test looks at. */
    interface Check {
        void run() throws Exception;
    }
}
