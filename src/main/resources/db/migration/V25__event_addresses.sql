-- Whether an address is new is asked for each address by itself, so each answer is one look-up.
CREATE INDEX audit_event_address ON gatehouse.audit_event (client_address, occurred_at);
