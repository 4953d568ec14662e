-- What the writing of the demo's records shows: a number that Gatehouse gives, values that are checked, changes that are kept.
UPDATE gatehouse.field_definition SET type = 'AutoNumber', auto_number_format = 'C-{000000}'
 WHERE object_name = 'Case' AND api_name = 'CaseNumber';
INSERT INTO gatehouse.auto_number (object_name, field_name, next_number) VALUES ('Case', 'CaseNumber', 100001);

UPDATE gatehouse.field_definition SET restricted = TRUE
 WHERE (object_name = 'Opportunity' AND api_name = 'StageName') OR (object_name = 'Case' AND api_name IN ('Status', 'Priority'));

UPDATE gatehouse.field_definition SET track_history = TRUE
 WHERE (object_name = 'Opportunity' AND api_name IN ('StageName', 'Amount', 'CloseDate', 'OwnerId'))
    OR (object_name = 'Account' AND api_name IN ('Industry', 'AnnualRevenue', 'OwnerId'))
    OR (object_name = 'Case' AND api_name IN ('Status', 'OwnerId'));
