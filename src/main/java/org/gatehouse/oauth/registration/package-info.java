/**
 * How clients become known that no administrator typed in: by a metadata document under their own URL, or by registering themselves.
 *
 * <p>Start with {@link org.gatehouse.oauth.registration.ClientDocuments}. What a stranger writes here makes this server open a connection,
 * so the hosts are listed by the administrator, the address is checked where the connection is made, and size, time and number are
 * bounded ({@link org.gatehouse.oauth.registration.DocumentFetch}). The JDK's HTTP client was left out: it resolves a name by itself and
 * cannot be held to the address that was checked.
 *
 * <p>A client that came this way has the same app policy as any other, and what an administrator decided about it stays.
 */
@NullMarked
package org.gatehouse.oauth.registration;

import org.jspecify.annotations.NullMarked;
