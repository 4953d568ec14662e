@NullMarked
package org.gatehouse.platform.database;

import org.jspecify.annotations.NullMarked;
