/** Tests of tasks. */
@NullMarked
package org.gatehouse.mcp.task;

import org.jspecify.annotations.NullMarked;
