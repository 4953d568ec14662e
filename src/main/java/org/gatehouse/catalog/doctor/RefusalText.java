package org.gatehouse.catalog.doctor;

import org.gatehouse.oauth.client.Refusal;

/** Why a person is not admitted, in words for an administrator. */
final class RefusalText {
    private RefusalText() {}

    /** What is so. */
    static String found(Refusal refusal) {
        return switch (refusal) {
            case PERSON_INACTIVE -> "The person is not active.";
            case ACCOUNT_LOCKED -> "The person's account is locked: somebody guessed at it too often.";
            case CONNECTION_FROZEN -> "The person's connection through this app to this server is frozen, by an alert or an administrator.";
            case CLIENT_UNKNOWN -> "There is no such app.";
            case CLIENT_DISABLED -> "The app is blocked.";
            case NOT_PERMITTED -> "The app is for approved people, and this person holds none of its profiles and permission sets.";
            case SERVER_NOT_ALLOWED -> "The app may not reach this server.";
            case OUTSIDE_APP_RANGE -> "The address is outside of the app's own ranges.";
            case OUTSIDE_LOGIN_RANGE -> "The address is outside of the login ranges of the person's profile.";
            case OUTSIDE_LOGIN_HOURS -> "It is outside of the login hours of the person's profile now.";
            case ASSURANCE_TOO_LOW -> "The app requires a second factor, and the person came with a password alone.";
        };
    }

    /** What to do. */
    static String advice(Refusal refusal) {
        return switch (refusal) {
            case PERSON_INACTIVE -> "Make the person active under Users.";
            case ACCOUNT_LOCKED -> "Wait until the lock ends, or unlock the account under Users.";
            case CONNECTION_FROZEN -> "See what the agent did under Search events; if it may go on, lift the freeze under OAuth usage.";
            case CLIENT_UNKNOWN -> "Enter it under External client apps.";
            case CLIENT_DISABLED -> "Unblock it under External client apps.";
            case NOT_PERMITTED -> "Assign the person one of the app's permission sets under Users, or add one that they hold to the app.";
            case SERVER_NOT_ALLOWED -> "Add the server to what the app may ask for, under External client apps.";
            case OUTSIDE_APP_RANGE -> "Add the address to the app's ranges under External client apps. An agent in the cloud comes from its vendor's addresses.";
            case OUTSIDE_LOGIN_RANGE ->
                "Add the address to the profile's login ranges under Network access, or relax them for this app: agents in the cloud come from their"
                        + " vendor's addresses.";
            case OUTSIDE_LOGIN_HOURS -> "Wait, or widen the login hours under Network access.";
            case ASSURANCE_TOO_LOW -> "The person sets up an authenticator app on their Security page, signs in anew and connects again.";
        };
    }
}
