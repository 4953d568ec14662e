package org.gatehouse.catalog.limit;

import java.util.Map;
import java.util.regex.Pattern;
import org.gatehouse.platform.problem.Violations;

/** What must hold of a limit by itself; whether what it names is there, the service knows. */
final class LimitCheck {
    /** Its name stands in a URL, and with the code in the event log's column of 60 characters. */
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,35}");

    /** The name of another address beside those of limits. */
    private static final String RESERVED = "usage";

    private static final long MOST = 10_000_000_000L;
    private static final int LONGEST_DESCRIPTION = 500;

    private LimitCheck() {}

    // What comes from outside may lack members.
    @SuppressWarnings("ConstantValue")
    static void check(Limit limit, Violations violations) {
        violations.require(
                NAME.matcher(limit.name()).matches() && !limit.name().equals(RESERVED), "/name",
                "a name is of small letters, digits and dashes, 36 at most, and not 'usage'");
        violations.require(limit.description().length() <= LONGEST_DESCRIPTION, "/description", "500 characters at most");
        violations.require(limit.measure() != null, "/measure", "one of CALLS, ROWS and BYTES is needed");
        violations.require(limit.window() != null, "/window", "one of MINUTE, HOUR and DAY is needed");
        violations.require(limit.size() >= 1 && limit.size() <= MOST, "/size", "between 1 and " + MOST);
        for (Map.Entry<Dimension, String> one : limit.only().entrySet()) {
            String place = "/only/" + one.getKey();
            violations.require(one.getValue() != null && !one.getValue().isBlank(), place, "a name is needed; leave it out for all");
            violations.require(!limit.each().contains(one.getKey()), place, "the limit is for one of these already, so it cannot be for each");
        }
    }
}
