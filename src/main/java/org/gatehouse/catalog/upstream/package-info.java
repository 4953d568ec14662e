/**
 * Calls of REST services on a caller's behalf.
 *
 * <p>Start with {@link org.gatehouse.catalog.upstream.Upstream}: it makes a request of an operation and arguments ({@link
 * org.gatehouse.catalog.upstream.RequestWriter}), sends it with a token made for that service, and makes the tool's result of the answer ({@link
 * org.gatehouse.catalog.upstream.AnswerReader}).
 *
 * <p>It refuses hosts that the operator did not list, addresses that are not public unless the operator named the host for that, a value that would change the
 * path or add a header, redirects, and answers that are too long, too late, streams, or neither JSON nor text. Nothing of the request that came in goes out: not
 * its token, not its cookies, not its headers.
 *
 * <p>The decision that shaped it: whoever imports a service says where it is, and whoever operates the server says which hosts may be called at all. An
 * administrator alone could otherwise turn an agent's calls on the inside of the network.
 */
@NullMarked
package org.gatehouse.catalog.upstream;

import org.jspecify.annotations.NullMarked;
