/** Reading OpenAPI descriptions. */
@NullMarked
package org.gatehouse.catalog.openapi;

import org.jspecify.annotations.NullMarked;
