-- The objects of the demo organisation, described.

INSERT INTO gatehouse.object_definition (api_name, label, label_plural, key_prefix, managed, table_schema, table_name, name_field, owner_field, org_wide_default, hierarchy_access, parent_field, description, guidance) VALUES
    ('Account', 'Account', 'Accounts', '001', TRUE, 'records', 'account', 'Name', 'OwnerId', 'Private', TRUE, NULL,
     'Companies that we sell to or might sell to.', 'Group by Industry or BillingCountry for overviews. Industry and Type are picklists.');
INSERT INTO gatehouse.field_definition (object_name, api_name, position, label, type, column_name, length, digits, scale, required, always_readable, read_only, relationship_name, child_relationship_name, help_text, guidance) VALUES
    ('Account', 'Id', 1, 'Record ID', 'Id', 'id', 18, NULL, NULL, FALSE, TRUE, TRUE, NULL, NULL, NULL, NULL),
    ('Account', 'Name', 2, 'Account Name', 'Text', 'name', 255, NULL, NULL, TRUE, TRUE, FALSE, NULL, NULL, NULL, NULL),
    ('Account', 'OwnerId', 3, 'Owner ID', 'Lookup', 'owner_id', 18, NULL, NULL, FALSE, TRUE, FALSE, 'Owner', NULL, NULL, NULL),
    ('Account', 'Type', 4, 'Account Type', 'Picklist', 'type', 40, NULL, NULL, FALSE, FALSE, FALSE, NULL, NULL, NULL, NULL),
    ('Account', 'Industry', 5, 'Industry', 'Picklist', 'industry', 40, NULL, NULL, FALSE, FALSE, FALSE, NULL, NULL, NULL, NULL),
    ('Account', 'Rating', 6, 'Account Rating', 'Picklist', 'rating', 20, NULL, NULL, FALSE, FALSE, FALSE, NULL, NULL, NULL, NULL),
    ('Account', 'Phone', 7, 'Phone', 'Phone', 'phone', 40, NULL, NULL, FALSE, FALSE, FALSE, NULL, NULL, NULL, NULL),
    ('Account', 'Website', 8, 'Website', 'Url', 'website', 255, NULL, NULL, FALSE, FALSE, FALSE, NULL, NULL, NULL, NULL),
    ('Account', 'BillingCity', 9, 'Billing City', 'Text', 'billing_city', 80, NULL, NULL, FALSE, FALSE, FALSE, NULL, NULL, NULL, NULL),
    ('Account', 'BillingCountry', 10, 'Billing Country', 'Text', 'billing_country', 80, NULL, NULL, FALSE, FALSE, FALSE, NULL, NULL, NULL, NULL),
    ('Account', 'AnnualRevenue', 11, 'Annual Revenue', 'Currency', 'annual_revenue', NULL, 18, 2, FALSE, FALSE, FALSE, NULL, NULL, 'Yearly revenue as the company reports it.', 'An estimate. Do not use it for forecasts; sum Opportunity.Amount instead.'),
    ('Account', 'NumberOfEmployees', 12, 'Employees', 'Number', 'number_of_employees', NULL, 9, 0, FALSE, FALSE, FALSE, NULL, NULL, NULL, NULL),
    ('Account', 'ParentId', 13, 'Parent Account ID', 'Lookup', 'parent_id', 18, NULL, NULL, FALSE, FALSE, FALSE, 'Parent', 'ChildAccounts', NULL, NULL),
    ('Account', 'Description', 14, 'Description', 'LongText', 'description', 32000, NULL, NULL, FALSE, FALSE, FALSE, NULL, NULL, NULL, NULL),
    ('Account', 'CreatedDate', 15, 'Created Date', 'DateTime', 'created_date', NULL, NULL, NULL, FALSE, TRUE, TRUE, NULL, NULL, NULL, NULL),
    ('Account', 'CreatedById', 16, 'Created By ID', 'Lookup', 'created_by_id', 18, NULL, NULL, FALSE, TRUE, TRUE, 'CreatedBy', NULL, NULL, NULL),
    ('Account', 'LastModifiedDate', 17, 'Last Modified Date', 'DateTime', 'last_modified_date', NULL, NULL, NULL, FALSE, TRUE, TRUE, NULL, NULL, NULL, NULL),
    ('Account', 'LastModifiedById', 18, 'Last Modified By ID', 'Lookup', 'last_modified_by_id', 18, NULL, NULL, FALSE, TRUE, TRUE, 'LastModifiedBy', NULL, NULL, NULL);

INSERT INTO gatehouse.object_definition (api_name, label, label_plural, key_prefix, managed, table_schema, table_name, name_field, owner_field, org_wide_default, hierarchy_access, parent_field, description, guidance) VALUES
    ('Contact', 'Contact', 'Contacts', '003', TRUE, 'records', 'contact', 'Name', 'OwnerId', 'ControlledByParent', TRUE, 'AccountId',
     'People at our accounts.', NULL);
INSERT INTO gatehouse.field_definition (object_name, api_name, position, label, type, column_name, length, digits, scale, required, always_readable, read_only, relationship_name, child_relationship_name, help_text, guidance) VALUES
    ('Contact', 'Id', 1, 'Record ID', 'Id', 'id', 18, NULL, NULL, FALSE, TRUE, TRUE, NULL, NULL, NULL, NULL),
    ('Contact', 'Name', 2, 'Full Name', 'Text', 'name', 121, NULL, NULL, TRUE, TRUE, FALSE, NULL, NULL, NULL, NULL),
    ('Contact', 'FirstName', 3, 'First Name', 'Text', 'first_name', 40, NULL, NULL, FALSE, FALSE, FALSE, NULL, NULL, NULL, NULL),
    ('Contact', 'LastName', 4, 'Last Name', 'Text', 'last_name', 80, NULL, NULL, TRUE, TRUE, FALSE, NULL, NULL, NULL, NULL),
    ('Contact', 'OwnerId', 5, 'Owner ID', 'Lookup', 'owner_id', 18, NULL, NULL, FALSE, TRUE, FALSE, 'Owner', NULL, NULL, NULL),
    ('Contact', 'AccountId', 6, 'Account ID', 'Lookup', 'account_id', 18, NULL, NULL, FALSE, FALSE, FALSE, 'Account', 'Contacts', NULL, NULL),
    ('Contact', 'Title', 7, 'Title', 'Text', 'title', 128, NULL, NULL, FALSE, FALSE, FALSE, NULL, NULL, NULL, NULL),
    ('Contact', 'Department', 8, 'Department', 'Text', 'department', 80, NULL, NULL, FALSE, FALSE, FALSE, NULL, NULL, NULL, NULL),
    ('Contact', 'Email', 9, 'Email', 'Email', 'email', 254, NULL, NULL, FALSE, FALSE, FALSE, NULL, NULL, NULL, NULL),
    ('Contact', 'Phone', 10, 'Phone', 'Phone', 'phone', 40, NULL, NULL, FALSE, FALSE, FALSE, NULL, NULL, NULL, NULL),
    ('Contact', 'MailingCity', 11, 'Mailing City', 'Text', 'mailing_city', 80, NULL, NULL, FALSE, FALSE, FALSE, NULL, NULL, NULL, NULL),
    ('Contact', 'Birthdate', 12, 'Birthdate', 'Date', 'birthdate', NULL, NULL, NULL, FALSE, FALSE, FALSE, NULL, NULL, NULL, NULL),
    ('Contact', 'PersonalEmail', 13, 'Personal Email', 'Email', 'personal_email', 254, NULL, NULL, FALSE, FALSE, FALSE, NULL, NULL, NULL, NULL),
    ('Contact', 'CreatedDate', 14, 'Created Date', 'DateTime', 'created_date', NULL, NULL, NULL, FALSE, TRUE, TRUE, NULL, NULL, NULL, NULL),
    ('Contact', 'CreatedById', 15, 'Created By ID', 'Lookup', 'created_by_id', 18, NULL, NULL, FALSE, TRUE, TRUE, 'CreatedBy', NULL, NULL, NULL),
    ('Contact', 'LastModifiedDate', 16, 'Last Modified Date', 'DateTime', 'last_modified_date', NULL, NULL, NULL, FALSE, TRUE, TRUE, NULL, NULL, NULL, NULL),
    ('Contact', 'LastModifiedById', 17, 'Last Modified By ID', 'Lookup', 'last_modified_by_id', 18, NULL, NULL, FALSE, TRUE, TRUE, 'LastModifiedBy', NULL, NULL, NULL);

INSERT INTO gatehouse.object_definition (api_name, label, label_plural, key_prefix, managed, table_schema, table_name, name_field, owner_field, org_wide_default, hierarchy_access, parent_field, description, guidance) VALUES
    ('Product', 'Product', 'Products', '01t', TRUE, 'records', 'product', 'Name', NULL, 'PublicReadWrite', FALSE, NULL,
     'What we sell.', NULL);
INSERT INTO gatehouse.field_definition (object_name, api_name, position, label, type, column_name, length, digits, scale, required, always_readable, read_only, relationship_name, child_relationship_name, help_text, guidance) VALUES
    ('Product', 'Id', 1, 'Record ID', 'Id', 'id', 18, NULL, NULL, FALSE, TRUE, TRUE, NULL, NULL, NULL, NULL),
    ('Product', 'Name', 2, 'Product Name', 'Text', 'name', 255, NULL, NULL, TRUE, TRUE, FALSE, NULL, NULL, NULL, NULL),
    ('Product', 'ProductCode', 3, 'Product Code', 'Text', 'product_code', 40, NULL, NULL, FALSE, FALSE, FALSE, NULL, NULL, NULL, NULL),
    ('Product', 'Family', 4, 'Product Family', 'Picklist', 'family', 40, NULL, NULL, FALSE, FALSE, FALSE, NULL, NULL, NULL, NULL),
    ('Product', 'ListPrice', 5, 'List Price', 'Currency', 'list_price', NULL, 18, 2, FALSE, FALSE, FALSE, NULL, NULL, NULL, NULL),
    ('Product', 'IsActive', 6, 'Active', 'Boolean', 'is_active', NULL, NULL, NULL, FALSE, TRUE, FALSE, NULL, NULL, NULL, NULL),
    ('Product', 'CreatedDate', 7, 'Created Date', 'DateTime', 'created_date', NULL, NULL, NULL, FALSE, TRUE, TRUE, NULL, NULL, NULL, NULL),
    ('Product', 'CreatedById', 8, 'Created By ID', 'Lookup', 'created_by_id', 18, NULL, NULL, FALSE, TRUE, TRUE, 'CreatedBy', NULL, NULL, NULL),
    ('Product', 'LastModifiedDate', 9, 'Last Modified Date', 'DateTime', 'last_modified_date', NULL, NULL, NULL, FALSE, TRUE, TRUE, NULL, NULL, NULL, NULL),
    ('Product', 'LastModifiedById', 10, 'Last Modified By ID', 'Lookup', 'last_modified_by_id', 18, NULL, NULL, FALSE, TRUE, TRUE, 'LastModifiedBy', NULL, NULL, NULL);

INSERT INTO gatehouse.object_definition (api_name, label, label_plural, key_prefix, managed, table_schema, table_name, name_field, owner_field, org_wide_default, hierarchy_access, parent_field, description, guidance) VALUES
    ('Opportunity', 'Opportunity', 'Opportunities', '006', TRUE, 'records', 'opportunity', 'Name', 'OwnerId', 'Private', TRUE, NULL,
     'Deals in progress, won and lost.', 'Amount is the expected value of the deal; use Amount times Probability for a weighted forecast.');
INSERT INTO gatehouse.field_definition (object_name, api_name, position, label, type, column_name, length, digits, scale, required, always_readable, read_only, relationship_name, child_relationship_name, help_text, guidance) VALUES
    ('Opportunity', 'Id', 1, 'Record ID', 'Id', 'id', 18, NULL, NULL, FALSE, TRUE, TRUE, NULL, NULL, NULL, NULL),
    ('Opportunity', 'Name', 2, 'Opportunity Name', 'Text', 'name', 120, NULL, NULL, TRUE, TRUE, FALSE, NULL, NULL, NULL, NULL),
    ('Opportunity', 'OwnerId', 3, 'Owner ID', 'Lookup', 'owner_id', 18, NULL, NULL, FALSE, TRUE, FALSE, 'Owner', NULL, NULL, NULL),
    ('Opportunity', 'AccountId', 4, 'Account ID', 'Lookup', 'account_id', 18, NULL, NULL, FALSE, FALSE, FALSE, 'Account', 'Opportunities', NULL, NULL),
    ('Opportunity', 'StageName', 5, 'Stage', 'Picklist', 'stage_name', 40, NULL, NULL, TRUE, TRUE, FALSE, NULL, NULL, NULL, NULL),
    ('Opportunity', 'Amount', 6, 'Amount', 'Currency', 'amount', NULL, 18, 2, FALSE, FALSE, FALSE, NULL, NULL, NULL, NULL),
    ('Opportunity', 'Probability', 7, 'Probability (%)', 'Percent', 'probability', NULL, 3, 0, FALSE, FALSE, FALSE, NULL, NULL, NULL, NULL),
    ('Opportunity', 'CloseDate', 8, 'Close Date', 'Date', 'close_date', NULL, NULL, NULL, TRUE, TRUE, FALSE, NULL, NULL, NULL, NULL),
    ('Opportunity', 'IsClosed', 9, 'Closed', 'Boolean', 'is_closed', NULL, NULL, NULL, FALSE, TRUE, TRUE, NULL, NULL, NULL, NULL),
    ('Opportunity', 'IsWon', 10, 'Won', 'Boolean', 'is_won', NULL, NULL, NULL, FALSE, TRUE, TRUE, NULL, NULL, NULL, NULL),
    ('Opportunity', 'LeadSource', 11, 'Lead Source', 'Picklist', 'lead_source', 40, NULL, NULL, FALSE, FALSE, FALSE, NULL, NULL, NULL, NULL),
    ('Opportunity', 'NextStep', 12, 'Next Step', 'Text', 'next_step', 255, NULL, NULL, FALSE, FALSE, FALSE, NULL, NULL, NULL, NULL),
    ('Opportunity', 'CreatedDate', 13, 'Created Date', 'DateTime', 'created_date', NULL, NULL, NULL, FALSE, TRUE, TRUE, NULL, NULL, NULL, NULL),
    ('Opportunity', 'CreatedById', 14, 'Created By ID', 'Lookup', 'created_by_id', 18, NULL, NULL, FALSE, TRUE, TRUE, 'CreatedBy', NULL, NULL, NULL),
    ('Opportunity', 'LastModifiedDate', 15, 'Last Modified Date', 'DateTime', 'last_modified_date', NULL, NULL, NULL, FALSE, TRUE, TRUE, NULL, NULL, NULL, NULL),
    ('Opportunity', 'LastModifiedById', 16, 'Last Modified By ID', 'Lookup', 'last_modified_by_id', 18, NULL, NULL, FALSE, TRUE, TRUE, 'LastModifiedBy', NULL, NULL, NULL);

INSERT INTO gatehouse.object_definition (api_name, label, label_plural, key_prefix, managed, table_schema, table_name, name_field, owner_field, org_wide_default, hierarchy_access, parent_field, description, guidance) VALUES
    ('OpportunityLine', 'Opportunity Line', 'Opportunity Lines', '00k', TRUE, 'records', 'opportunity_line', 'Name', NULL, 'ControlledByParent', TRUE, 'OpportunityId',
     'Products that a deal contains.', NULL);
INSERT INTO gatehouse.field_definition (object_name, api_name, position, label, type, column_name, length, digits, scale, required, always_readable, read_only, relationship_name, child_relationship_name, help_text, guidance) VALUES
    ('OpportunityLine', 'Id', 1, 'Record ID', 'Id', 'id', 18, NULL, NULL, FALSE, TRUE, TRUE, NULL, NULL, NULL, NULL),
    ('OpportunityLine', 'Name', 2, 'Line Name', 'Text', 'name', 80, NULL, NULL, TRUE, TRUE, FALSE, NULL, NULL, NULL, NULL),
    ('OpportunityLine', 'OpportunityId', 3, 'Opportunity ID', 'MasterDetail', 'opportunity_id', 18, NULL, NULL, TRUE, TRUE, FALSE, 'Opportunity', 'Lines', NULL, NULL),
    ('OpportunityLine', 'ProductId', 4, 'Product ID', 'Lookup', 'product_id', 18, NULL, NULL, FALSE, FALSE, FALSE, 'Product', 'OpportunityLines', NULL, NULL),
    ('OpportunityLine', 'Quantity', 5, 'Quantity', 'Number', 'quantity', NULL, 9, 0, TRUE, TRUE, FALSE, NULL, NULL, NULL, NULL),
    ('OpportunityLine', 'UnitPrice', 6, 'Unit Price', 'Currency', 'unit_price', NULL, 18, 2, FALSE, FALSE, FALSE, NULL, NULL, NULL, NULL),
    ('OpportunityLine', 'TotalPrice', 7, 'Total Price', 'Currency', 'total_price', NULL, 18, 2, FALSE, FALSE, TRUE, NULL, NULL, NULL, NULL),
    ('OpportunityLine', 'CreatedDate', 8, 'Created Date', 'DateTime', 'created_date', NULL, NULL, NULL, FALSE, TRUE, TRUE, NULL, NULL, NULL, NULL),
    ('OpportunityLine', 'CreatedById', 9, 'Created By ID', 'Lookup', 'created_by_id', 18, NULL, NULL, FALSE, TRUE, TRUE, 'CreatedBy', NULL, NULL, NULL),
    ('OpportunityLine', 'LastModifiedDate', 10, 'Last Modified Date', 'DateTime', 'last_modified_date', NULL, NULL, NULL, FALSE, TRUE, TRUE, NULL, NULL, NULL, NULL),
    ('OpportunityLine', 'LastModifiedById', 11, 'Last Modified By ID', 'Lookup', 'last_modified_by_id', 18, NULL, NULL, FALSE, TRUE, TRUE, 'LastModifiedBy', NULL, NULL, NULL);

INSERT INTO gatehouse.object_definition (api_name, label, label_plural, key_prefix, managed, table_schema, table_name, name_field, owner_field, org_wide_default, hierarchy_access, parent_field, description, guidance) VALUES
    ('Case', 'Case', 'Cases', '500', TRUE, 'records', 'support_case', 'CaseNumber', 'OwnerId', 'PublicRead', TRUE, NULL,
     'Questions and complaints from customers.', NULL);
INSERT INTO gatehouse.field_definition (object_name, api_name, position, label, type, column_name, length, digits, scale, required, always_readable, read_only, relationship_name, child_relationship_name, help_text, guidance) VALUES
    ('Case', 'Id', 1, 'Record ID', 'Id', 'id', 18, NULL, NULL, FALSE, TRUE, TRUE, NULL, NULL, NULL, NULL),
    ('Case', 'CaseNumber', 2, 'Case Number', 'Text', 'case_number', 20, NULL, NULL, FALSE, TRUE, TRUE, NULL, NULL, NULL, NULL),
    ('Case', 'OwnerId', 3, 'Owner ID', 'Lookup', 'owner_id', 18, NULL, NULL, FALSE, TRUE, FALSE, 'Owner', NULL, NULL, NULL),
    ('Case', 'Subject', 4, 'Subject', 'Text', 'subject', 255, NULL, NULL, FALSE, FALSE, FALSE, NULL, NULL, NULL, NULL),
    ('Case', 'Status', 5, 'Status', 'Picklist', 'status', 20, NULL, NULL, TRUE, TRUE, FALSE, NULL, NULL, NULL, NULL),
    ('Case', 'Priority', 6, 'Priority', 'Picklist', 'priority', 20, NULL, NULL, FALSE, FALSE, FALSE, NULL, NULL, NULL, NULL),
    ('Case', 'Origin', 7, 'Case Origin', 'Picklist', 'origin', 20, NULL, NULL, FALSE, FALSE, FALSE, NULL, NULL, NULL, NULL),
    ('Case', 'AccountId', 8, 'Account ID', 'Lookup', 'account_id', 18, NULL, NULL, FALSE, FALSE, FALSE, 'Account', 'Cases', NULL, NULL),
    ('Case', 'ContactId', 9, 'Contact ID', 'Lookup', 'contact_id', 18, NULL, NULL, FALSE, FALSE, FALSE, 'Contact', 'Cases', NULL, NULL),
    ('Case', 'Description', 10, 'Description', 'LongText', 'description', 32000, NULL, NULL, FALSE, FALSE, FALSE, NULL, NULL, NULL, NULL),
    ('Case', 'ClosedDate', 11, 'Closed Date', 'DateTime', 'closed_date', NULL, NULL, NULL, FALSE, TRUE, TRUE, NULL, NULL, NULL, NULL),
    ('Case', 'CreatedDate', 12, 'Created Date', 'DateTime', 'created_date', NULL, NULL, NULL, FALSE, TRUE, TRUE, NULL, NULL, NULL, NULL),
    ('Case', 'CreatedById', 13, 'Created By ID', 'Lookup', 'created_by_id', 18, NULL, NULL, FALSE, TRUE, TRUE, 'CreatedBy', NULL, NULL, NULL),
    ('Case', 'LastModifiedDate', 14, 'Last Modified Date', 'DateTime', 'last_modified_date', NULL, NULL, NULL, FALSE, TRUE, TRUE, NULL, NULL, NULL, NULL),
    ('Case', 'LastModifiedById', 15, 'Last Modified By ID', 'Lookup', 'last_modified_by_id', 18, NULL, NULL, FALSE, TRUE, TRUE, 'LastModifiedBy', NULL, NULL, NULL);

INSERT INTO gatehouse.object_definition (api_name, label, label_plural, key_prefix, managed, table_schema, table_name, name_field, owner_field, org_wide_default, hierarchy_access, parent_field, description, guidance) VALUES
    ('Task', 'Task', 'Tasks', '00T', TRUE, 'records', 'task', 'Subject', 'OwnerId', 'Private', TRUE, NULL,
     'Things to do, related to an account, an opportunity or a case.', 'WhatId says what the task is about; its first three characters tell the object.');
INSERT INTO gatehouse.field_definition (object_name, api_name, position, label, type, column_name, length, digits, scale, required, always_readable, read_only, relationship_name, child_relationship_name, help_text, guidance) VALUES
    ('Task', 'Id', 1, 'Record ID', 'Id', 'id', 18, NULL, NULL, FALSE, TRUE, TRUE, NULL, NULL, NULL, NULL),
    ('Task', 'Subject', 2, 'Subject', 'Text', 'subject', 255, NULL, NULL, TRUE, TRUE, FALSE, NULL, NULL, NULL, NULL),
    ('Task', 'OwnerId', 3, 'Owner ID', 'Lookup', 'owner_id', 18, NULL, NULL, FALSE, TRUE, FALSE, 'Owner', NULL, NULL, NULL),
    ('Task', 'WhatId', 4, 'Related To ID', 'Lookup', 'what_id', 18, NULL, NULL, FALSE, FALSE, FALSE, 'What', 'Tasks', NULL, NULL),
    ('Task', 'WhoId', 5, 'Contact ID', 'Lookup', 'who_id', 18, NULL, NULL, FALSE, FALSE, FALSE, 'Who', 'Tasks', NULL, NULL),
    ('Task', 'Status', 6, 'Status', 'Picklist', 'status', 20, NULL, NULL, TRUE, TRUE, FALSE, NULL, NULL, NULL, NULL),
    ('Task', 'Priority', 7, 'Priority', 'Picklist', 'priority', 20, NULL, NULL, TRUE, TRUE, FALSE, NULL, NULL, NULL, NULL),
    ('Task', 'ActivityDate', 8, 'Due Date', 'Date', 'activity_date', NULL, NULL, NULL, FALSE, FALSE, FALSE, NULL, NULL, NULL, NULL),
    ('Task', 'Description', 9, 'Comments', 'LongText', 'description', 32000, NULL, NULL, FALSE, FALSE, FALSE, NULL, NULL, NULL, NULL),
    ('Task', 'CreatedDate', 10, 'Created Date', 'DateTime', 'created_date', NULL, NULL, NULL, FALSE, TRUE, TRUE, NULL, NULL, NULL, NULL),
    ('Task', 'CreatedById', 11, 'Created By ID', 'Lookup', 'created_by_id', 18, NULL, NULL, FALSE, TRUE, TRUE, 'CreatedBy', NULL, NULL, NULL),
    ('Task', 'LastModifiedDate', 12, 'Last Modified Date', 'DateTime', 'last_modified_date', NULL, NULL, NULL, FALSE, TRUE, TRUE, NULL, NULL, NULL, NULL),
    ('Task', 'LastModifiedById', 13, 'Last Modified By ID', 'Lookup', 'last_modified_by_id', 18, NULL, NULL, FALSE, TRUE, TRUE, 'LastModifiedBy', NULL, NULL, NULL);

INSERT INTO gatehouse.object_definition (api_name, label, label_plural, key_prefix, managed, table_schema, table_name, name_field, owner_field, org_wide_default, hierarchy_access, parent_field, description, guidance) VALUES
    ('Invoice', 'Invoice', 'Invoices', NULL, FALSE, 'billing', 'inv_header', 'InvoiceNumber', NULL, 'PublicRead', FALSE, NULL,
     'Invoices of the billing system. Its tables existed before Gatehouse.', NULL);
INSERT INTO gatehouse.field_definition (object_name, api_name, position, label, type, column_name, length, digits, scale, required, always_readable, read_only, relationship_name, child_relationship_name, help_text, guidance) VALUES
    ('Invoice', 'Id', 1, 'Record ID', 'Id', 'inv_no', 20, NULL, NULL, FALSE, TRUE, TRUE, NULL, NULL, NULL, NULL),
    ('Invoice', 'InvoiceNumber', 2, 'Invoice Number', 'Text', 'inv_no', 20, NULL, NULL, FALSE, TRUE, TRUE, NULL, NULL, NULL, NULL),
    ('Invoice', 'AccountId', 3, 'Account ID', 'Lookup', 'acct', 18, NULL, NULL, FALSE, FALSE, FALSE, 'Account', 'Invoices', NULL, NULL),
    ('Invoice', 'InvoiceDate', 4, 'Invoice Date', 'Date', 'inv_dt', NULL, NULL, NULL, FALSE, TRUE, FALSE, NULL, NULL, NULL, NULL),
    ('Invoice', 'DueDate', 5, 'Due Date', 'Date', 'due_dt', NULL, NULL, NULL, FALSE, FALSE, FALSE, NULL, NULL, NULL, NULL),
    ('Invoice', 'Status', 6, 'Status', 'Picklist', 'st', 10, NULL, NULL, FALSE, FALSE, FALSE, NULL, NULL, NULL, NULL),
    ('Invoice', 'NetAmount', 7, 'Net Amount', 'Currency', 'net_amt', NULL, 14, 2, FALSE, FALSE, FALSE, NULL, NULL, NULL, NULL),
    ('Invoice', 'TaxAmount', 8, 'Tax Amount', 'Currency', 'tax_amt', NULL, 14, 2, FALSE, FALSE, FALSE, NULL, NULL, NULL, NULL),
    ('Invoice', 'MarginPercent', 9, 'Margin (%)', 'Percent', 'margin_pct', NULL, 5, 2, FALSE, FALSE, FALSE, NULL, NULL, NULL, NULL);

INSERT INTO gatehouse.object_definition (api_name, label, label_plural, key_prefix, managed, table_schema, table_name, name_field, owner_field, org_wide_default, hierarchy_access, parent_field, description, guidance) VALUES
    ('InvoiceLine', 'Invoice Line', 'Invoice Lines', NULL, FALSE, 'billing', 'inv_pos', 'Description', NULL, 'ControlledByParent', FALSE, 'InvoiceId',
     'Positions of an invoice.', NULL);
INSERT INTO gatehouse.field_definition (object_name, api_name, position, label, type, column_name, length, digits, scale, required, always_readable, read_only, relationship_name, child_relationship_name, help_text, guidance) VALUES
    ('InvoiceLine', 'Id', 1, 'Record ID', 'Id', 'pos_key', 24, NULL, NULL, FALSE, TRUE, TRUE, NULL, NULL, NULL, NULL),
    ('InvoiceLine', 'InvoiceId', 2, 'Invoice ID', 'MasterDetail', 'inv_no', 20, NULL, NULL, TRUE, TRUE, FALSE, 'Invoice', 'Lines', NULL, NULL),
    ('InvoiceLine', 'Position', 3, 'Position', 'Number', 'pos', NULL, 5, 0, FALSE, TRUE, FALSE, NULL, NULL, NULL, NULL),
    ('InvoiceLine', 'Description', 4, 'Description', 'Text', 'descr', 255, NULL, NULL, FALSE, TRUE, FALSE, NULL, NULL, NULL, NULL),
    ('InvoiceLine', 'Quantity', 5, 'Quantity', 'Number', 'qty', NULL, 9, 2, FALSE, FALSE, FALSE, NULL, NULL, NULL, NULL),
    ('InvoiceLine', 'Price', 6, 'Price', 'Currency', 'price', NULL, 14, 2, FALSE, FALSE, FALSE, NULL, NULL, NULL, NULL);

INSERT INTO gatehouse.field_reference (object_name, field_name, target_object) VALUES
    ('Account', 'OwnerId', 'User'),
    ('Account', 'ParentId', 'Account'),
    ('Account', 'CreatedById', 'User'),
    ('Account', 'LastModifiedById', 'User'),
    ('Contact', 'OwnerId', 'User'),
    ('Contact', 'AccountId', 'Account'),
    ('Contact', 'CreatedById', 'User'),
    ('Contact', 'LastModifiedById', 'User'),
    ('Product', 'CreatedById', 'User'),
    ('Product', 'LastModifiedById', 'User'),
    ('Opportunity', 'OwnerId', 'User'),
    ('Opportunity', 'AccountId', 'Account'),
    ('Opportunity', 'CreatedById', 'User'),
    ('Opportunity', 'LastModifiedById', 'User'),
    ('OpportunityLine', 'OpportunityId', 'Opportunity'),
    ('OpportunityLine', 'ProductId', 'Product'),
    ('OpportunityLine', 'CreatedById', 'User'),
    ('OpportunityLine', 'LastModifiedById', 'User'),
    ('Case', 'OwnerId', 'User'),
    ('Case', 'AccountId', 'Account'),
    ('Case', 'ContactId', 'Contact'),
    ('Case', 'CreatedById', 'User'),
    ('Case', 'LastModifiedById', 'User'),
    ('Task', 'OwnerId', 'User'),
    ('Task', 'WhatId', 'Account'),
    ('Task', 'WhatId', 'Opportunity'),
    ('Task', 'WhatId', 'Case'),
    ('Task', 'WhoId', 'Contact'),
    ('Task', 'CreatedById', 'User'),
    ('Task', 'LastModifiedById', 'User'),
    ('Invoice', 'AccountId', 'Account'),
    ('InvoiceLine', 'InvoiceId', 'Invoice');

INSERT INTO gatehouse.picklist_value (object_name, field_name, position, api_name, label, active) VALUES
    ('Account', 'Type', 1, 'Prospect', 'Prospect', TRUE),
    ('Account', 'Type', 2, 'Customer', 'Customer', TRUE),
    ('Account', 'Type', 3, 'Partner', 'Partner', TRUE),
    ('Account', 'Type', 4, 'Former Customer', 'Former Customer', TRUE),
    ('Account', 'Industry', 1, 'Agriculture', 'Agriculture', TRUE),
    ('Account', 'Industry', 2, 'Banking', 'Banking', TRUE),
    ('Account', 'Industry', 3, 'Construction', 'Construction', TRUE),
    ('Account', 'Industry', 4, 'Education', 'Education', TRUE),
    ('Account', 'Industry', 5, 'Energy', 'Energy', TRUE),
    ('Account', 'Industry', 6, 'Healthcare', 'Healthcare', TRUE),
    ('Account', 'Industry', 7, 'Manufacturing', 'Manufacturing', TRUE),
    ('Account', 'Industry', 8, 'Retail', 'Retail', TRUE),
    ('Account', 'Industry', 9, 'Technology', 'Technology', TRUE),
    ('Account', 'Industry', 10, 'Transportation', 'Transportation', TRUE),
    ('Account', 'Rating', 1, 'Hot', 'Hot', TRUE),
    ('Account', 'Rating', 2, 'Warm', 'Warm', TRUE),
    ('Account', 'Rating', 3, 'Cold', 'Cold', TRUE),
    ('Product', 'Family', 1, 'Hardware', 'Hardware', TRUE),
    ('Product', 'Family', 2, 'Software', 'Software', TRUE),
    ('Product', 'Family', 3, 'Services', 'Services', TRUE),
    ('Opportunity', 'StageName', 1, 'Prospecting', 'Prospecting', TRUE),
    ('Opportunity', 'StageName', 2, 'Qualification', 'Qualification', TRUE),
    ('Opportunity', 'StageName', 3, 'Proposal', 'Proposal', TRUE),
    ('Opportunity', 'StageName', 4, 'Negotiation', 'Negotiation', TRUE),
    ('Opportunity', 'StageName', 5, 'Closed Won', 'Closed Won', TRUE),
    ('Opportunity', 'StageName', 6, 'Closed Lost', 'Closed Lost', TRUE),
    ('Opportunity', 'LeadSource', 1, 'Web', 'Web', TRUE),
    ('Opportunity', 'LeadSource', 2, 'Referral', 'Referral', TRUE),
    ('Opportunity', 'LeadSource', 3, 'Trade Show', 'Trade Show', TRUE),
    ('Opportunity', 'LeadSource', 4, 'Partner', 'Partner', TRUE),
    ('Case', 'Status', 1, 'New', 'New', TRUE),
    ('Case', 'Status', 2, 'Working', 'Working', TRUE),
    ('Case', 'Status', 3, 'Escalated', 'Escalated', TRUE),
    ('Case', 'Status', 4, 'Closed', 'Closed', TRUE),
    ('Case', 'Priority', 1, 'High', 'High', TRUE),
    ('Case', 'Priority', 2, 'Medium', 'Medium', TRUE),
    ('Case', 'Priority', 3, 'Low', 'Low', TRUE),
    ('Case', 'Origin', 1, 'Phone', 'Phone', TRUE),
    ('Case', 'Origin', 2, 'Email', 'Email', TRUE),
    ('Case', 'Origin', 3, 'Web', 'Web', TRUE),
    ('Task', 'Status', 1, 'Not Started', 'Not Started', TRUE),
    ('Task', 'Status', 2, 'In Progress', 'In Progress', TRUE),
    ('Task', 'Status', 3, 'Completed', 'Completed', TRUE),
    ('Task', 'Priority', 1, 'High', 'High', TRUE),
    ('Task', 'Priority', 2, 'Normal', 'Normal', TRUE),
    ('Task', 'Priority', 3, 'Low', 'Low', TRUE),
    ('Invoice', 'Status', 1, 'Open', 'Open', TRUE),
    ('Invoice', 'Status', 2, 'Paid', 'Paid', TRUE),
    ('Invoice', 'Status', 3, 'Void', 'Void', TRUE);

-- Every managed object has a recycle bin.
INSERT INTO gatehouse.field_definition (object_name, api_name, position, label, type, column_name, required, always_readable, read_only)
SELECT api_name, 'IsDeleted', 90, 'Deleted', 'Boolean', 'is_deleted', FALSE, TRUE, TRUE FROM gatehouse.object_definition WHERE managed;
