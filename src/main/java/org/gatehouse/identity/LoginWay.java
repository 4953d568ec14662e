package org.gatehouse.identity;

/** What somebody signed in with, or tried to. The names are stored. */
public enum LoginWay {
    PASSWORD,
    TOTP,
    RECOVERY_CODE,
    EXTERNAL
}
