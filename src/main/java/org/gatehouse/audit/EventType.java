package org.gatehouse.audit;

import java.util.Arrays;
import java.util.Optional;

/** The kinds of events. The names are those of the event log files that carry them. */
public enum EventType {
    /** A message to an MCP server or a call of the automation interface. */
    API_TOTAL_USAGE("ApiTotalUsage"),
    /** An attempt to sign in. */
    LOGIN("Login"),
    /** The end of a browser session by its person. */
    LOGOUT("Logout"),
    /** A step of OAuth: consent, tokens, revocation. */
    OAUTH("OAuth"),
    /** A change of what people may do. */
    PERMISSION_UPDATE("PermissionUpdate"),
    /** Any other change of the setup. */
    SETUP_AUDIT_TRAIL("SetupAuditTrail"),
    /** A change of who belongs to which group, worked out from a change of roles, people or groups. */
    SHARING_RECALCULATION("SharingRecalculation"),
    /** An alert that was raised. */
    ALERT("Alert");

    private final String apiName;

    EventType(String apiName) {
        this.apiName = apiName;
    }

    /** Its name in the log. */
    public String apiName() {
        return apiName;
    }

    /** The type of that name. */
    public static Optional<EventType> named(String apiName) {
        return Arrays.stream(values()).filter(type -> type.apiName.equals(apiName)).findFirst();
    }
}
