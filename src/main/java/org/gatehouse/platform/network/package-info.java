/**
 * Network addresses: who a request comes from, whether that is inside a range, and how often in a minute somebody may do something.
 *
 * <p>Start with {@link org.gatehouse.platform.network.ClientAddresses}. It walks back from the connection over proxies that the operator
 * named, and believes nobody else. An address that cannot be told is {@linkplain
 * org.gatehouse.platform.network.ClientAddress#UNKNOWN unknown}, and no range contains it. The server's own handler for forwarded headers is
 * not used: it takes the leftmost entry, which the client writes.
 *
 * <p>The other direction is {@link org.gatehouse.platform.network.OutsideClient}: how this server goes outside itself. It connects to the addresses that
 * were checked and to no others, which is why the JDK's HTTP client is not used for that: it resolves names by itself.
 */
@NullMarked
package org.gatehouse.platform.network;

import org.jspecify.annotations.NullMarked;
