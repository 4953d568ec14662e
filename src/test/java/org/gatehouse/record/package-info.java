@NullMarked
package org.gatehouse.record;

import org.jspecify.annotations.NullMarked;
