package org.gatehouse.oauth.client;

/** Why a person may not use a client. For the operator's log and the event log; neither the client nor the person is told. */
public enum Refusal {
    PERSON_INACTIVE,
    ACCOUNT_LOCKED,
    CONNECTION_FROZEN,
    CLIENT_UNKNOWN,
    CLIENT_DISABLED,
    NOT_PERMITTED,
    SERVER_NOT_ALLOWED,
    OUTSIDE_APP_RANGE,
    OUTSIDE_LOGIN_RANGE,
    OUTSIDE_LOGIN_HOURS,
    ASSURANCE_TOO_LOW;

    /** Whether it depends on the address of the visit. */
    public boolean isOfAddress() {
        return this == OUTSIDE_APP_RANGE || this == OUTSIDE_LOGIN_RANGE;
    }
}
