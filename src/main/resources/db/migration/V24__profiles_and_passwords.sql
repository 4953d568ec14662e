-- What a profile demands of sign-ins, connections that end with a password, and connections that end together by profile.

ALTER TABLE gatehouse.profile ADD COLUMN required_assurance VARCHAR(20) DEFAULT 'STANDARD' NOT NULL;
-- Counts the changes of a profile's network access, so that one of two editors is told.
ALTER TABLE gatehouse.profile ADD COLUMN network_version BIGINT DEFAULT 0 NOT NULL;

ALTER TABLE gatehouse.organization ADD COLUMN connections_end_with_password BOOLEAN DEFAULT FALSE NOT NULL;

ALTER TABLE gatehouse.bulk_revocation ADD COLUMN profile VARCHAR(80);
