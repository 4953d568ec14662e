/**
 * The server that the public conformance suite asks for, as a deployment of its own beside Gatehouse. It shows what the protocol can do; the records of
 * the company have no part in it. The names and answers are the suite's.
 */
@NullMarked
package org.gatehouse.conformance;

import org.jspecify.annotations.NullMarked;
