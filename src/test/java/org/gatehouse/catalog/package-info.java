/** Tests of the catalog, and the fixtures of tests that need servers and tools. */
@NullMarked
package org.gatehouse.catalog;

import org.jspecify.annotations.NullMarked;
