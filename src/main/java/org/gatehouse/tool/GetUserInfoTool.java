package org.gatehouse.tool;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import org.gatehouse.catalog.Tier;
import org.gatehouse.catalog.ToolAnnotations;
import org.gatehouse.catalog.ToolCall;
import org.gatehouse.catalog.ToolDefinition;
import org.gatehouse.catalog.ToolHandler;
import org.gatehouse.catalog.ToolResult;
import org.gatehouse.identity.PersonDetails;
import org.gatehouse.identity.Users;
import org.gatehouse.platform.json.Json;
import org.gatehouse.platform.problem.Problem;
import org.gatehouse.platform.problem.ProblemException;

/** Tells the agent for whom it works. */
@Singleton
public class GetUserInfoTool implements ToolHandler {
    private static final ToolDefinition DEFINITION = new ToolDefinition(
            "getUserInfo",
            "Who am I",
            """
            Tells who the signed-in person is: id, username, name, email, profile, role, manager, time zone and local time. \
            Use the id for questions about "my" records, for example WHERE OwnerId = '<id>', and the time zone for questions about today.""",
            Json.literal("""
                    {"type": "object", "properties": {}, "additionalProperties": false}"""),
            Json.literal("""
                    {"type": "object",
                     "properties": {
                       "id": {"type": "string"}, "username": {"type": "string"}, "name": {"type": "string"}, "email": {"type": "string"},
                       "title": {"type": ["string", "null"]}, "profile": {"type": "string"}, "role": {"type": ["string", "null"]},
                       "manager": {"type": ["string", "null"]}, "timeZone": {"type": "string"}, "locale": {"type": "string"},
                       "localTime": {"type": "string", "format": "date-time"}},
                     "required": ["id", "username", "name", "email", "title", "profile", "role", "manager", "timeZone", "locale", "localTime"],
                     "additionalProperties": false}"""),
            ToolAnnotations.READ,
            Tier.READ);

    private final Users users;
    private final InstantSource clock;

    @Inject
    public GetUserInfoTool(Users users, InstantSource clock) {
        this.users = users;
        this.clock = clock;
    }

    @Override
    public ToolDefinition definition() {
        return DEFINITION;
    }

    @Override
    public ToolResult call(ToolCall call) {
        String userId = call.caller().userId();
        PersonDetails person = users.details(userId)
                .orElseThrow(() -> new ProblemException(new Problem.NotFound(Problem.Thing.RECORD, userId, "There is no such person.")));
        call.noteObject("User");
        call.noteRows(1);
        ObjectNode answer = Json.object()
                .put("id", person.id())
                .put("username", person.username())
                .put("name", person.name())
                .put("email", person.email())
                .put("title", person.title())
                .put("profile", person.profile())
                .put("role", person.role())
                .put("manager", person.manager())
                .put("timeZone", person.timeZone())
                .put("locale", person.locale())
                .put("localTime", localTime(person));
        return new ToolResult(answer, Json.text(answer));
    }

    private String localTime(PersonDetails person) {
        return clock.instant()
                .truncatedTo(ChronoUnit.SECONDS)
                .atZone(ZoneId.of(person.timeZone()))
                .format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
    }
}
