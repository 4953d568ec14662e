-- Counts the changes of a provider, so that whoever edits one does not write over somebody else's change.
ALTER TABLE gatehouse.external_provider ADD COLUMN version INTEGER DEFAULT 1 NOT NULL;
