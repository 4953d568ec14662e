-- The setup as it was after each time that a document was applied: what a drift report compares with.
CREATE TABLE gatehouse.applied_setup (
    id         BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    applied_at TIMESTAMP WITH TIME ZONE NOT NULL,
    applied_by VARCHAR(80) NOT NULL,
    -- The parts that the document had, as JSON.
    document   TEXT        NOT NULL
);
