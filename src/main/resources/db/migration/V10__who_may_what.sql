-- Bundles of permission sets, sets that count for one connection only, and ceilings over what agents may do.
ALTER TABLE gatehouse.profile ADD COLUMN version INTEGER DEFAULT 1 NOT NULL;
-- Counts only while it is activated for a connection.
ALTER TABLE gatehouse.permission_set ADD COLUMN session_based BOOLEAN DEFAULT FALSE NOT NULL;
-- Says what a group takes away from its members; never counts by itself.
ALTER TABLE gatehouse.permission_set ADD COLUMN muting BOOLEAN DEFAULT FALSE NOT NULL;
ALTER TABLE gatehouse.permission_set ADD COLUMN version INTEGER DEFAULT 1 NOT NULL;

CREATE TABLE gatehouse.permission_set_group (
    id            VARCHAR(18) NOT NULL PRIMARY KEY,
    api_name      VARCHAR(80) NOT NULL UNIQUE,
    label         VARCHAR(80) NOT NULL,
    muting_set_id VARCHAR(18) REFERENCES gatehouse.permission_set (id),
    version       INTEGER     DEFAULT 1 NOT NULL
);

CREATE TABLE gatehouse.permission_set_group_member (
    group_id          VARCHAR(18) NOT NULL REFERENCES gatehouse.permission_set_group (id),
    permission_set_id VARCHAR(18) NOT NULL REFERENCES gatehouse.permission_set (id),
    PRIMARY KEY (group_id, permission_set_id)
);

CREATE TABLE gatehouse.permission_set_group_assignment (
    user_id    VARCHAR(18) NOT NULL REFERENCES gatehouse.app_user (id),
    group_id   VARCHAR(18) NOT NULL REFERENCES gatehouse.permission_set_group (id),
    expires_at TIMESTAMP WITH TIME ZONE,
    PRIMARY KEY (user_id, group_id)
);

-- A session-based set counts for one connection, until then; it ends with the connection in any case.
CREATE TABLE gatehouse.permission_set_activation (
    grant_id          VARCHAR(36) NOT NULL REFERENCES gatehouse.oauth_grant (id),
    permission_set_id VARCHAR(18) NOT NULL REFERENCES gatehouse.permission_set (id),
    expires_at        TIMESTAMP WITH TIME ZONE NOT NULL,
    activated_by      VARCHAR(18) NOT NULL,
    PRIMARY KEY (grant_id, permission_set_id)
);

-- The most that anybody may do through a client app or at a server: a document that is read and written whole.
CREATE TABLE gatehouse.agent_ceiling (
    kind       VARCHAR(10)     NOT NULL,
    subject    VARCHAR(200)    NOT NULL,
    definition VARCHAR(200000) NOT NULL,
    version    INTEGER         DEFAULT 1 NOT NULL,
    PRIMARY KEY (kind, subject),
    CHECK (kind IN ('Client', 'Server'))
);
