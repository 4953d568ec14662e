-- Links that let somebody in once: the first administrator, a new password, the way back after a lock-out. The link itself is never kept.
CREATE TABLE gatehouse.one_time_link (
    code_hash  VARCHAR(64) NOT NULL PRIMARY KEY,
    purpose    VARCHAR(30) NOT NULL,
    user_id    VARCHAR(18) REFERENCES gatehouse.app_user (id),
    created_at TIMESTAMP WITH TIME ZONE NOT NULL,
    expires_at TIMESTAMP WITH TIME ZONE NOT NULL,
    used_at    TIMESTAMP WITH TIME ZONE
);
CREATE INDEX one_time_link_user ON gatehouse.one_time_link (user_id);
