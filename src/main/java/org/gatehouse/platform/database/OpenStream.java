package org.gatehouse.platform.database;

import org.gatehouse.platform.network.ClientAddress;

/**
 * Something that is open without running, such as a stream of notifications.
 *
 * @param connectionId the connection that it belongs to
 * @param address where its client is
 * @param end ends it; may be run more than once
 */
public record OpenStream(String connectionId, ClientAddress address, Runnable end) {}
