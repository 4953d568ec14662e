-- Signing keys that follow one another, who may introspect what, and sign-in by an external OpenID provider.

-- signing keys --------------------------------------------------------------------------------------------------------

-- A key is published at created_at, signs from signs_from, and signs no more from retired_at; what it signed is good for
-- a while after that. Exactly one key is not retired.
ALTER TABLE gatehouse.signing_key ADD COLUMN signs_from TIMESTAMP WITH TIME ZONE;
ALTER TABLE gatehouse.signing_key ADD COLUMN retired_at TIMESTAMP WITH TIME ZONE;
UPDATE gatehouse.signing_key SET signs_from = created_at;
ALTER TABLE gatehouse.signing_key ALTER COLUMN signs_from SET NOT NULL;

-- introspection -------------------------------------------------------------------------------------------------------

-- The resources whose tokens a client may ask about: a resource server is registered as a confidential client. No row, no answer.
CREATE TABLE gatehouse.client_resource (
    client_id VARCHAR(200)  NOT NULL REFERENCES gatehouse.client (client_id),
    resource  VARCHAR(2000) NOT NULL,
    PRIMARY KEY (client_id, resource)
);

-- external sign-in ----------------------------------------------------------------------------------------------------

-- An OpenID provider that people may sign in by. The name stands in URLs; the secret is encrypted with a key that is kept outside the
-- database; first_sign_in says how a person without a link is found, and claim says by which claim where it is 'Username'.
CREATE TABLE gatehouse.external_provider (
    name              VARCHAR(40)  NOT NULL PRIMARY KEY,
    label             VARCHAR(80)  NOT NULL,
    enabled           BOOLEAN      NOT NULL,
    issuer            VARCHAR(500) NOT NULL UNIQUE,
    client_id         VARCHAR(200) NOT NULL,
    client_secret_jwe VARCHAR(4000) NOT NULL,
    scopes            VARCHAR(500) NOT NULL,
    first_sign_in     VARCHAR(20)  NOT NULL,
    claim             VARCHAR(80),
    CHECK (first_sign_in IN ('LinkedOnly', 'VerifiedEmail', 'Username')),
    CHECK (first_sign_in <> 'Username' OR claim IS NOT NULL)
);

-- Who somebody at an issuer is here. Keyed by issuer and subject (OpenID Connect Core 1.0 section 5.7), not by the provider's name, so that a
-- provider that is pointed elsewhere takes no links along. One subject per person and issuer: a second one with the same e-mail is somebody else.
CREATE TABLE gatehouse.external_identity (
    issuer    VARCHAR(500) NOT NULL,
    subject   VARCHAR(255) NOT NULL,
    user_id   VARCHAR(18)  NOT NULL REFERENCES gatehouse.app_user (id),
    linked_at TIMESTAMP WITH TIME ZONE NOT NULL,
    PRIMARY KEY (issuer, subject),
    UNIQUE (issuer, user_id)
);
