package org.gatehouse.identity;

import org.jspecify.annotations.Nullable;

/**
 * Where an attempt to sign in comes from.
 *
 * @param clientAddress the address, as far as trusted proxies tell it
 * @param userAgent what the browser says it is
 */
public record LoginOrigin(String clientAddress, @Nullable String userAgent) {}
