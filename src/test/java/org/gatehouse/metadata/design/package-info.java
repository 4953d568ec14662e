@NullMarked
package org.gatehouse.metadata.design;

import org.jspecify.annotations.NullMarked;
