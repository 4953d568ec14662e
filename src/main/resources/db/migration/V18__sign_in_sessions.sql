-- Who is signed in in which browser. A session that is not here, or has ended, is nobody's.
CREATE TABLE gatehouse.sign_in_session (
    id             VARCHAR(43) NOT NULL PRIMARY KEY,
    user_id        VARCHAR(18) NOT NULL REFERENCES gatehouse.app_user (id) ON DELETE CASCADE,
    since          TIMESTAMP WITH TIME ZONE NOT NULL,
    client_address VARCHAR(64) NOT NULL,
    user_agent     VARCHAR(300),
    ended_at       TIMESTAMP WITH TIME ZONE
);
CREATE INDEX sign_in_session_of_user ON gatehouse.sign_in_session (user_id);
CREATE INDEX sign_in_session_since ON gatehouse.sign_in_session (since);
