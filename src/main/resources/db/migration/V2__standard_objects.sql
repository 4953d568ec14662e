-- The object that every organisation has: the people themselves, mapped onto Gatehouse's own table.

INSERT INTO gatehouse.object_definition (api_name, label, label_plural, key_prefix, managed, table_schema, table_name, name_field, owner_field, org_wide_default, hierarchy_access, parent_field, description, guidance) VALUES
    ('User', 'User', 'Users', '005', FALSE, 'gatehouse', 'app_user', 'Name', NULL, 'PublicRead', FALSE, NULL,
     'People who can sign in.', NULL);
INSERT INTO gatehouse.field_definition (object_name, api_name, position, label, type, column_name, length, digits, scale, required, always_readable, read_only, relationship_name, child_relationship_name, help_text, guidance) VALUES
    ('User', 'Id', 1, 'Record ID', 'Id', 'id', 18, NULL, NULL, FALSE, TRUE, TRUE, NULL, NULL, NULL, NULL),
    ('User', 'Name', 2, 'Full Name', 'Text', 'name', 120, NULL, NULL, TRUE, TRUE, FALSE, NULL, NULL, NULL, NULL),
    ('User', 'Username', 3, 'Username', 'Text', 'username', 80, NULL, NULL, TRUE, TRUE, TRUE, NULL, NULL, NULL, NULL),
    ('User', 'Email', 4, 'Email', 'Email', 'email', 254, NULL, NULL, FALSE, FALSE, FALSE, NULL, NULL, NULL, NULL),
    ('User', 'Title', 5, 'Title', 'Text', 'title', 80, NULL, NULL, FALSE, FALSE, FALSE, NULL, NULL, NULL, NULL),
    ('User', 'IsActive', 6, 'Active', 'Boolean', 'active', NULL, NULL, NULL, FALSE, TRUE, FALSE, NULL, NULL, NULL, NULL),
    ('User', 'ManagerId', 7, 'Manager ID', 'Lookup', 'manager_id', 18, NULL, NULL, FALSE, FALSE, FALSE, 'Manager', 'DirectReports', NULL, NULL),
    ('User', 'TimeZone', 8, 'Time Zone', 'Text', 'time_zone', 60, NULL, NULL, FALSE, TRUE, FALSE, NULL, NULL, NULL, NULL),
    ('User', 'CreatedDate', 9, 'Created Date', 'DateTime', 'created_date', NULL, NULL, NULL, FALSE, TRUE, TRUE, NULL, NULL, NULL, NULL),
    ('User', 'LastModifiedDate', 10, 'Last Modified Date', 'DateTime', 'last_modified_date', NULL, NULL, NULL, FALSE, TRUE, TRUE, NULL, NULL, NULL, NULL);

INSERT INTO gatehouse.field_reference (object_name, field_name, target_object) VALUES
    ('User', 'ManagerId', 'User');
