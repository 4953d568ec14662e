@NullMarked
package org.gatehouse.permission.ceiling;

import org.jspecify.annotations.NullMarked;
