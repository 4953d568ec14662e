-- App policies, network access, remembered consent and bulk revocation.

-- One row: what holds for everybody. An app policy can only be stricter.
CREATE TABLE gatehouse.organization (
    id                             INTEGER      NOT NULL PRIMARY KEY CHECK (id = 1),
    enforce_ranges_on_each_request BOOLEAN      NOT NULL,
    max_connection_days            INTEGER,
    max_access_token_minutes       INTEGER      NOT NULL,
    time_zone                      VARCHAR(60)  NOT NULL,
    revoked_version                BIGINT       NOT NULL,
    row_version                    BIGINT       NOT NULL
);
INSERT INTO gatehouse.organization VALUES (1, TRUE, 365, 720, 'UTC', 0, 0);

-- client --------------------------------------------------------------------------------------------------------------

ALTER TABLE gatehouse.client ADD COLUMN kind VARCHAR(20) DEFAULT 'PreRegistered' NOT NULL;
ALTER TABLE gatehouse.client ADD COLUMN authentication_method VARCHAR(30) DEFAULT 'none' NOT NULL;
ALTER TABLE gatehouse.client ADD COLUMN jwks VARCHAR(20000);
ALTER TABLE gatehouse.client ADD COLUMN jwks_uri VARCHAR(2000);
ALTER TABLE gatehouse.client ADD COLUMN logo_uri VARCHAR(2000);
ALTER TABLE gatehouse.client ADD COLUMN created_at TIMESTAMP WITH TIME ZONE DEFAULT CURRENT_TIMESTAMP NOT NULL;
ALTER TABLE gatehouse.client ADD COLUMN custom_schemes BOOLEAN DEFAULT FALSE NOT NULL;
ALTER TABLE gatehouse.client ADD COLUMN all_servers BOOLEAN DEFAULT TRUE NOT NULL;
ALTER TABLE gatehouse.client ADD COLUMN ip_relaxation VARCHAR(30) DEFAULT 'Enforce' NOT NULL;
ALTER TABLE gatehouse.client ADD COLUMN refresh_token_policy VARCHAR(30) DEFAULT 'SpecificLifetime' NOT NULL;
ALTER TABLE gatehouse.client ADD COLUMN refresh_token_amount INTEGER DEFAULT 30 NOT NULL;
ALTER TABLE gatehouse.client ADD COLUMN refresh_token_unit VARCHAR(10) DEFAULT 'Days' NOT NULL;
ALTER TABLE gatehouse.client ADD COLUMN refresh_grace_seconds INTEGER DEFAULT 60 NOT NULL;
ALTER TABLE gatehouse.client ADD COLUMN required_assurance VARCHAR(20) DEFAULT 'STANDARD' NOT NULL;
ALTER TABLE gatehouse.client ADD COLUMN calls_per_minute INTEGER;
ALTER TABLE gatehouse.client ADD COLUMN calls_per_day INTEGER;
ALTER TABLE gatehouse.client ADD COLUMN revoked_version BIGINT DEFAULT 0 NOT NULL;
ALTER TABLE gatehouse.client ADD COLUMN row_version BIGINT DEFAULT 0 NOT NULL;

-- Several secrets may be good at once, so that a client can change over without a pause.
CREATE TABLE gatehouse.client_secret (
    id          VARCHAR(36)  NOT NULL PRIMARY KEY,
    client_id   VARCHAR(200) NOT NULL REFERENCES gatehouse.client (client_id),
    secret_hash VARCHAR(64)  NOT NULL,
    created_at  TIMESTAMP WITH TIME ZONE NOT NULL,
    expires_at  TIMESTAMP WITH TIME ZONE
);
CREATE INDEX client_secret_client ON gatehouse.client_secret (client_id);

UPDATE gatehouse.client
SET authentication_method = token_endpoint_auth_method, refresh_token_amount = refresh_token_days;
INSERT INTO gatehouse.client_secret (id, client_id, secret_hash, created_at)
SELECT 'first-' || substring(secret_hash FROM 1 FOR 30), client_id, secret_hash, CURRENT_TIMESTAMP
FROM gatehouse.client
WHERE secret_hash IS NOT NULL;

ALTER TABLE gatehouse.client DROP COLUMN token_endpoint_auth_method;
ALTER TABLE gatehouse.client DROP COLUMN secret_hash;
ALTER TABLE gatehouse.client DROP COLUMN refresh_token_days;

-- Where all_servers is false, the client reaches these servers only; where all_tools is false, these tools of them only.
CREATE TABLE gatehouse.client_server (
    client_id VARCHAR(200) NOT NULL REFERENCES gatehouse.client (client_id),
    server    VARCHAR(120) NOT NULL,
    all_tools BOOLEAN      NOT NULL,
    PRIMARY KEY (client_id, server)
);
CREATE TABLE gatehouse.client_tool (
    client_id VARCHAR(200) NOT NULL,
    server    VARCHAR(120) NOT NULL,
    tool      VARCHAR(128) NOT NULL,
    PRIMARY KEY (client_id, server, tool),
    FOREIGN KEY (client_id, server) REFERENCES gatehouse.client_server (client_id, server)
);

-- Calls of one person through one client on one day of UTC; written only where the client has a daily limit.
CREATE TABLE gatehouse.client_call_count (
    client_id VARCHAR(200) NOT NULL REFERENCES gatehouse.client (client_id),
    user_id   VARCHAR(18)  NOT NULL REFERENCES gatehouse.app_user (id),
    call_day  DATE         NOT NULL,
    calls     BIGINT       NOT NULL,
    PRIMARY KEY (client_id, user_id, call_day)
);

-- network access ------------------------------------------------------------------------------------------------------

CREATE TABLE gatehouse.client_address_range (
    client_id     VARCHAR(200) NOT NULL REFERENCES gatehouse.client (client_id),
    first_address VARCHAR(45)  NOT NULL,
    last_address  VARCHAR(45)  NOT NULL,
    description   VARCHAR(200),
    PRIMARY KEY (client_id, first_address, last_address)
);
CREATE TABLE gatehouse.profile_login_range (
    profile_id    VARCHAR(18) NOT NULL REFERENCES gatehouse.profile (id),
    first_address VARCHAR(45) NOT NULL,
    last_address  VARCHAR(45) NOT NULL,
    description   VARCHAR(200),
    PRIMARY KEY (profile_id, first_address, last_address)
);
CREATE TABLE gatehouse.trusted_range (
    first_address VARCHAR(45) NOT NULL,
    last_address  VARCHAR(45) NOT NULL,
    description   VARCHAR(200),
    PRIMARY KEY (first_address, last_address)
);

-- Day 1 is Monday. Minutes of the day in the organisation's time zone; the end is exclusive. No row at all means any time.
CREATE TABLE gatehouse.profile_login_hours (
    profile_id   VARCHAR(18) NOT NULL REFERENCES gatehouse.profile (id),
    day_of_week  INTEGER     NOT NULL CHECK (day_of_week BETWEEN 1 AND 7),
    start_minute INTEGER     NOT NULL CHECK (start_minute BETWEEN 0 AND 1439),
    end_minute   INTEGER     NOT NULL CHECK (end_minute BETWEEN 1 AND 1440),
    PRIMARY KEY (profile_id, day_of_week, start_minute),
    CHECK (start_minute < end_minute)
);

-- connections ---------------------------------------------------------------------------------------------------------

-- A connection made at or after the revoked versions of its client, its person and the organisation stands. So ending any
-- number of connections is one write, and no clock decides which were there before.
ALTER TABLE gatehouse.oauth_grant ADD COLUMN access_version BIGINT DEFAULT 0 NOT NULL;
ALTER TABLE gatehouse.oauth_grant ADD COLUMN assurance VARCHAR(20) DEFAULT 'STANDARD' NOT NULL;
ALTER TABLE gatehouse.app_user ADD COLUMN revoked_version BIGINT DEFAULT 0 NOT NULL;
CREATE INDEX oauth_grant_client ON gatehouse.oauth_grant (client_id);

-- Age is judged by the client's policy as it is now, not as it was when the token was made. The successor is encrypted with
-- the token itself, which is not here: only who holds the old one can be given the same new one again.
ALTER TABLE gatehouse.refresh_token DROP COLUMN expires_at;
ALTER TABLE gatehouse.refresh_token ADD COLUMN successor_jwe VARCHAR(400);

-- What a person approved, so that they are asked again only when something grows. The id is a hash of the four columns that
-- make a row unique: together they are too long for an index.
CREATE TABLE gatehouse.consent (
    id           VARCHAR(64)   NOT NULL PRIMARY KEY,
    client_id    VARCHAR(200)  NOT NULL REFERENCES gatehouse.client (client_id),
    user_id      VARCHAR(18)   NOT NULL REFERENCES gatehouse.app_user (id),
    resource     VARCHAR(2000) NOT NULL,
    redirect_uri VARCHAR(2000) NOT NULL,
    requested_scope VARCHAR(1000) NOT NULL,
    approved_scope  VARCHAR(1000) NOT NULL,
    approved_at     TIMESTAMP WITH TIME ZONE NOT NULL,
    access_version  BIGINT        NOT NULL
);
CREATE INDEX consent_user ON gatehouse.consent (user_id);

-- The connections that a bulk revocation ended are marked in the background, in small transactions.
CREATE TABLE gatehouse.bulk_revocation (
    id           VARCHAR(36)  NOT NULL PRIMARY KEY,
    client_id    VARCHAR(200),
    user_id      VARCHAR(18),
    version      BIGINT       NOT NULL,
    requested_by VARCHAR(80)  NOT NULL,
    requested_at TIMESTAMP WITH TIME ZONE NOT NULL,
    total        BIGINT       NOT NULL,
    done         BIGINT       NOT NULL,
    finished_at  TIMESTAMP WITH TIME ZONE
);
