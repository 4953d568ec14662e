/** What an operator sees of the running server: the word that it is ready, MBeans. */
@NullMarked
package org.gatehouse.platform.management;

import org.jspecify.annotations.NullMarked;
