/**
 * The traces that requests are part of (W3C Trace Context): {@link org.gatehouse.platform.trace.Trace}.
 *
 * <p>What arrives is read by OpenTelemetry's own propagator, whether traces are sent anywhere or not, so that an event names the same trace either way.
 * Baggage is not read: nothing here would use what a client writes into it.
 */
@NullMarked
package org.gatehouse.platform.trace;

import org.jspecify.annotations.NullMarked;
