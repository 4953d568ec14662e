-- What the writing of records needs beyond the records themselves.

-- A write that its client may repeat: the second time it has no effect and the same answer.
CREATE TABLE gatehouse.idempotent_write (
    user_id     VARCHAR(18)  NOT NULL,
    client_id   VARCHAR(200) NOT NULL,
    request_key VARCHAR(100) NOT NULL,
    digest      VARCHAR(64)  NOT NULL,
    answer      VARCHAR(500000),
    written_at  TIMESTAMP WITH TIME ZONE NOT NULL,
    PRIMARY KEY (user_id, client_id, request_key)
);
CREATE INDEX idempotent_write_written_at ON gatehouse.idempotent_write (written_at);

-- What lies in the recycle bin since when, and with which record it went there: restored together, purged together.
CREATE TABLE gatehouse.recycle_bin (
    object_name VARCHAR(80) NOT NULL,
    record_id   VARCHAR(36) NOT NULL,
    root_object VARCHAR(80) NOT NULL,
    root_id     VARCHAR(36) NOT NULL,
    deleted_by  VARCHAR(18) NOT NULL,
    deleted_at  TIMESTAMP WITH TIME ZONE NOT NULL,
    PRIMARY KEY (object_name, record_id)
);
CREATE INDEX recycle_bin_root ON gatehouse.recycle_bin (root_object, root_id);
CREATE INDEX recycle_bin_deleted_at ON gatehouse.recycle_bin (deleted_at);

-- Who changed a tracked field of a record from what to what.
CREATE TABLE gatehouse.field_history (
    id          BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    object_name VARCHAR(80) NOT NULL,
    record_id   VARCHAR(36) NOT NULL,
    field_name  VARCHAR(80) NOT NULL,
    old_value   VARCHAR(32000),
    new_value   VARCHAR(32000),
    changed_by  VARCHAR(18) NOT NULL,
    changed_at  TIMESTAMP WITH TIME ZONE NOT NULL
);
CREATE INDEX field_history_record ON gatehouse.field_history (object_name, record_id, id);

-- Which records a call changed.
ALTER TABLE gatehouse.audit_event ADD COLUMN record_ids VARCHAR(8000);

-- Which records a person opened or changed lately.
CREATE TABLE gatehouse.recent_record (
    user_id     VARCHAR(18) NOT NULL,
    object_name VARCHAR(80) NOT NULL,
    record_id   VARCHAR(36) NOT NULL,
    seen_at     TIMESTAMP WITH TIME ZONE NOT NULL,
    PRIMARY KEY (user_id, object_name, record_id)
);
CREATE INDEX recent_record_seen ON gatehouse.recent_record (user_id, object_name, seen_at);
