-- Calls that go on in the background, and what became of them.

CREATE TABLE gatehouse.mcp_task (
    -- SHA-256 of the id that the client has.
    id_hash    VARCHAR(64)  NOT NULL PRIMARY KEY,
    grant_id   VARCHAR(36)  NOT NULL,
    server     VARCHAR(120) NOT NULL,
    -- The id of the request under which the call runs.
    request_id VARCHAR(64)  NOT NULL,
    -- The node on which it runs.
    node       VARCHAR(80)  NOT NULL,
    -- WORKING, INPUT_REQUIRED, COMPLETED, FAILED or CANCELLED
    status     VARCHAR(20)  NOT NULL,
    -- The call, the answers so far, and what it asks or answered; encrypted.
    content    VARCHAR(1000000) NOT NULL,
    created_at TIMESTAMP WITH TIME ZONE NOT NULL,
    updated_at TIMESTAMP WITH TIME ZONE NOT NULL,
    expires_at TIMESTAMP WITH TIME ZONE NOT NULL
);
CREATE INDEX mcp_task_of_grant ON gatehouse.mcp_task (grant_id);
CREATE INDEX mcp_task_expiry ON gatehouse.mcp_task (expires_at);
