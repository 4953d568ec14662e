@NullMarked
package org.gatehouse.tool;

import org.jspecify.annotations.NullMarked;
