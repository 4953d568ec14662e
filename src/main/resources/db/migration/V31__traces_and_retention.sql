-- The trace that a call was part of, and the hash of the token that it came with: whoever holds a trace or a stolen token finds its events.
ALTER TABLE gatehouse.audit_event ADD COLUMN trace_id VARCHAR(32);
ALTER TABLE gatehouse.audit_event ADD COLUMN token_digest VARCHAR(64);

-- Where a node's chain begins since older events were removed by policy: the last link that went. The seal says that the server removed it.
CREATE TABLE gatehouse.audit_anchor (
    node     VARCHAR(100) NOT NULL PRIMARY KEY,
    position BIGINT       NOT NULL,
    hash     VARCHAR(64)  NOT NULL,
    seal     VARCHAR(64)  NOT NULL
);
