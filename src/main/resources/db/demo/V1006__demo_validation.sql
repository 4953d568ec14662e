-- A deal that is won has an amount.
INSERT INTO gatehouse.validation_rule (object_name, api_name, error_condition, message, error_field, active, version) VALUES
    ('Opportunity', 'WonDealsHaveAnAmount', 'ISPICKVAL(StageName, "Closed Won") && ISBLANK(Amount)',
     'A deal that is won needs its amount.', 'Amount', TRUE, 1);
