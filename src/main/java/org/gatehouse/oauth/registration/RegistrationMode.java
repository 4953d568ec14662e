package org.gatehouse.oauth.registration;

/** Whether clients may register themselves (RFC 7591), as the setting names it. */
public enum RegistrationMode {
    /** No: the endpoint is not there. */
    OFF,
    /** Yes, but an administrator approves each before it can be used. */
    APPROVAL,
    /** Yes, and they can be used at once. */
    OPEN
}
