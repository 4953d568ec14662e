package org.gatehouse.permission;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** Something a person may do that is not tied to one object. */
public enum SystemPermission {
    VIEW_ALL_DATA("ViewAllData"),
    MODIFY_ALL_DATA("ModifyAllData"),
    VIEW_ALL_FIELDS("ViewAllFields"),
    MANAGE_USERS("ManageUsers"),
    MANAGE_SHARING("ManageSharing"),
    CUSTOMIZE_APPLICATION("CustomizeApplication"),
    API_ENABLED("ApiEnabled"),
    VIEW_EVENT_LOG_FILES("ViewEventLogFiles");

    private final String apiName;

    SystemPermission(String apiName) {
        this.apiName = apiName;
    }

    /** Its name in settings. */
    public String apiName() {
        return apiName;
    }

    /** What whoever grants it must grant with it. */
    public Set<SystemPermission> needs() {
        return this == MODIFY_ALL_DATA ? Set.of(VIEW_ALL_DATA) : Set.of();
    }

    /** The permission of that name; a name that nobody knows gives nothing. */
    public static Optional<SystemPermission> named(String apiName) {
        return Arrays.stream(values()).filter(permission -> permission.apiName.equals(apiName)).findFirst();
    }
}
