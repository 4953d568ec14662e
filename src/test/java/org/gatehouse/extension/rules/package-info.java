/** Rules that developers put into their own build; shipped as a jar of its own. */
@NullMarked
package org.gatehouse.extension.rules;

import org.jspecify.annotations.NullMarked;
