-- The same rules as policies of PostgreSQL, written as its manual advises: what does not depend on the row stands in subqueries that are read once
-- for a statement. The person is a setting of the session.
CREATE ROLE agent;
GRANT USAGE ON SCHEMA gatehouse, records TO agent;
GRANT SELECT ON ALL TABLES IN SCHEMA gatehouse, records TO agent;

ALTER TABLE records.opportunity ENABLE ROW LEVEL SECURITY;
CREATE POLICY sharing ON records.opportunity FOR SELECT TO agent USING (
     owner_id = (SELECT current_setting('app.user_id'))
  OR owner_id IN (SELECT m.user_id FROM gatehouse.app_user me JOIN gatehouse.group_membership m ON m.group_id = 'B-' || me.role_id
                   WHERE me.id = current_setting('app.user_id') AND NOT m.by_hierarchy)
  OR id IN (SELECT s.record_id FROM gatehouse.record_share s
             WHERE s.object_name = 'Opportunity'
               AND (s.principal_id = current_setting('app.user_id')
                    OR s.principal_id IN (SELECT g.group_id FROM gatehouse.group_membership g WHERE g.user_id = current_setting('app.user_id')))));

ALTER TABLE records.account ENABLE ROW LEVEL SECURITY;
CREATE POLICY sharing ON records.account FOR SELECT TO agent USING (
     owner_id = (SELECT current_setting('app.user_id'))
  OR owner_id IN (SELECT m.user_id FROM gatehouse.app_user me JOIN gatehouse.group_membership m ON m.group_id = 'B-' || me.role_id
                   WHERE me.id = current_setting('app.user_id') AND NOT m.by_hierarchy)
  OR owner_id IN (SELECT m.user_id FROM gatehouse.sharing_rule r
                    JOIN gatehouse.group_membership me ON me.group_id = r.target_group AND me.user_id = current_setting('app.user_id')
                    JOIN gatehouse.group_membership m ON m.group_id = r.source_group AND NOT m.by_hierarchy
                   WHERE r.object_name = 'Account')
  OR (lower(industry), lower(billing_country)) IN (
                  SELECT lower(i.field_value), lower(c.field_value) FROM gatehouse.sharing_rule r
                    JOIN gatehouse.group_membership me ON me.group_id = r.target_group AND me.user_id = current_setting('app.user_id')
                    JOIN gatehouse.rule_criterion i ON i.rule_id = r.id AND i.field_name = 'Industry'
                    JOIN gatehouse.rule_criterion c ON c.rule_id = r.id AND c.field_name = 'BillingCountry'
                   WHERE r.object_name = 'Account')
  OR id IN (SELECT s.record_id FROM gatehouse.record_share s
             WHERE s.object_name = 'Account'
               AND (s.principal_id = current_setting('app.user_id')
                    OR s.principal_id IN (SELECT g.group_id FROM gatehouse.group_membership g WHERE g.user_id = current_setting('app.user_id'))))
  -- Whoever sees a deal sees its account.
  OR id IN (SELECT o.account_id FROM records.opportunity o WHERE NOT o.is_deleted));

ALTER TABLE records.contact ENABLE ROW LEVEL SECURITY;
CREATE POLICY sharing ON records.contact FOR SELECT TO agent USING (
  account_id IN (SELECT a.id FROM records.account a WHERE NOT a.is_deleted));
