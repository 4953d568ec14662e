@NullMarked
package org.gatehouse.audit.file;

import org.jspecify.annotations.NullMarked;
