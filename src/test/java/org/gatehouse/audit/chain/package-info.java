@NullMarked
package org.gatehouse.audit.chain;

import org.jspecify.annotations.NullMarked;
