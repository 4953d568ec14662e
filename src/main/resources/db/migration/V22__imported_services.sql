-- REST services that administrators imported, and which of their operations are tools.
CREATE TABLE gatehouse.imported_service (
    -- Also what the names of its tools begin with.
    name        VARCHAR(20) NOT NULL PRIMARY KEY,
    base_url    VARCHAR(500) NOT NULL,
    audience    VARCHAR(500) NOT NULL,
    -- The OpenAPI description, as JSON text.
    description VARCHAR(1000000) NOT NULL,
    -- The operations that are tools, as a JSON array.
    operations  VARCHAR(100000) NOT NULL,
    version     INTEGER DEFAULT 1 NOT NULL,
    -- Another value with each write, so that every node sees when it has to read again.
    revision    VARCHAR(43) NOT NULL,
    changed_at  TIMESTAMP WITH TIME ZONE NOT NULL,
    changed_by  VARCHAR(80) NOT NULL
);
