/**
 * Tests of the whole product: the packaged WAR on the provisioned server, over HTTP, judged by clients that Gatehouse did not write.
 *
 * <p>{@link org.gatehouse.it.Server} says where it is, {@link org.gatehouse.it.Person} signs in and consents as a browser would, {@link
 * org.gatehouse.it.Agent} is an external client app that holds a token, {@link org.gatehouse.it.ServerSide} arranges and inspects what only
 * an operator could.
 */
@NullMarked
package org.gatehouse.it;

import org.jspecify.annotations.NullMarked;
