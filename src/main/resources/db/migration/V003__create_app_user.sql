CREATE TABLE app_user (
    id             UUID                        NOT NULL PRIMARY KEY,
    name           VARCHAR(256)                NOT NULL,
    name_key       VARCHAR(256)                NOT NULL UNIQUE,
    display_name   VARCHAR(256)                NOT NULL,
    role           VARCHAR(32)                 NOT NULL,
    password_hash  VARCHAR(512)                NOT NULL,
    enabled        BOOLEAN                     NOT NULL,
    created_at     TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    -- Of the name, role, password or enabled; sessions that began before it end.
    changed_at     TIMESTAMP(6) WITH TIME ZONE NOT NULL
);

-- Wrong guesses, kept over a restart. The subject is "account:<hash of the name>", because people type passwords into
-- the wrong field, or "address:<ip>".
CREATE TABLE sign_in_failure (
    subject        VARCHAR(128)                NOT NULL PRIMARY KEY,
    failures       INTEGER                     NOT NULL,
    blocked_until  TIMESTAMP(6) WITH TIME ZONE,
    last_failure   TIMESTAMP(6) WITH TIME ZONE NOT NULL
);
CREATE INDEX sign_in_failure_by_age ON sign_in_failure (last_failure, subject);

-- At most one row: the first administrator is created with it, then it is gone.
CREATE TABLE setup_code (
    only_row       INTEGER                     NOT NULL PRIMARY KEY CHECK (only_row = 1),
    code_hash      VARCHAR(512)                NOT NULL,
    expires_at     TIMESTAMP(6) WITH TIME ZONE NOT NULL
);
