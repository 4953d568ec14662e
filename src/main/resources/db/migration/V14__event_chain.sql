-- What an event tells beside the fields that it always had.
-- The event's own name, by which it is found again.
ALTER TABLE gatehouse.audit_event ADD COLUMN event_key VARCHAR(36);
-- Where it came in: MCP, REST, OAUTH, LOGIN or SETUP, with the HTTP method and the path.
ALTER TABLE gatehouse.audit_event ADD COLUMN api_family VARCHAR(10);
ALTER TABLE gatehouse.audit_event ADD COLUMN http_method VARCHAR(10);
ALTER TABLE gatehouse.audit_event ADD COLUMN api_resource VARCHAR(200);
ALTER TABLE gatehouse.audit_event ADD COLUMN status_code INTEGER;
-- The arguments of a tool: their names, and a keyed digest that tells equal arguments from others. Never their values.
ALTER TABLE gatehouse.audit_event ADD COLUMN argument_names VARCHAR(400);
ALTER TABLE gatehouse.audit_event ADD COLUMN arguments_digest VARCHAR(64);
-- A change of the setup: what was there and what is there now, as JSON.
ALTER TABLE gatehouse.audit_event ADD COLUMN before_value VARCHAR(8000);
ALTER TABLE gatehouse.audit_event ADD COLUMN after_value VARCHAR(8000);
-- The node that wrote it, and the node's seal over all of the above. Events from before this release have none.
ALTER TABLE gatehouse.audit_event ADD COLUMN node VARCHAR(100);
ALTER TABLE gatehouse.audit_event ADD COLUMN seal VARCHAR(64);
CREATE UNIQUE INDEX audit_event_key ON gatehouse.audit_event (event_key);
CREATE INDEX audit_event_request ON gatehouse.audit_event (request_id);
CREATE INDEX audit_event_type ON gatehouse.audit_event (event_type, occurred_at);

-- Each node's events in the order in which it linked them. A link covers the event's seal and the link before it.
CREATE TABLE gatehouse.audit_link (
    node     VARCHAR(100) NOT NULL,
    position BIGINT       NOT NULL,
    event_id BIGINT       NOT NULL,
    hash     VARCHAR(64)  NOT NULL,
    PRIMARY KEY (node, position)
);
CREATE UNIQUE INDEX audit_link_event ON gatehouse.audit_link (event_id);
