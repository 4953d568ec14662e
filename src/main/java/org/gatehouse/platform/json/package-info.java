/** JSON, read strictly and within bounds: {@link org.gatehouse.platform.json.Json}. */
@NullMarked
package org.gatehouse.platform.json;

import org.jspecify.annotations.NullMarked;
