@NullMarked
package org.gatehouse.metadata;

import org.jspecify.annotations.NullMarked;
