package org.gatehouse.metadata.design;

import java.util.List;
import org.gatehouse.metadata.OrgWideDefault;
import org.gatehouse.metadata.WriteMode;
import org.gatehouse.platform.problem.Violations;

/** Reads the words of an object's settings that are names of something. */
public final class HeaderWords {
    private HeaderWords() {}

    /** Private unless it says otherwise: an object that nobody has thought about shows nothing. */
    public static OrgWideDefault orgWideDefault(ObjectSettings settings, Violations violations) {
        if (settings.orgWideDefault() == null) {
            return settings.parentField() == null ? OrgWideDefault.PRIVATE : OrgWideDefault.CONTROLLED_BY_PARENT;
        }
        try {
            return OrgWideDefault.named(settings.orgWideDefault());
        } catch (IllegalArgumentException e) {
            violations.add("/orgWideDefault", "write Private, PublicRead, PublicReadWrite or ControlledByParent");
            return OrgWideDefault.PRIVATE;
        }
    }

    /** Read-only unless it says otherwise: a mapped table belongs to another program. */
    public static WriteMode writeMode(ObjectSettings settings, Violations violations) {
        if (settings.writeMode() == null) {
            return WriteMode.READ_ONLY;
        }
        try {
            return WriteMode.named(settings.writeMode());
        } catch (IllegalArgumentException e) {
            violations.add("/writeMode", "write ReadWrite, InsertOnly or ReadOnly");
            return WriteMode.READ_ONLY;
        }
    }

    public static List<FieldSettings> fields(ObjectSettings settings) {
        return settings.fields() == null ? List.of() : settings.fields();
    }
}
