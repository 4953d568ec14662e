package org.gatehouse.identity.external;

/** How a person is found who signs in by a provider for the first time; from then on the stored link decides. */
public sealed interface FirstSignIn {
    /** Not at all: an administrator links everybody. */
    record LinkedOnly() implements FirstSignIn {}

    /** By the e-mail address that the provider says it has verified. */
    record VerifiedEmail() implements FirstSignIn {}

    /**
     * By a claim that holds the sign-in name here. The administrator vouches that people cannot choose it themselves at the provider.
     *
     * @param claim the claim's name, for example {@code preferred_username}
     */
    record Username(String claim) implements FirstSignIn {}
}
