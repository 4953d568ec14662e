-- MCP servers that administrators make: a draft that is edited, and every version that was published of it.
CREATE TABLE gatehouse.custom_server (
    name       VARCHAR(80) NOT NULL PRIMARY KEY,
    draft      VARCHAR(200000) NOT NULL,
    version    INTEGER DEFAULT 1 NOT NULL,
    -- The number of the version that callers get; null while none was published.
    published  INTEGER,
    changed_at TIMESTAMP WITH TIME ZONE NOT NULL,
    changed_by VARCHAR(80) NOT NULL
);

CREATE TABLE gatehouse.custom_server_version (
    server       VARCHAR(80) NOT NULL REFERENCES gatehouse.custom_server (name) ON DELETE CASCADE,
    number       INTEGER NOT NULL,
    document     VARCHAR(200000) NOT NULL,
    digest       VARCHAR(64) NOT NULL,
    published_at TIMESTAMP WITH TIME ZONE NOT NULL,
    published_by VARCHAR(80) NOT NULL,
    PRIMARY KEY (server, number)
);
