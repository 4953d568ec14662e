@NullMarked
package org.gatehouse.audit.alert;

import org.jspecify.annotations.NullMarked;
