/** Tests of the audit, and {@code RecordedEvents} for tests of what is audited. */
@NullMarked
package org.gatehouse.audit;

import org.jspecify.annotations.NullMarked;
