-- The groups of the roles that came by migration. Later changes write theirs in their own transaction.
INSERT INTO gatehouse.group_membership (group_id, user_id, by_hierarchy)
SELECT 'R-' || u.role_id, u.id, FALSE FROM gatehouse.app_user u WHERE u.role_id IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM gatehouse.group_membership m WHERE m.group_id = 'R-' || u.role_id AND m.user_id = u.id);
INSERT INTO gatehouse.group_membership (group_id, user_id, by_hierarchy)
SELECT 'S-' || u.role_id, u.id, FALSE FROM gatehouse.app_user u WHERE u.role_id IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM gatehouse.group_membership m WHERE m.group_id = 'S-' || u.role_id AND m.user_id = u.id);
INSERT INTO gatehouse.group_membership (group_id, user_id, by_hierarchy)
SELECT 'S-' || c.ancestor_id, u.id, FALSE FROM gatehouse.app_user u JOIN gatehouse.role_closure c ON c.role_id = u.role_id
  WHERE NOT EXISTS (SELECT 1 FROM gatehouse.group_membership m WHERE m.group_id = 'S-' || c.ancestor_id AND m.user_id = u.id);
INSERT INTO gatehouse.group_membership (group_id, user_id, by_hierarchy)
SELECT 'B-' || c.ancestor_id, u.id, FALSE FROM gatehouse.app_user u JOIN gatehouse.role_closure c ON c.role_id = u.role_id
  WHERE NOT EXISTS (SELECT 1 FROM gatehouse.group_membership m WHERE m.group_id = 'B-' || c.ancestor_id AND m.user_id = u.id);
