/** Tests of custom servers: what a document may say, and how it gets to callers. */
@NullMarked
package org.gatehouse.catalog.custom;

import org.jspecify.annotations.NullMarked;
