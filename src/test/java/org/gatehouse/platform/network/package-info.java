@NullMarked
package org.gatehouse.platform.network;

import org.jspecify.annotations.NullMarked;
