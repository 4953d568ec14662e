/**
 * Benchmarks of the whole product on the provisioned server: {@code mvn -Pbench verify}. They print figures and have no pass mark; a figure is
 * the median of paired runs, so that a busy machine slows both sides alike.
 */
@NullMarked
package org.gatehouse.bench;

import org.jspecify.annotations.NullMarked;
