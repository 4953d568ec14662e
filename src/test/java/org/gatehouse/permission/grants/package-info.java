@NullMarked
package org.gatehouse.permission.grants;

import org.jspecify.annotations.NullMarked;
