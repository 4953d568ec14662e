package org.gatehouse.catalog.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.gatehouse.catalog.openapi.Descriptions.json;

import org.gatehouse.catalog.openapi.Description;
import org.gatehouse.catalog.openapi.Descriptions;
import org.gatehouse.catalog.openapi.Operation;
import org.gatehouse.platform.json.Json;
import org.gatehouse.platform.problem.Problem;
import org.gatehouse.platform.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What values become in a request: always the value of their own parameter. */
class RequestWriterTest {
    private static final ServiceUrl SERVICE = ServiceUrl.parse("https://api.example/base").orElseThrow();

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "a-B_1.~        | a-B_1.~",
        "a b            | a%20b",
        "a+b            | a%2Bb",
        "a&b=c          | a%26b%3Dc",
        "ä€😀            | %C3%A4%E2%82%AC%F0%9F%98%80",
        "@:!$'()*,      | %40%3A%21%24%27%28%29%2A%2C",
        "...            | ...",
    })
    void encodesAValueOfThePath(String value, String encoded) {
        assertThat(path(value)).isEqualTo("https://api.example:443/base/orders/" + encoded);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "../admin", "..\\admin", "a/b", "%2e%2e", "%2F", "..;x", "a?b", "a#b", "a\u0000b", "a\r\nb", "..;/admin"})
    void noValueLeadsToAnotherPath(String value) {
        assertThat(refusal("/orders/{id}", value)).isInstanceOf(Problem.InvalidArguments.class);
    }

    @Test
    void noTwoValuesLeadToAnotherPathTogether() {
        String two = Descriptions.of(
                "{'/x/{a}{b}/y': {'get': {'parameters': [{'name': 'a', 'in': 'path', 'schema': {}}, {'name': 'b', 'in': 'path', 'schema': {}}]}}}", "{}");
        Operation operation = operation(two, "GET /x/{a}{b}/y");

        assertThat(catchThrowableOfType(ProblemException.class, () -> new RequestWriter(SERVICE, operation).write(Json.literal(json("{'a': '.', 'b': '.'}")))).problem())
                .isInstanceOf(Problem.InvalidArguments.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "{'state': ['a', 'b&c']} | true  | ?state=a&state=b%26c",
        "{'state': ['a', 'b,c']} | false | ?state=a,b%2Cc",
        "{'state': 'x y'}        | true  | ?state=x%20y",
        "{'state': 1.50}         | true  | ?state=1.5",
        "{'state': true}         | true  | ?state=true",
        "{}                      | true  | ``",
        "{'state': '#?/../'}     | true  | ?state=%23%3F%2F..%2F",
    })
    void writesTheQueryInItsStyle(String arguments, boolean explode, String query) {
        String described = Descriptions.with("{'parameters': [{'name': 'state', 'in': 'query', 'explode': " + explode + ", 'schema': {}}]}");

        var request = new RequestWriter(SERVICE, operation(described, "GET /things")).write(Json.literal(json(arguments)));

        assertThat(request.url()).hasToString("https://api.example:443/base/things" + query);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\r\nX-Evil: 1", "a\nb", "a\u0000", "ä", " a", "a ", ""})
    void v17NoValueOfAHeaderBecomesAnother(String value) {
        assertThat(header(value)).isInstanceOf(Problem.InvalidArguments.class);
    }

    @Test
    void writesHeadersAndTheBody() {
        Operation read = operation(Descriptions.orders(), "GET /orders/{id}");
        Operation create = operation(Descriptions.orders(), "POST /orders");

        assertThat(new RequestWriter(SERVICE, read).write(Json.literal(json("{'id': '1', 'If-None-Match': 'abc'}"))).headers()).containsExactlyEntriesOf(java.util.Map.of("If-None-Match", "abc"));
        assertThat(new RequestWriter(SERVICE, create).write(Json.literal(json("{'body': {'note': 'x'}}"))).body()).contains(json("{'note':'x'}"));
    }

    @Test
    void refusesWhatIsNoSingleValue() {
        String described = Descriptions.with("{'parameters': [{'name': 'state', 'in': 'query', 'schema': {}}]}");
        var writer = new RequestWriter(SERVICE, operation(described, "GET /things"));

        for (String value : new String[] {"{'a': 1}", "[['a']]", "null", "[null]"}) {
            assertThat(catchThrowableOfType(ProblemException.class, () -> writer.write(Json.literal(json("{'state': " + value + "}")))).problem()).as(value)
                    .isInstanceOf(Problem.InvalidArguments.class);
        }
    }

    private static String path(String value) {
        return new RequestWriter(SERVICE, operation(Descriptions.orders(), "GET /orders/{id}")).write(Json.object().put("id", value)).url().toString();
    }

    private static Problem refusal(String path, String value) {
        Operation operation = operation(Descriptions.orders(), "GET " + path);
        return catchThrowableOfType(ProblemException.class, () -> new RequestWriter(SERVICE, operation).write(Json.object().put("id", value))).problem();
    }

    private static Problem header(String value) {
        Operation operation = operation(Descriptions.orders(), "GET /orders/{id}");
        return catchThrowableOfType(
                ProblemException.class, () -> new RequestWriter(SERVICE, operation).write(Json.object().put("id", "1").put("If-None-Match", value))).problem();
    }

    private static Operation operation(String text, String key) {
        return Description.read(text).find(key).orElseThrow().operation().orElseThrow();
    }
}
