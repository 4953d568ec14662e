/**
 * Creates, changes, deletes and restores records under the same permissions that queries read them by.
 *
 * <p>Start with {@link org.gatehouse.record.RecordWriter}: one record, the same steps for each. {@link org.gatehouse.record.RecordBatch} runs
 * many of them in one transaction, and {@link org.gatehouse.record.RecordService} is the way in. What a write refuses says nothing about
 * records or fields that the person may not see: hidden answers like absent. The check is not a look before the write: the statement that
 * writes carries the record filter in its own condition, so a right that ended meanwhile changes nothing. Reading the written record back goes
 * through the query planner, so an answer can hold no field that a query would not show.
 */
@NullMarked
package org.gatehouse.record;

import org.jspecify.annotations.NullMarked;
