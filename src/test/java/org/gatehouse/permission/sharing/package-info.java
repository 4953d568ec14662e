/** Tests of record sharing: settings by the service's own code, answers by real queries on both databases. */
@NullMarked
package org.gatehouse.permission.sharing;

import org.jspecify.annotations.NullMarked;
