-- Who gets access to records beyond their owner: groups, queues, rules, manual shares.

-- A public group names people, roles and other groups, so that a rule can name them all at once.
CREATE TABLE gatehouse.public_group (
    id               VARCHAR(18) NOT NULL PRIMARY KEY,
    api_name         VARCHAR(80) NOT NULL UNIQUE,
    label            VARCHAR(80) NOT NULL,
    -- Whether what is shared with a member is shared with those above the member in the role hierarchy.
    hierarchy_access BOOLEAN     NOT NULL,
    version          INTEGER     DEFAULT 1 NOT NULL
);

-- A queue owns records that nobody has taken yet; its members work on them.
CREATE TABLE gatehouse.queue (
    id       VARCHAR(18) NOT NULL PRIMARY KEY,
    api_name VARCHAR(80) NOT NULL UNIQUE,
    label    VARCHAR(80) NOT NULL,
    version  INTEGER     DEFAULT 1 NOT NULL
);

CREATE TABLE gatehouse.queue_object (
    queue_id    VARCHAR(18) NOT NULL REFERENCES gatehouse.queue (id),
    object_name VARCHAR(80) NOT NULL,
    PRIMARY KEY (queue_id, object_name)
);

-- The members of a public group or a queue as the administrator wrote them.
CREATE TABLE gatehouse.group_member (
    group_id    VARCHAR(18) NOT NULL,
    member_kind VARCHAR(20) NOT NULL,
    member_id   VARCHAR(18) NOT NULL,
    PRIMARY KEY (group_id, member_kind, member_id),
    CHECK (member_kind IN ('User', 'Role', 'RoleAndSubordinates', 'Group'))
);

-- The same to the end of every chain: one row for each person in a group, written in the transaction that changes roles, people or groups.
-- Groups are public groups, queues, and three that each role has of its own: its people (R-), those and the people below (S-), only the
-- people below (B-). Who is in a group only because somebody below them is, by_hierarchy says.
CREATE TABLE gatehouse.group_membership (
    group_id     VARCHAR(20) NOT NULL,
    user_id      VARCHAR(18) NOT NULL,
    by_hierarchy BOOLEAN     NOT NULL,
    PRIMARY KEY (group_id, user_id)
);
CREATE INDEX group_membership_user ON gatehouse.group_membership (user_id, group_id);

-- Opens records to a group: those that the people of another group own, or those that meet criteria.
CREATE TABLE gatehouse.sharing_rule (
    id           VARCHAR(18) NOT NULL PRIMARY KEY,
    object_name  VARCHAR(80) NOT NULL,
    api_name     VARCHAR(80) NOT NULL UNIQUE,
    label        VARCHAR(80) NOT NULL,
    -- Whose records are shared; null where criteria say which.
    source_group VARCHAR(20),
    target_group VARCHAR(20) NOT NULL,
    access_level VARCHAR(10) NOT NULL,
    match_any    BOOLEAN     NOT NULL,
    version      INTEGER     DEFAULT 1 NOT NULL,
    CHECK (access_level IN ('Read', 'Edit'))
);
CREATE INDEX sharing_rule_object ON gatehouse.sharing_rule (object_name);

-- Takes records away again from the people of a group, whatever opened them: only those that meet the criteria stay.
CREATE TABLE gatehouse.restriction_rule (
    id          VARCHAR(18) NOT NULL PRIMARY KEY,
    object_name VARCHAR(80) NOT NULL,
    api_name    VARCHAR(80) NOT NULL UNIQUE,
    label       VARCHAR(80) NOT NULL,
    group_id    VARCHAR(20) NOT NULL,
    match_any   BOOLEAN     NOT NULL,
    active      BOOLEAN     NOT NULL,
    version     INTEGER     DEFAULT 1 NOT NULL
);
CREATE INDEX restriction_rule_object ON gatehouse.restriction_rule (object_name);

-- The criteria of a sharing rule or a restriction rule.
CREATE TABLE gatehouse.rule_criterion (
    rule_id    VARCHAR(18)  NOT NULL,
    position   INTEGER      NOT NULL,
    field_name VARCHAR(80)  NOT NULL,
    operator   VARCHAR(20)  NOT NULL,
    field_value VARCHAR(255),
    PRIMARY KEY (rule_id, position)
);

-- What the owner of a record may do with the records that point to it, by the owner's role.
CREATE TABLE gatehouse.implicit_child (
    role_id      VARCHAR(18) NOT NULL REFERENCES gatehouse.role (id),
    object_name  VARCHAR(80) NOT NULL,
    field_name   VARCHAR(80) NOT NULL,
    access_level VARCHAR(10) NOT NULL,
    PRIMARY KEY (role_id, object_name, field_name),
    CHECK (access_level IN ('Read', 'Edit'))
);

-- One record opened by hand to a person or a group.
CREATE TABLE gatehouse.record_share (
    object_name  VARCHAR(80) NOT NULL,
    record_id    VARCHAR(36) NOT NULL,
    principal_id VARCHAR(20) NOT NULL,
    access_level VARCHAR(10) NOT NULL,
    shared_by    VARCHAR(18) NOT NULL,
    shared_at    TIMESTAMP WITH TIME ZONE NOT NULL,
    PRIMARY KEY (object_name, record_id, principal_id),
    CHECK (access_level IN ('Read', 'Edit'))
);
CREATE INDEX record_share_principal ON gatehouse.record_share (object_name, principal_id, record_id);
