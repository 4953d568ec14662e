package org.gatehouse.permission;

/**
 * One way in which a person comes to records of an object.
 *
 * @param rule the API name of the rule, or the cause's name where there is no rule
 */
public record RecordGrant(Cause cause, String rule, Predicate predicate) {
    static RecordGrant of(Cause cause, Predicate predicate) {
        return new RecordGrant(cause, cause.name(), predicate);
    }
}
