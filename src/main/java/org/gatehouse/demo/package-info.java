/**
 * The demo organisation's records: one sample world for the first run, the documentation and the tests.
 *
 * <p>Objects, people and permissions come from the Flyway migrations in {@code db/demo}; {@link org.gatehouse.demo.DemoRecords} fills the
 * tables. The same number always gives the same records: dates count from a fixed day and choices come from a fixed seed, so a test or a
 * page of documentation may name a record. Nothing here runs outside demo mode.
 */
@NullMarked
package org.gatehouse.demo;

import org.jspecify.annotations.NullMarked;
