/** Tests of the protocol. */
@NullMarked
package org.gatehouse.mcp.protocol;

import org.jspecify.annotations.NullMarked;
