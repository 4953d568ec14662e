package org.gatehouse.permission;

/**
 * One thing that decides over records of an object, for explanations.
 *
 * @param kind for example {@code OWNER}, {@code SHARING_RULE}, {@code ORG_WIDE_DEFAULT}, {@code VIEW_ALL}, {@code RESTRICTION_RULE}
 * @param name the API name of the rule, the default or the parent; the kind where it has no name
 * @param opens whether it opens the records of the filter; otherwise it keeps the person to them
 */
public record RecordReason(String kind, String name, boolean opens, RecordFilter filter) {
    static RecordReason opening(String kind, String name, RecordFilter filter) {
        return new RecordReason(kind, name, true, filter);
    }

    static RecordReason narrowing(String kind, String name, RecordFilter filter) {
        return new RecordReason(kind, name, false, filter);
    }
}
