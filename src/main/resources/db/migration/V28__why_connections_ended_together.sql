-- Why connections ended together, as oauth_grant.revoked_by names it for each of them.
ALTER TABLE gatehouse.bulk_revocation ADD COLUMN revoked_by VARCHAR(40) DEFAULT 'administrator' NOT NULL;
