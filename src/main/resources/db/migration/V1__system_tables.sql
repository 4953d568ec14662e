-- Gatehouse's own tables. Plain SQL that H2 and PostgreSQL read alike.
CREATE SCHEMA IF NOT EXISTS gatehouse;

-- Counts configuration changes. Snapshots in memory carry the number they were made from, so that every node
-- sees a change on its next request by reading one row instead of the configuration itself.
CREATE TABLE gatehouse.configuration_version (
    topic   VARCHAR(40) NOT NULL PRIMARY KEY,
    version BIGINT      NOT NULL
);
INSERT INTO gatehouse.configuration_version (topic, version) VALUES ('access', 1), ('metadata', 1), ('servers', 1);

-- identity ------------------------------------------------------------------------------------------------------------

CREATE TABLE gatehouse.role (
    id        VARCHAR(18) NOT NULL PRIMARY KEY,
    api_name  VARCHAR(80) NOT NULL UNIQUE,
    label     VARCHAR(80) NOT NULL,
    parent_id VARCHAR(18) REFERENCES gatehouse.role (id)
);

-- Every pair of a role and a role above it, at any distance: a walk up the hierarchy is one look-up.
CREATE TABLE gatehouse.role_closure (
    ancestor_id VARCHAR(18) NOT NULL REFERENCES gatehouse.role (id),
    role_id     VARCHAR(18) NOT NULL REFERENCES gatehouse.role (id),
    PRIMARY KEY (ancestor_id, role_id)
);

CREATE TABLE gatehouse.profile (
    id       VARCHAR(18) NOT NULL PRIMARY KEY,
    api_name VARCHAR(80) NOT NULL UNIQUE,
    label    VARCHAR(80) NOT NULL
);

CREATE TABLE gatehouse.app_user (
    id                 VARCHAR(18)  NOT NULL PRIMARY KEY,
    username           VARCHAR(80)  NOT NULL UNIQUE,
    name               VARCHAR(120) NOT NULL,
    email              VARCHAR(254) NOT NULL,
    title              VARCHAR(80),
    password_hash      VARCHAR(200),
    profile_id         VARCHAR(18)  NOT NULL REFERENCES gatehouse.profile (id),
    role_id            VARCHAR(18) REFERENCES gatehouse.role (id),
    manager_id         VARCHAR(18) REFERENCES gatehouse.app_user (id),
    active             BOOLEAN      NOT NULL,
    time_zone          VARCHAR(60)  NOT NULL,
    locale             VARCHAR(20)  NOT NULL,
    created_date       TIMESTAMP WITH TIME ZONE NOT NULL,
    last_modified_date TIMESTAMP WITH TIME ZONE NOT NULL
);
CREATE INDEX app_user_role ON gatehouse.app_user (role_id);

-- permission ----------------------------------------------------------------------------------------------------------

-- A profile owns one permission set of its own, so that there is one way to say what somebody may do.
CREATE TABLE gatehouse.permission_set (
    id         VARCHAR(18) NOT NULL PRIMARY KEY,
    api_name   VARCHAR(80) NOT NULL UNIQUE,
    label      VARCHAR(80) NOT NULL,
    profile_id VARCHAR(18) UNIQUE REFERENCES gatehouse.profile (id)
);

CREATE TABLE gatehouse.permission_set_assignment (
    user_id           VARCHAR(18) NOT NULL REFERENCES gatehouse.app_user (id),
    permission_set_id VARCHAR(18) NOT NULL REFERENCES gatehouse.permission_set (id),
    expires_at        TIMESTAMP WITH TIME ZONE,
    PRIMARY KEY (user_id, permission_set_id)
);

CREATE TABLE gatehouse.object_permission (
    permission_set_id VARCHAR(18) NOT NULL REFERENCES gatehouse.permission_set (id),
    object_name       VARCHAR(80) NOT NULL,
    can_read          BOOLEAN     NOT NULL,
    can_create        BOOLEAN     NOT NULL,
    can_edit          BOOLEAN     NOT NULL,
    can_delete        BOOLEAN     NOT NULL,
    view_all          BOOLEAN     NOT NULL,
    modify_all        BOOLEAN     NOT NULL,
    view_all_fields   BOOLEAN     NOT NULL,
    PRIMARY KEY (permission_set_id, object_name)
);

CREATE TABLE gatehouse.field_permission (
    permission_set_id VARCHAR(18) NOT NULL REFERENCES gatehouse.permission_set (id),
    object_name       VARCHAR(80) NOT NULL,
    field_name        VARCHAR(80) NOT NULL,
    readable          BOOLEAN     NOT NULL,
    editable          BOOLEAN     NOT NULL,
    PRIMARY KEY (permission_set_id, object_name, field_name)
);

CREATE TABLE gatehouse.system_permission (
    permission_set_id VARCHAR(18) NOT NULL REFERENCES gatehouse.permission_set (id),
    permission        VARCHAR(40) NOT NULL,
    PRIMARY KEY (permission_set_id, permission)
);

-- metadata ------------------------------------------------------------------------------------------------------------

CREATE TABLE gatehouse.object_definition (
    api_name          VARCHAR(80) NOT NULL PRIMARY KEY,
    label             VARCHAR(80) NOT NULL,
    label_plural      VARCHAR(80) NOT NULL,
    key_prefix        VARCHAR(3),
    managed           BOOLEAN     NOT NULL,
    table_schema      VARCHAR(63) NOT NULL,
    table_name        VARCHAR(63) NOT NULL,
    name_field        VARCHAR(80) NOT NULL,
    owner_field       VARCHAR(80),
    org_wide_default  VARCHAR(20) NOT NULL,
    hierarchy_access  BOOLEAN     NOT NULL,
    parent_field      VARCHAR(80),
    description       VARCHAR(1000),
    guidance          VARCHAR(2000),
    CHECK (org_wide_default IN ('Private', 'PublicRead', 'PublicReadWrite', 'ControlledByParent'))
);

CREATE TABLE gatehouse.field_definition (
    object_name       VARCHAR(80) NOT NULL REFERENCES gatehouse.object_definition (api_name),
    api_name          VARCHAR(80) NOT NULL,
    position          INTEGER     NOT NULL,
    label             VARCHAR(80) NOT NULL,
    type              VARCHAR(20) NOT NULL,
    column_name       VARCHAR(63) NOT NULL,
    length            INTEGER,
    digits            INTEGER,
    scale             INTEGER,
    required          BOOLEAN     NOT NULL,
    always_readable   BOOLEAN     NOT NULL,
    read_only         BOOLEAN     NOT NULL,
    relationship_name VARCHAR(80),
    child_relationship_name VARCHAR(80),
    help_text         VARCHAR(510),
    guidance          VARCHAR(1000),
    PRIMARY KEY (object_name, api_name)
);

-- The objects a reference may point to: one for a lookup, several for a polymorphic one.
CREATE TABLE gatehouse.field_reference (
    object_name   VARCHAR(80) NOT NULL,
    field_name    VARCHAR(80) NOT NULL,
    target_object VARCHAR(80) NOT NULL,
    PRIMARY KEY (object_name, field_name, target_object),
    FOREIGN KEY (object_name, field_name) REFERENCES gatehouse.field_definition (object_name, api_name)
);

CREATE TABLE gatehouse.picklist_value (
    object_name VARCHAR(80)  NOT NULL,
    field_name  VARCHAR(80)  NOT NULL,
    position    INTEGER      NOT NULL,
    api_name    VARCHAR(255) NOT NULL,
    label       VARCHAR(255) NOT NULL,
    active      BOOLEAN      NOT NULL,
    PRIMARY KEY (object_name, field_name, api_name),
    FOREIGN KEY (object_name, field_name) REFERENCES gatehouse.field_definition (object_name, api_name)
);

-- oauth ---------------------------------------------------------------------------------------------------------------

CREATE TABLE gatehouse.client (
    client_id                  VARCHAR(200) NOT NULL PRIMARY KEY,
    label                      VARCHAR(80)  NOT NULL,
    description                VARCHAR(1000),
    contact_email              VARCHAR(254),
    enabled                    BOOLEAN      NOT NULL,
    token_endpoint_auth_method VARCHAR(30)  NOT NULL,
    secret_hash                VARCHAR(100),
    permitted_users            VARCHAR(30)  NOT NULL,
    access_token_minutes       INTEGER      NOT NULL,
    refresh_token_days         INTEGER      NOT NULL,
    CHECK (token_endpoint_auth_method IN ('none', 'client_secret_basic', 'client_secret_post')),
    CHECK (permitted_users IN ('AllSelfAuthorized', 'AdminApprovedPreAuthorized'))
);

CREATE TABLE gatehouse.client_redirect_uri (
    client_id    VARCHAR(200)  NOT NULL REFERENCES gatehouse.client (client_id),
    redirect_uri VARCHAR(2000) NOT NULL,
    PRIMARY KEY (client_id, redirect_uri)
);

CREATE TABLE gatehouse.client_scope (
    client_id VARCHAR(200) NOT NULL REFERENCES gatehouse.client (client_id),
    scope     VARCHAR(40)  NOT NULL,
    PRIMARY KEY (client_id, scope)
);

-- Who is pre-authorized where permitted_users says so; a profile stands here through the permission set it owns.
CREATE TABLE gatehouse.client_permission_set (
    client_id         VARCHAR(200) NOT NULL REFERENCES gatehouse.client (client_id),
    permission_set_id VARCHAR(18)  NOT NULL REFERENCES gatehouse.permission_set (id),
    PRIMARY KEY (client_id, permission_set_id)
);

-- One person's approval of one client at one server: the unit that is listed, used and revoked.
CREATE TABLE gatehouse.oauth_grant (
    id           VARCHAR(36)   NOT NULL PRIMARY KEY,
    client_id    VARCHAR(200)  NOT NULL REFERENCES gatehouse.client (client_id),
    user_id      VARCHAR(18)   NOT NULL REFERENCES gatehouse.app_user (id),
    resource     VARCHAR(2000) NOT NULL,
    scope        VARCHAR(1000) NOT NULL,
    created_at   TIMESTAMP WITH TIME ZONE NOT NULL,
    last_used_at TIMESTAMP WITH TIME ZONE,
    use_count    BIGINT        NOT NULL,
    revoked_at   TIMESTAMP WITH TIME ZONE,
    revoked_by   VARCHAR(40)
);
CREATE INDEX oauth_grant_user ON gatehouse.oauth_grant (user_id);

CREATE TABLE gatehouse.authorization_code (
    code_hash      VARCHAR(64)   NOT NULL PRIMARY KEY,
    grant_id       VARCHAR(36)   NOT NULL REFERENCES gatehouse.oauth_grant (id),
    redirect_uri   VARCHAR(2000) NOT NULL,
    code_challenge VARCHAR(128)  NOT NULL,
    expires_at     TIMESTAMP WITH TIME ZONE NOT NULL,
    used_at        TIMESTAMP WITH TIME ZONE
);

CREATE TABLE gatehouse.refresh_token (
    token_hash VARCHAR(64) NOT NULL PRIMARY KEY,
    grant_id   VARCHAR(36) NOT NULL REFERENCES gatehouse.oauth_grant (id),
    issued_at  TIMESTAMP WITH TIME ZONE NOT NULL,
    expires_at TIMESTAMP WITH TIME ZONE NOT NULL,
    used_at    TIMESTAMP WITH TIME ZONE
);
CREATE INDEX refresh_token_grant ON gatehouse.refresh_token (grant_id);

-- The private half is encrypted with a key that is kept outside the database.
CREATE TABLE gatehouse.signing_key (
    kid         VARCHAR(64)   NOT NULL PRIMARY KEY,
    public_jwk  VARCHAR(4000) NOT NULL,
    private_jwe VARCHAR(8000) NOT NULL,
    created_at  TIMESTAMP WITH TIME ZONE NOT NULL
);

-- catalog -------------------------------------------------------------------------------------------------------------

CREATE TABLE gatehouse.mcp_server (
    name   VARCHAR(120) NOT NULL PRIMARY KEY,
    active BOOLEAN      NOT NULL
);

-- mcp -----------------------------------------------------------------------------------------------------------------

CREATE TABLE gatehouse.mcp_session (
    id_hash          VARCHAR(64)  NOT NULL PRIMARY KEY,
    grant_id         VARCHAR(36)  NOT NULL REFERENCES gatehouse.oauth_grant (id),
    server           VARCHAR(120) NOT NULL,
    protocol_version VARCHAR(20)  NOT NULL,
    created_at       TIMESTAMP WITH TIME ZONE NOT NULL,
    expires_at       TIMESTAMP WITH TIME ZONE NOT NULL
);
CREATE INDEX mcp_session_grant ON gatehouse.mcp_session (grant_id);

-- audit ---------------------------------------------------------------------------------------------------------------

CREATE TABLE gatehouse.audit_event (
    id               BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    occurred_at      TIMESTAMP WITH TIME ZONE NOT NULL,
    event_type       VARCHAR(40)   NOT NULL,
    request_id       VARCHAR(64)   NOT NULL,
    user_id          VARCHAR(18),
    username         VARCHAR(80),
    client_id        VARCHAR(200),
    grant_id         VARCHAR(36),
    server           VARCHAR(120),
    method           VARCHAR(80),
    tool             VARCHAR(128),
    objects          VARCHAR(1000),
    rows_returned    BIGINT,
    outcome          VARCHAR(20)   NOT NULL,
    error_code       VARCHAR(60),
    duration_micros  BIGINT        NOT NULL,
    client_address   VARCHAR(64),
    protocol_version VARCHAR(20)
);
CREATE INDEX audit_event_occurred ON gatehouse.audit_event (occurred_at);
