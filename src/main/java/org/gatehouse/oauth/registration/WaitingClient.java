package org.gatehouse.oauth.registration;

import java.time.Instant;

/**
 * A client that registered itself and waits for an administrator.
 *
 * @param id its {@code client_id}
 * @param label the name that it gave itself
 * @param address where the registration came from
 * @param registeredAt when
 */
public record WaitingClient(String id, String label, String address, Instant registeredAt) {}
