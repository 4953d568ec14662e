package org.gatehouse.oauth.client;

import org.gatehouse.identity.Assurance;

/**
 * How far the login ranges of a person's profile bind a client. The client's own ranges bind in every case. The names are those of the model
 * system's metadata.
 */
public enum IpRelaxation {
    /** Always. */
    ENFORCE("Enforce"),
    /** When the person connects; not when tokens are fetched or used. So it fits agents that run at their vendor's. */
    ENFORCE_RELAX_REFRESH("Enforce_RelaxRefresh"),
    /**
     * Not where the client has ranges of its own, which are enough then; nor where the person proved themselves by a second factor. Otherwise
     * always.
     */
    BYPASS_SECOND_FACTOR("Bypass_2factor"),
    /** Never. */
    BYPASS("Bypass");

    private final String key;

    IpRelaxation(String key) {
        this.key = key;
    }

    /** The name in the database and in the API. */
    public String key() {
        return key;
    }

    /**
     * Whether the profile's ranges are looked at.
     *
     * @param occasion what the person or the client is doing
     * @param assurance how surely the person was recognised when they connected
     * @param ownRanges whether the client has ranges of its own; the address is known to be inside them
     * @param enforcedOnEachRequest the organisation's setting that ranges are looked at again with each request
     */
    boolean bindsTo(Occasion occasion, Assurance assurance, boolean ownRanges, boolean enforcedOnEachRequest) {
        boolean looked = occasion != Occasion.REQUEST || enforcedOnEachRequest;
        return looked
                && switch (this) {
                    case ENFORCE -> true;
                    case ENFORCE_RELAX_REFRESH -> occasion == Occasion.AUTHORIZE;
                    case BYPASS_SECOND_FACTOR -> !ownRanges && !assurance.satisfies(Assurance.HIGH);
                    case BYPASS -> false;
                };
    }

    /** At what moment a policy is asked. */
    public enum Occasion {
        /** The person approves, in their browser. */
        AUTHORIZE,
        /** The client exchanges a code or a refresh token, from wherever its software runs. */
        TOKEN,
        /** The client uses a token, again from wherever it runs. */
        REQUEST
    }
}
