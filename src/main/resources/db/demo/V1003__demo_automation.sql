-- A client for scripts that set up Gatehouse: by administrators only, and still a person behind it.
INSERT INTO gatehouse.client (client_id, label, description, contact_email, enabled, permitted_users, access_token_minutes) VALUES
    ('automation', 'Automation', 'Scripts that administrators run.', 'admin@demo.example', TRUE, 'AdminApprovedPreAuthorized', 10);
INSERT INTO gatehouse.client_redirect_uri (client_id, redirect_uri) VALUES
    ('automation', 'http://127.0.0.1/oauth/callback'),
    ('automation', 'http://localhost/oauth/callback');
INSERT INTO gatehouse.client_scope (client_id, scope) VALUES
    ('automation', 'api'),
    ('automation', 'refresh_token');
INSERT INTO gatehouse.client_permission_set (client_id, permission_set_id) VALUES
    ('automation', '0PS000000000000001');
