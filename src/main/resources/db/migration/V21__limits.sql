-- Limits on what agents use: calls, rows and bytes in a time window.
CREATE TABLE gatehouse.usage_limit (
    name        VARCHAR(36)  NOT NULL PRIMARY KEY,
    description VARCHAR(500) NOT NULL,
    enabled     BOOLEAN      NOT NULL,
    -- CALLS, ROWS or BYTES
    measure     VARCHAR(10)  NOT NULL,
    most        BIGINT       NOT NULL,
    -- MINUTE, HOUR or DAY
    time_window VARCHAR(10)  NOT NULL,
    -- What it is narrowed to; null for all.
    only_client VARCHAR(200),
    only_user   VARCHAR(18) REFERENCES gatehouse.app_user (id),
    only_server VARCHAR(120),
    only_tool   VARCHAR(128),
    -- What has a budget of its own: CLIENT, PERSON, SERVER and TOOL, separated by blanks.
    each_of     VARCHAR(40)  NOT NULL,
    version     INTEGER DEFAULT 1 NOT NULL
);

INSERT INTO gatehouse.usage_limit (name, description, enabled, measure, most, time_window, each_of) VALUES
    ('calls-per-connection', 'Keeps an agent that runs wild from taking the server from everybody else.', TRUE, 'CALLS', 30000, 'MINUTE', 'CLIENT PERSON SERVER'),
    ('rows-per-person', 'Keeps agents from carrying the whole database away in one person''s name.', TRUE, 'ROWS', 1000000, 'DAY', 'PERSON');

-- How many alike an event stands for, where many were counted together; null for one.
ALTER TABLE gatehouse.audit_event ADD COLUMN occurrences BIGINT;
