-- What administrators need to make and change objects.

-- Counts the changes of an object and its fields, so that who changes it names the state they saw.
ALTER TABLE gatehouse.object_definition ADD COLUMN version INTEGER DEFAULT 1 NOT NULL;
-- Why the object is out of use: its table is no longer what the definition says. Such an object is in no catalog.
ALTER TABLE gatehouse.object_definition ADD COLUMN unavailable VARCHAR(1000);
-- Whether a time is stored without its zone; it is read and written as UTC.
ALTER TABLE gatehouse.field_definition ADD COLUMN zoneless BOOLEAN DEFAULT FALSE NOT NULL;

-- Tables and columns of Gatehouse's own that no definition names: those of deleted objects and fields, whose data stays until an
-- administrator purges it, and those whose making was cut short.
CREATE TABLE gatehouse.retired_storage (
    id           VARCHAR(36) NOT NULL PRIMARY KEY,
    table_schema VARCHAR(63) NOT NULL,
    table_name   VARCHAR(63) NOT NULL,
    column_name  VARCHAR(63),
    retired_at   TIMESTAMP WITH TIME ZONE NOT NULL
);

-- The number that the next record of an object gets in an auto-number field.
CREATE TABLE gatehouse.auto_number (
    object_name VARCHAR(80) NOT NULL,
    field_name  VARCHAR(80) NOT NULL,
    next_number BIGINT      NOT NULL,
    PRIMARY KEY (object_name, field_name)
);
