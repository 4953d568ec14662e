/** The ceilings over agents, as administrators read and change them; {@link org.gatehouse.permission.ceiling.CeilingService} is the way in. */
@NullMarked
package org.gatehouse.permission.ceiling;

import org.jspecify.annotations.NullMarked;
