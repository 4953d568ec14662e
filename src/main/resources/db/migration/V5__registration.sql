-- Clients that make themselves known, and clients that prove themselves by a signature.

-- Until when the metadata document of a client counts as read, and a hash of what was taken from it. While own_writes is the client's
-- row_version, no administrator has written it.
CREATE TABLE gatehouse.client_document (
    client_id        VARCHAR(200) NOT NULL PRIMARY KEY REFERENCES gatehouse.client (client_id),
    description_hash VARCHAR(64)  NOT NULL,
    fetched_at       TIMESTAMP WITH TIME ZONE NOT NULL,
    fresh_until      TIMESTAMP WITH TIME ZONE NOT NULL,
    own_writes       BIGINT       NOT NULL
);

-- The ids of assertions that were used, as hashes, until they would be refused for their age anyway. No reference to the client, so
-- that the write locks nothing else.
CREATE TABLE gatehouse.client_assertion (
    client_id  VARCHAR(200) NOT NULL,
    id_hash    VARCHAR(64)  NOT NULL,
    expires_at TIMESTAMP WITH TIME ZONE NOT NULL,
    PRIMARY KEY (client_id, id_hash)
);
CREATE INDEX client_assertion_expires ON gatehouse.client_assertion (expires_at);

-- Who registered itself from where. approved_at is null while it waits for an administrator. own_writes as above.
CREATE TABLE gatehouse.dynamic_registration (
    client_id     VARCHAR(200) NOT NULL PRIMARY KEY REFERENCES gatehouse.client (client_id),
    address       VARCHAR(64)  NOT NULL,
    registered_at TIMESTAMP WITH TIME ZONE NOT NULL,
    approved_at   TIMESTAMP WITH TIME ZONE,
    own_writes    BIGINT       NOT NULL
);
CREATE INDEX dynamic_registration_address ON gatehouse.dynamic_registration (address, registered_at);

-- What one transaction or one node does at a time: whoever updates the row has the turn.
CREATE TABLE gatehouse.registration_turn (
    name        VARCHAR(40) NOT NULL PRIMARY KEY,
    taken_until TIMESTAMP WITH TIME ZONE NOT NULL
);
INSERT INTO gatehouse.registration_turn VALUES ('registering', CURRENT_TIMESTAMP);
INSERT INTO gatehouse.registration_turn VALUES ('cleaning', CURRENT_TIMESTAMP);
