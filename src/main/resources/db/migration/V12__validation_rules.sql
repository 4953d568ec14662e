-- What no record of an object may be: a formula that says when it is wrong, and what is said then.
CREATE TABLE gatehouse.validation_rule (
    object_name     VARCHAR(80)   NOT NULL REFERENCES gatehouse.object_definition (api_name),
    api_name        VARCHAR(80)   NOT NULL,
    error_condition VARCHAR(4000) NOT NULL,
    message         VARCHAR(255)  NOT NULL,
    error_field     VARCHAR(80),
    active          BOOLEAN       NOT NULL,
    version         INTEGER       NOT NULL,
    PRIMARY KEY (object_name, api_name)
);
