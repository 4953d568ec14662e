package org.gatehouse.it;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.gatehouse.platform.json.Json;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The operator's hands inside the server: a small deployment beside Gatehouse that runs SQL on its data source. Tests only. */
final class ServerSide {
    private static final String CONTEXT = "server-side";

    private ServerSide() {}

    /** The deployment; a test class that arranges or inspects the database deploys it. */
    static WebArchive deployment() {
        return ShrinkWrap.create(WebArchive.class, CONTEXT + ".war").addClass(SqlServlet.class);
    }

    /** Runs a statement that changes something, and lets every node know that access may have changed. */
    static void change(String sql) {
        run(sql);
        run("UPDATE gatehouse.configuration_version SET version = version + 1");
    }

    /** The rows of a query, each an array of texts. */
    static List<List<String>> rows(String sql) {
        JsonNode answer = run(sql);
        return answer.valueStream().map(row -> row.valueStream().map(cell -> cell.asText("")).toList()).toList();
    }

    private static JsonNode run(String sql) {
        byte[] body = given().body(sql.getBytes(StandardCharsets.UTF_8))
                .post(Server.at("/" + CONTEXT + "/sql"))
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        try {
            return Json.read(body);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
