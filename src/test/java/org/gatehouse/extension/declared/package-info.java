/** Reading developers' classes. */
@NullMarked
package org.gatehouse.extension.declared;

import org.jspecify.annotations.NullMarked;
