-- How the demo organisation opens records beyond their owners: groups, a queue, rules of both kinds, a restriction.

INSERT INTO gatehouse.public_group (id, api_name, label, hierarchy_access) VALUES
    ('00G100000000000001', 'AllSales', 'All Sales', TRUE),
    ('00G100000000000002', 'EnergyTeam', 'Energy Team', FALSE);
INSERT INTO gatehouse.group_member (group_id, member_kind, member_id) VALUES
    ('00G100000000000001', 'RoleAndSubordinates', '00E000000000000002'),
    ('00G100000000000002', 'Group', '00G100000000000003'),
    ('00G100000000000002', 'Role', '00E000000000000022');
INSERT INTO gatehouse.public_group (id, api_name, label, hierarchy_access) VALUES
    ('00G100000000000003', 'EnergyExperts', 'Energy Experts', FALSE);
INSERT INTO gatehouse.group_member (group_id, member_kind, member_id)
SELECT '00G100000000000003', 'User', id FROM gatehouse.app_user WHERE username = 'rep.east.9';

INSERT INTO gatehouse.queue (id, api_name, label) VALUES ('00G800000000000001', 'SupportQueue', 'Support Queue');
INSERT INTO gatehouse.queue_object (queue_id, object_name) VALUES ('00G800000000000001', 'Case'), ('00G800000000000001', 'Task');
INSERT INTO gatehouse.group_member (group_id, member_kind, member_id) VALUES ('00G800000000000001', 'RoleAndSubordinates', '00E000000000000003');

-- Energy accounts are open to the energy team; what the west's manager owns, the east's manager may edit.
INSERT INTO gatehouse.sharing_rule (id, object_name, api_name, label, source_group, target_group, access_level, match_any) VALUES
    ('02c000000000000001', 'Account', 'EnergyAccounts', 'Energy accounts for the energy team', NULL, '00G100000000000002', 'Read', FALSE),
    ('02c000000000000002', 'Opportunity', 'WestForEast', 'Deals of the west''s manager for the east''s', 'R-00E000000000000004', 'R-00E000000000000005', 'Edit', FALSE);
INSERT INTO gatehouse.rule_criterion (rule_id, position, field_name, operator, field_value) VALUES
    ('02c000000000000001', 1, 'Industry', 'equals', 'Energy');

-- Support agents see only their own tasks.
INSERT INTO gatehouse.restriction_rule (id, object_name, api_name, label, group_id, match_any, active) VALUES
    ('02r000000000000001', 'Task', 'OwnTasks', 'Support agents see their own tasks', 'S-00E000000000000003', FALSE, TRUE);
INSERT INTO gatehouse.rule_criterion (rule_id, position, field_name, operator, field_value) VALUES
    ('02r000000000000001', 1, 'OwnerId', 'equals', '$User.Id');

-- Whoever works on a deal may read its account.
UPDATE gatehouse.field_definition SET implicit_parent = TRUE WHERE object_name = 'Opportunity' AND api_name = 'AccountId';
