@NullMarked
package org.gatehouse.metadata.mapping;

import org.jspecify.annotations.NullMarked;
