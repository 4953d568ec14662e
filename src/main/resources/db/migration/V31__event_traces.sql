-- The trace that a call was part of, and the hash of the token that it came with: whoever holds a trace or a stolen token finds its events.
ALTER TABLE gatehouse.audit_event ADD COLUMN trace_id VARCHAR(32);
ALTER TABLE gatehouse.audit_event ADD COLUMN token_digest VARCHAR(64);
