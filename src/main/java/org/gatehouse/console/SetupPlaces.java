package org.gatehouse.console;

import java.util.List;
import org.gatehouse.permission.SystemPermission;

/** The pages of the console that somebody may look for, with the words that they may use for them. */
final class SetupPlaces {
    private static final SystemPermission CUSTOMIZE = SystemPermission.CUSTOMIZE_APPLICATION;
    private static final SystemPermission USERS = SystemPermission.MANAGE_USERS;
    private static final SystemPermission LOG = SystemPermission.VIEW_EVENT_LOG_FILES;

    static final List<Place> ALL = List.of(
            new Place("External client apps", "/setup/apps", CUSTOMIZE, "agents clients client id redirect secret refresh token policy block"),
            new Place("OAuth usage", "/setup/connections", CUSTOMIZE, "connections revoke tokens end freeze frozen lift"),
            new Place("MCP servers", "/setup/servers", CUSTOMIZE, "activate tools annotations approvals custom"),
            new Place("Agent ceilings", "/setup/ceilings", CUSTOMIZE, "mask hide fields objects records narrow most client server"),
            new Place("Network access", "/setup/network", CUSTOMIZE, "ip address ranges login hours trusted lifetime"),
            new Place("Connection doctor", "/setup/doctor", CUSTOMIZE, "diagnose fails cannot connect error authorize why"),
            new Place("Users", "/setup/people", USERS, "people password link lock inactive sign-in"),
            new Place("Profiles and permission sets", "/setup/permissions", USERS, "system permissions object field grant groups muting"),
            new Place("Access explanation", "/setup/access", USERS, "why may see record field agent person rights"),
            new Place("Objects and fields", "/setup/objects", CUSTOMIZE, "tables import map picklist formula validation rules schema"),
            new Place("Sharing", "/setup/sharing", CUSTOMIZE, "org-wide defaults owd roles hierarchy groups queues sharing rules restriction rules"),
            new Place("Setup as files", "/setup/files", CUSTOMIZE, "configuration as code export download upload plan diff apply drift document json"),
            new Place("Identity providers", "/setup/providers", CUSTOMIZE, "external single sign-on openid connect oidc idp login issuer"),
            new Place("Signing keys", "/setup/keys", CUSTOMIZE, "rotate retire jwks access tokens compromise"),
            new Place("Event log files", "/setup/events", LOG, "download csv hourly daily"),
            new Place("Alerts", "/setup/alerts", CUSTOMIZE, "notify threshold too many freeze connection saved search monitor"),
            new Place("Search events", "/setup/search", LOG, "calls refused errors verify chain"),
            new Place("Setup audit trail", "/setup/search?type=SetupAuditTrail", LOG, "changes before after who"),
            new Place("Login history", "/setup/search?type=Login", LOG, "sign-ins failures"));

    private SetupPlaces() {}

    /**
     * A page.
     *
     * @param needed what it takes to see it
     * @param words what it is about
     */
    record Place(String name, String path, SystemPermission needed, String words) {
        boolean matches(String wanted) {
            return SetupFindPage.contains(wanted, name) || SetupFindPage.contains(wanted, words);
        }
    }
}
