/** What tests of approvals stand on. */
@NullMarked
package org.gatehouse.catalog.approval;

import org.jspecify.annotations.NullMarked;
