-- Sign-in: lockout, history, second factor.

-- When the person's password or second factor last changed. Sessions and pending sign-ins from before are void.
ALTER TABLE gatehouse.app_user ADD COLUMN credentials_changed_at TIMESTAMP WITH TIME ZONE;

-- Failed sign-ins of one account or from one address within a window. The database is the truth, so all nodes count together.
-- An account is a person's id, or the hash of a name that nobody has: who exists cannot be told from who gets locked.
CREATE TABLE gatehouse.login_attempt (
    kind           VARCHAR(10) NOT NULL,
    subject        VARCHAR(80) NOT NULL,
    failures       INTEGER     NOT NULL,
    window_ends_at TIMESTAMP WITH TIME ZONE NOT NULL,
    locked_until   TIMESTAMP WITH TIME ZONE,
    PRIMARY KEY (kind, subject),
    CHECK (kind IN ('account', 'address'))
);
CREATE INDEX login_attempt_window ON gatehouse.login_attempt (window_ends_at);

-- Every sign-in and every failure. No foreign key to the person: history outlives them.
CREATE TABLE gatehouse.login_history (
    id             BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    occurred_at    TIMESTAMP WITH TIME ZONE NOT NULL,
    user_id        VARCHAR(18),
    username       VARCHAR(80)  NOT NULL,
    client_address VARCHAR(64)  NOT NULL,
    user_agent     VARCHAR(200),
    way            VARCHAR(20)  NOT NULL,
    outcome        VARCHAR(20)  NOT NULL,
    reason         VARCHAR(40)  NOT NULL
);
CREATE INDEX login_history_user ON gatehouse.login_history (user_id, id);
CREATE INDEX login_history_occurred ON gatehouse.login_history (occurred_at);

-- A person's authenticator (RFC 6238). The secret is encrypted with a key that is kept outside the database.
CREATE TABLE gatehouse.second_factor (
    user_id     VARCHAR(18)   NOT NULL PRIMARY KEY REFERENCES gatehouse.app_user (id),
    secret_jwe  VARCHAR(1000) NOT NULL,
    enrolled_at TIMESTAMP WITH TIME ZONE NOT NULL,
    last_step   BIGINT        NOT NULL
);

CREATE TABLE gatehouse.recovery_code (
    user_id   VARCHAR(18) NOT NULL REFERENCES gatehouse.app_user (id),
    code_hash VARCHAR(64) NOT NULL,
    used_at   TIMESTAMP WITH TIME ZONE,
    PRIMARY KEY (user_id, code_hash)
);
