-- 40 roles, 2,000 people, 20 sharing rules and ${accounts} accounts with their contacts, deals and shares, on top of the demo organisation's
-- objects. Everything is drawn by a hash of the row's number and the seed ${seed}: the same seed makes the same organisation.
SET session_replication_role = replica;

CREATE FUNCTION pg_temp.draw(number BIGINT, purpose INTEGER, choices INTEGER) RETURNS INTEGER LANGUAGE SQL IMMUTABLE PARALLEL SAFE AS
  $$ SELECT mod(abs(hashint8extended(number, ${seed}::BIGINT * 1000 + purpose) / 2), choices)::INTEGER $$;
CREATE FUNCTION pg_temp.id(prefix TEXT, number BIGINT) RETURNS TEXT LANGUAGE SQL IMMUTABLE PARALLEL SAFE AS
  $$ SELECT prefix || lpad(number::TEXT, 18 - length(prefix), '0') $$;
CREATE FUNCTION pg_temp.industry(choice INTEGER) RETURNS TEXT LANGUAGE SQL IMMUTABLE PARALLEL SAFE AS
  $$ SELECT (ARRAY['Agriculture','Banking','Construction','Education','Energy','Healthcare','Manufacturing','Retail','Technology','Transportation'])[choice + 1] $$;
CREATE FUNCTION pg_temp.country(choice INTEGER) RETURNS TEXT LANGUAGE SQL IMMUTABLE PARALLEL SAFE AS
  $$ SELECT (ARRAY['United States','Canada','France','Germany','Portugal','Japan','Australia','Brazil'])[choice + 1] $$;

-- Nothing of the demo organisation's own sharing stays.
DELETE FROM gatehouse.rule_criterion;
DELETE FROM gatehouse.sharing_rule;
DELETE FROM gatehouse.restriction_rule;

-- One role on top, three below it, nine below those, and 27 teams.
INSERT INTO gatehouse.role (id, api_name, label, parent_id)
SELECT pg_temp.id('00E', 1000 + r), 'big.' || r, 'Big ' || r,
       CASE WHEN r = 0 THEN NULL WHEN r < 4 THEN pg_temp.id('00E', 1000) WHEN r < 13 THEN pg_temp.id('00E', 1001 + (r - 4) / 3)
            ELSE pg_temp.id('00E', 1004 + (r - 13) / 3) END
FROM generate_series(0, 39) r;
INSERT INTO gatehouse.role_closure (ancestor_id, role_id)
WITH RECURSIVE above (ancestor_id, role_id) AS (
  SELECT parent_id, id FROM gatehouse.role WHERE api_name LIKE 'big.%' AND parent_id IS NOT NULL
  UNION ALL SELECT r.parent_id, a.role_id FROM above a JOIN gatehouse.role r ON r.id = a.ancestor_id WHERE r.parent_id IS NOT NULL)
SELECT ancestor_id, role_id FROM above;

-- One person in each of the 13 upper roles; all others work in a team.
INSERT INTO gatehouse.app_user (id, username, name, email, profile_id, role_id, active, time_zone, locale, created_date, last_modified_date)
SELECT pg_temp.id('005', 100000 + u), 'big.' || u, 'Person ' || u, 'big.' || u || '@example.com', p.profile_id,
       pg_temp.id('00E', 1000 + CASE WHEN u < 13 THEN u WHEN u < 40 THEN u ELSE 13 + pg_temp.draw(u, 1, 27) END), TRUE, 'UTC', 'en', now(), now()
FROM generate_series(0, 1999) u, (SELECT profile_id FROM gatehouse.app_user WHERE username = 'rep.west.1') p;

-- Twelve teams see what the next team owns; eight groups see the companies of an industry in a country.
INSERT INTO gatehouse.public_group (id, api_name, label, hierarchy_access)
SELECT pg_temp.id('00G1', 1000 + g), 'BigGroup' || g, 'Big group ' || g, TRUE FROM generate_series(0, 7) g;
INSERT INTO gatehouse.group_member (group_id, member_kind, member_id)
SELECT pg_temp.id('00G1', 1000 + g), 'Role', pg_temp.id('00E', 1013 + g) FROM generate_series(0, 7) g;
INSERT INTO gatehouse.group_member (group_id, member_kind, member_id)
SELECT pg_temp.id('00G1', 1000 + g), 'Group', pg_temp.id('00G1', 1001 + g) FROM generate_series(0, 6, 2) g;
INSERT INTO gatehouse.sharing_rule (id, object_name, api_name, label, source_group, target_group, access_level, match_any)
SELECT pg_temp.id('02c', 1000 + r), 'Account', 'BigOwner' || r, 'Of the next team ' || r, 'R-' || pg_temp.id('00E', 1014 + r),
       'R-' || pg_temp.id('00E', 1013 + r), 'Read', FALSE
FROM generate_series(0, 11) r;
INSERT INTO gatehouse.sharing_rule (id, object_name, api_name, label, source_group, target_group, access_level, match_any)
SELECT pg_temp.id('02c', 2000 + r), 'Account', 'BigCriteria' || r, 'Of an industry ' || r, NULL, pg_temp.id('00G1', 1000 + r), 'Read', FALSE
FROM generate_series(0, 7) r;
INSERT INTO gatehouse.rule_criterion (rule_id, position, field_name, operator, field_value)
SELECT pg_temp.id('02c', 2000 + r), 1, 'Industry', 'equals', pg_temp.industry(r) FROM generate_series(0, 7) r
UNION ALL SELECT pg_temp.id('02c', 2000 + r), 2, 'BillingCountry', 'equals', pg_temp.country(r) FROM generate_series(0, 7) r;

INSERT INTO records.account (id, name, owner_id, type, industry, rating, phone, website, billing_city, billing_country, annual_revenue,
       number_of_employees, created_date, created_by_id, last_modified_date, last_modified_by_id)
SELECT pg_temp.id('001', a), 'Company ' || a, o.id, 'Customer', pg_temp.industry(pg_temp.draw(a, 3, 10)), 'Warm', '+1 555 ' || (1000000 + a),
       'https://www.company' || a || '.example', 'City ' || pg_temp.draw(a, 4, 1000), pg_temp.country(pg_temp.draw(a, 5, 8)),
       pg_temp.draw(a, 6, 900000) * 1000, pg_temp.draw(a, 7, 20000), s.at, o.id, s.at, o.id
FROM generate_series(1, ${accounts}) a,
     LATERAL (SELECT pg_temp.id('005', 100000 + pg_temp.draw(a, 2, 2000)) AS id) o,
     LATERAL (SELECT TIMESTAMPTZ '2026-01-05 00:00Z' + make_interval(mins => pg_temp.draw(a, 8, 400000)) AS at) s;

INSERT INTO records.contact (id, name, first_name, last_name, owner_id, account_id, title, email, created_date, created_by_id, last_modified_date,
       last_modified_by_id)
SELECT pg_temp.id('003', c), 'Anna Person' || c, 'Anna', 'Person' || c, a.owner_id, a.id, 'Buyer', 'contact' || c || '@example.com', a.created_date,
       a.owner_id, a.created_date, a.owner_id
FROM generate_series(1, ${accounts}) c JOIN records.account a ON a.id = pg_temp.id('001', 1 + pg_temp.draw(c, 9, ${accounts}));

-- One account in five has a deal; one deal in ten belongs to somebody else than the account.
INSERT INTO records.opportunity (id, name, owner_id, account_id, stage_name, amount, close_date, is_closed, is_won, created_date, created_by_id,
       last_modified_date, last_modified_by_id)
SELECT pg_temp.id('006', n), 'Deal ' || n, CASE WHEN pg_temp.draw(n, 10, 10) = 0 THEN pg_temp.id('005', 100000 + pg_temp.draw(n, 11, 2000)) ELSE a.owner_id END,
       a.id, 'Proposal', pg_temp.draw(n, 12, 90000), DATE '2026-06-01', FALSE, FALSE, a.created_date, a.owner_id, a.created_date, a.owner_id
FROM generate_series(1, ${accounts} / 5) n JOIN records.account a ON a.id = pg_temp.id('001', n * 5);

-- One account in 200 was opened by hand, half of them to a person and half to a team.
INSERT INTO gatehouse.record_share (object_name, record_id, principal_id, access_level, shared_by, shared_at)
SELECT 'Account', pg_temp.id('001', n * 200), CASE WHEN mod(n, 2) = 0 THEN pg_temp.id('005', 100000 + pg_temp.draw(n, 13, 2000))
       ELSE 'R-' || pg_temp.id('00E', 1013 + pg_temp.draw(n, 14, 27)) END, 'Read', pg_temp.id('005', 100000), now()
FROM generate_series(1, ${accounts} / 200) n;

SET session_replication_role = DEFAULT;
