package org.gatehouse.audit.alert;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Pattern;
import org.gatehouse.audit.EventType;
import org.gatehouse.audit.Outcome;
import org.gatehouse.platform.json.Json;
import org.gatehouse.platform.problem.Violations;

/** What must hold of an alert. */
final class AlertCheck {
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,35}");

    /** The name of another address beside those of alerts. */
    private static final String RESERVED = "raised";

    private static final int LONGEST_DESCRIPTION = 500;
    private static final int LONGEST_SEARCH = 4_000;
    private static final long MOST = 1_000_000_000;
    private static final int MINUTES_OF_A_DAY = 1_440;

    private AlertCheck() {}

    static void check(Alert alert, Violations violations) {
        violations.require(
                NAME.matcher(alert.name()).matches() && !alert.name().equals(RESERVED), "/name",
                "a name is of small letters, digits and dashes, 36 at most, and not '" + RESERVED + "'");
        violations.require(alert.description().length() <= LONGEST_DESCRIPTION, "/description", LONGEST_DESCRIPTION + " characters at most");
        violations.require(alert.threshold() >= 1 && alert.threshold() <= MOST, "/threshold", "between 1 and " + MOST);
        violations.require(alert.minutes() >= 1 && alert.minutes() <= MINUTES_OF_A_DAY, "/minutes", "between 1 and " + MINUTES_OF_A_DAY);
        violations.require(
                !alert.freezes() || alert.each() == Each.CONNECTION, "/freezes",
                "only an alert for each CONNECTION can freeze: it must be clear which one");
        check(alert.search(), violations);
    }

    private static void check(AlertSearch search, Violations violations) {
        String type = search.type();
        violations.require(
                type == null || EventType.named(type).filter(known -> known != EventType.ALERT).isPresent(), "/search/type",
                "one of " + String.join(", ", Arrays.stream(EventType.values()).filter(it -> it != EventType.ALERT).map(EventType::apiName).toList()));
        String outcome = search.outcome();
        violations.require(
                outcome == null || Arrays.stream(Outcome.values()).anyMatch(known -> known.name().equals(outcome)), "/search/outcome",
                "one of " + String.join(", ", Arrays.stream(Outcome.values()).map(Outcome::name).toList()));
        for (Map.Entry<String, JsonNode> member : Json.tree(search).properties()) {
            violations.require(
                    !member.getValue().isTextual() || !member.getValue().textValue().isBlank(), "/search/" + member.getKey(), "leave it out for all");
        }
        violations.require(Json.text(search).length() <= LONGEST_SEARCH, "/search", "too long");
    }
}
