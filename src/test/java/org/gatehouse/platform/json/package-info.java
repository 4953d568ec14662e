/** Tests of JSON. */
@NullMarked
package org.gatehouse.platform.json;

import org.jspecify.annotations.NullMarked;
