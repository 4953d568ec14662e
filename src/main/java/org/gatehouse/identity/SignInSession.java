package org.gatehouse.identity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A browser in which a person is signed in.
 *
 * @param id names the session to the person and to administrators; it opens nothing
 * @param userAgent what the browser says it is
 */
public record SignInSession(String id, Instant since, String clientAddress, @Nullable String userAgent) {}
