package org.gatehouse.identity.external;

import java.net.URI;

/** What comes of the wish to sign in by an external provider. */
public sealed interface ExternalStart {
    /**
     * The browser goes to the provider.
     *
     * @param location where it goes
     * @param transaction what its session keeps until it comes back
     */
    record Away(URI location, ExternalTransaction transaction) implements ExternalStart {}

    /** It cannot begin. */
    record Impossible(ExternalOutcome.Refused refusal) implements ExternalStart {}
}
