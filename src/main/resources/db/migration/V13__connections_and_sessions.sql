-- How many connections a bulk revocation ends is counted after they have ended, not while somebody waits for that.
ALTER TABLE gatehouse.bulk_revocation ALTER COLUMN total DROP NOT NULL;
