/** Tests of the connection doctor. */
@NullMarked
package org.gatehouse.catalog.doctor;

import org.jspecify.annotations.NullMarked;
