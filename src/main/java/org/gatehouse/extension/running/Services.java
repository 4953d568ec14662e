package org.gatehouse.extension.running;

import org.gatehouse.query.QueryService;
import org.gatehouse.record.RecordService;

/** What finds and writes records, as the caller that each call names. */
public record Services(QueryService queries, RecordService records) {}
