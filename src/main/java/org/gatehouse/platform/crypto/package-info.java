/**
 * The one key that this installation keeps outside its database: {@link org.gatehouse.platform.crypto.MasterKey}. Features encrypt with it
 * what they must be able to read back; what only has to be recognised is stored as a hash instead.
 */
@NullMarked
package org.gatehouse.platform.crypto;

import org.jspecify.annotations.NullMarked;
