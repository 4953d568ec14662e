package org.gatehouse.mcp.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.gatehouse.catalog.TestCatalog;
import org.gatehouse.oauth.bearer.BearerChallenge;
import org.gatehouse.platform.json.Json;
import org.gatehouse.platform.problem.Problem;
import org.gatehouse.platform.problem.Problem.Thing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class McpErrorsTest {
    private static final Inbound TOOL_CALL = new Inbound(
            LegacyEra.INSTANCE, null, "tools/call", null, new Conversation.None(), new McpRequest.CallTool("soqlQuery", Json.object(), null));

    private final McpErrors errors = new McpErrors(new BearerChallenge(TestCatalog.DEPLOYMENT));

    static Stream<Arguments> errorsOfTheProtocol() {
        return Stream.of(
                arguments(new Problem.NotFound(Thing.SERVER, "x", "No."), 404, -32600),
                arguments(new Problem.NotFound(Thing.TOOL, "x", "No."), 200, -32602),
                arguments(new Problem.InvalidToken("No."), 401, -32600),
                arguments(new Problem.InsufficientScope(Set.of("mcp_api.read"), "No."), 403, -32600),
                arguments(new Problem.Internal("r-1"), 200, -32603));
    }

    @ParameterizedTest
    @MethodSource("errorsOfTheProtocol")
    void answersWithStatusAndCode(Problem problem, int status, int code) {
        var reply = (McpReply.Refused) errors.reply(problem, "platform/object-reads", TOOL_CALL);

        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.error().code()).isEqualTo(code);
        assertThat(reply.challenge() != null).isEqualTo(status == 401 || status == 403);
    }

    static Stream<Arguments> failuresOfTools() {
        return Stream.of(
                arguments(
                        new Problem.InvalidQuery(Problem.QueryError.MALFORMED_QUERY, "Unexpected 'FORM'.", 2, 5),
                        "[{\"errorCode\":\"MALFORMED_QUERY\",\"message\":\"Unexpected 'FORM'.\",\"location\":\"line 2, column 5\"}]"),
                arguments(
                        new Problem.InvalidArguments("No.", List.of(new Problem.Violation("/q", "Wrong."), new Problem.Violation("", "Bad."))),
                        "[{\"errorCode\":\"INVALID_ARGUMENTS\",\"message\":\"Wrong.\",\"location\":\"/q\"},"
                                + "{\"errorCode\":\"INVALID_ARGUMENTS\",\"message\":\"Bad.\",\"location\":\"\"}]"),
                arguments(new Problem.InvalidArguments("No.", List.of()), "[{\"errorCode\":\"INVALID_ARGUMENTS\",\"message\":\"No.\"}]"),
                arguments(new Problem.LimitExceeded("Less."), "[{\"errorCode\":\"LIMIT_EXCEEDED\",\"message\":\"Less.\"}]"),
                arguments(new Problem.NotFound(Thing.OBJECT, "x", "No."), "[{\"errorCode\":\"NOT_FOUND\",\"message\":\"No.\"}]"),
                arguments(new Problem.NotFound(Thing.RECORD, "x", "No."), "[{\"errorCode\":\"NOT_FOUND\",\"message\":\"No.\"}]"));
    }

    @ParameterizedTest
    @MethodSource("failuresOfTools")
    void givesTheModelSomethingToMend(Problem problem, String text) {
        var reply = (McpReply.Failed) errors.reply(problem, "platform/object-reads", TOOL_CALL);

        assertThat(reply.errors().toString()).isEqualTo(text);
    }

    @Test
    void putsNoNameIntoHeaderThatIsNotPlain() {
        var challenge = new BearerChallenge(TestCatalog.DEPLOYMENT);

        assertThat(challenge.missing("/mcp/v1/platform/x\"\r\nSet-Cookie: a"))
                .isEqualTo("Bearer resource_metadata=\"https://gate.example/.well-known/oauth-protected-resource\", scope=\"mcp_api\"");
    }
}
