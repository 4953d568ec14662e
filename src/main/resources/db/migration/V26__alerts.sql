-- Alerts: a search over events, how many of what it finds are too many, and whether the connection is frozen then.
CREATE TABLE gatehouse.event_alert (
    name        VARCHAR(36)   NOT NULL PRIMARY KEY,
    description VARCHAR(500)  NOT NULL,
    enabled     BOOLEAN       NOT NULL,
    -- What is looked for, as JSON.
    search      VARCHAR(4000) NOT NULL,
    threshold   BIGINT        NOT NULL,
    minutes     INTEGER       NOT NULL,
    -- ALL, PERSON, APP, CONNECTION or ADDRESS
    each_of     VARCHAR(20)   NOT NULL,
    freezes     BOOLEAN       NOT NULL,
    version     INTEGER DEFAULT 1 NOT NULL
);

-- How far an alert has looked into the chain of each node. It moves in the transaction that counts.
CREATE TABLE gatehouse.event_alert_place (
    alert    VARCHAR(36)  NOT NULL REFERENCES gatehouse.event_alert (name) ON DELETE CASCADE,
    node     VARCHAR(100) NOT NULL,
    position BIGINT       NOT NULL,
    PRIMARY KEY (alert, node)
);

-- How many events it found of each subject in each step of time; a window is sixty steps.
CREATE TABLE gatehouse.event_alert_count (
    alert   VARCHAR(36)  NOT NULL REFERENCES gatehouse.event_alert (name) ON DELETE CASCADE,
    subject VARCHAR(200) NOT NULL,
    step    BIGINT       NOT NULL,
    times   BIGINT       NOT NULL,
    PRIMARY KEY (alert, subject, step)
);

-- The alerts that were raised. They stay when the alert is taken away.
CREATE TABLE gatehouse.event_alert_raised (
    id          BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    alert       VARCHAR(36)  NOT NULL,
    version     INTEGER      NOT NULL,
    raised_at   TIMESTAMP WITH TIME ZONE NOT NULL,
    each_of     VARCHAR(20)  NOT NULL,
    subject     VARCHAR(200) NOT NULL,
    username    VARCHAR(80),
    client_id   VARCHAR(200),
    step        BIGINT       NOT NULL,
    times       BIGINT       NOT NULL,
    threshold   BIGINT       NOT NULL,
    minutes     INTEGER      NOT NULL,
    frozen      BOOLEAN      NOT NULL
);
CREATE INDEX event_alert_raised_at ON gatehouse.event_alert_raised (raised_at);
CREATE INDEX event_alert_raised_of ON gatehouse.event_alert_raised (alert, subject);

-- A connection that is frozen is refused like one that has ended, until an administrator lifts that. By whom or what it was frozen.
ALTER TABLE gatehouse.oauth_grant ADD COLUMN frozen_at TIMESTAMP WITH TIME ZONE;
ALTER TABLE gatehouse.oauth_grant ADD COLUMN frozen_by VARCHAR(100);
