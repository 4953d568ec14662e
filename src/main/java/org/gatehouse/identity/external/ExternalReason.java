package org.gatehouse.identity.external;

/** Why a sign-in by an external provider was refused. For the operator; the person is told one thing whatever it is. */
public enum ExternalReason {
    /** There is no such provider, or it is disabled. */
    PROVIDER_UNKNOWN,
    /** The provider, or a part of it, did not answer as it should. */
    PROVIDER_UNREACHABLE,
    /** No sign-in of this browser session waits for the answer: forged, replayed, or of another session. */
    NOT_STARTED_HERE,
    /** The answer came too late. */
    EXPIRED,
    /** The answer is another provider's, or does not say whose although this provider promises to. */
    OTHER_ISSUER,
    /** The provider said no, or the person did there. */
    DENIED_THERE,
    /** The provider did not take the code. */
    CODE_REFUSED,
    /** The ID token is not a good one for this very sign-in. */
    ID_TOKEN_INVALID,
    /** The person was to sign in anew, and the provider does not say that they have. */
    NOT_FRESH,
    /** Nobody here is linked, and the provider's policy finds nobody. */
    NOBODY_HERE,
    /** Whom the policy finds is linked to somebody else at this provider. */
    LINKED_OTHERWISE,
    /** The person is not active. */
    INACTIVE
}
