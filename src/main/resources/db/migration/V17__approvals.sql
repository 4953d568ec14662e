-- Which tools of a server run only with the person's approval.
CREATE TABLE gatehouse.approval_policy (
    server VARCHAR(120) NOT NULL PRIMARY KEY,
    -- DESTRUCTIVE, CHANGES or NAMED
    scope  VARCHAR(20) NOT NULL,
    -- The names of more tools, as a JSON array.
    tools  VARCHAR(8000) NOT NULL
);

-- Calls that wait for a person's approval, or have it and were not made yet.
CREATE TABLE gatehouse.approval (
    id         VARCHAR(43) NOT NULL PRIMARY KEY,
    user_id    VARCHAR(18) NOT NULL,
    client_id  VARCHAR(200) NOT NULL,
    grant_id   VARCHAR(36) NOT NULL,
    server     VARCHAR(120) NOT NULL,
    tool       VARCHAR(128) NOT NULL,
    title      VARCHAR(200) NOT NULL,
    -- SHA-256 of everything that the approval is for, so that one call is asked for once; null once it is used up.
    open_key   VARCHAR(64) UNIQUE,
    arguments  VARCHAR(1000000) NOT NULL,
    -- What the tool answered when it only tried the call; null if it cannot.
    rehearsal  VARCHAR(1000000),
    -- WAITING, APPROVED, REFUSED or USED
    state      VARCHAR(10) NOT NULL,
    created_at TIMESTAMP WITH TIME ZONE NOT NULL,
    expires_at TIMESTAMP WITH TIME ZONE NOT NULL
);
CREATE INDEX approval_of_user ON gatehouse.approval (user_id);
CREATE INDEX approval_expiry ON gatehouse.approval (expires_at);
