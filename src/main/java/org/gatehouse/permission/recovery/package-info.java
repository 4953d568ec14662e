/**
 * Ways in for who cannot sign in: the first administrator of a new installation, a person who sets a password, and break-glass. Each is a link
 * that is good once and for a while ({@link org.gatehouse.permission.recovery.RecoveryService}).
 */
@NullMarked
package org.gatehouse.permission.recovery;

import org.jspecify.annotations.NullMarked;
