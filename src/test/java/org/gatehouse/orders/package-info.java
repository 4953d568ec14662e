/** A REST service in a WAR of its own, as a company would have one beside Gatehouse: it takes tokens by MicroProfile JWT and answers by person. */
@NullMarked
package org.gatehouse.orders;

import org.jspecify.annotations.NullMarked;
