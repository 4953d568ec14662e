@NullMarked
package org.gatehouse.metadata.formula;

import org.jspecify.annotations.NullMarked;
