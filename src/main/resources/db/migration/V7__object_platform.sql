-- What a field can be beyond its type, and what may be done to an object's table.
ALTER TABLE gatehouse.object_definition ADD COLUMN write_mode VARCHAR(20) DEFAULT 'ReadWrite' NOT NULL;
ALTER TABLE gatehouse.object_definition ADD COLUMN searchable BOOLEAN DEFAULT TRUE NOT NULL;
ALTER TABLE gatehouse.object_definition ADD CONSTRAINT object_definition_write_mode CHECK (write_mode IN ('ReadWrite', 'InsertOnly', 'ReadOnly'));

ALTER TABLE gatehouse.field_definition ADD COLUMN is_unique BOOLEAN DEFAULT FALSE NOT NULL;
ALTER TABLE gatehouse.field_definition ADD COLUMN external_id BOOLEAN DEFAULT FALSE NOT NULL;
ALTER TABLE gatehouse.field_definition ADD COLUMN restricted BOOLEAN DEFAULT FALSE NOT NULL;
ALTER TABLE gatehouse.field_definition ADD COLUMN track_history BOOLEAN DEFAULT FALSE NOT NULL;
ALTER TABLE gatehouse.field_definition ADD COLUMN key_type VARCHAR(10) DEFAULT 'Text' NOT NULL;
ALTER TABLE gatehouse.field_definition ADD COLUMN formula VARCHAR(4000);
ALTER TABLE gatehouse.field_definition ADD COLUMN default_value VARCHAR(255);
ALTER TABLE gatehouse.field_definition ADD COLUMN auto_number_format VARCHAR(30);
-- Whoever has a grant on the child may read the parent that this reference points to.
ALTER TABLE gatehouse.field_definition ADD COLUMN implicit_parent BOOLEAN DEFAULT FALSE NOT NULL;
ALTER TABLE gatehouse.field_definition ADD CONSTRAINT field_definition_key_type CHECK (key_type IN ('Text', 'Number', 'Uuid'));

-- The people themselves are changed by the administration of people, not as records.
UPDATE gatehouse.object_definition SET write_mode = 'ReadOnly' WHERE api_name = 'User';
