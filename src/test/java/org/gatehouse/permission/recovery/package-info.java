@NullMarked
package org.gatehouse.permission.recovery;

import org.jspecify.annotations.NullMarked;
