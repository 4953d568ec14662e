-- What the client of a session said at its start: what it can be asked for, and how much of the server's log it wants.

ALTER TABLE gatehouse.mcp_session ADD COLUMN client_capabilities VARCHAR(200) DEFAULT '' NOT NULL;
ALTER TABLE gatehouse.mcp_session ADD COLUMN log_level VARCHAR(12);

-- The resources whose changes the client of a session wants to hear of.

CREATE TABLE gatehouse.mcp_session_resource (
    session_hash VARCHAR(64)   NOT NULL REFERENCES gatehouse.mcp_session (id_hash) ON DELETE CASCADE,
    uri          VARCHAR(1000) NOT NULL,
    PRIMARY KEY (session_hash, uri)
);
