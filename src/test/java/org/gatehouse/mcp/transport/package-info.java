/** Tests of the transport. */
@NullMarked
package org.gatehouse.mcp.transport;

import org.jspecify.annotations.NullMarked;
