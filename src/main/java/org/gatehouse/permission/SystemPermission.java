package org.gatehouse.permission;

import java.util.Arrays;
import java.util.Optional;

/** Something a person may do that is not tied to one object. */
public enum SystemPermission {
    VIEW_ALL_DATA("ViewAllData"),
    MODIFY_ALL_DATA("ModifyAllData"),
    MANAGE_USERS("ManageUsers"),
    MANAGE_SHARING("ManageSharing"),
    CUSTOMIZE_APPLICATION("CustomizeApplication"),
    API_ENABLED("ApiEnabled"),
    VIEW_EVENT_LOG_FILES("ViewEventLogFiles");

    private final String apiName;

    SystemPermission(String apiName) {
        this.apiName = apiName;
    }

    /** The permission of that name; a name that nobody knows gives nothing. */
    static Optional<SystemPermission> named(String apiName) {
        return Arrays.stream(values()).filter(permission -> permission.apiName.equals(apiName)).findFirst();
    }
}
