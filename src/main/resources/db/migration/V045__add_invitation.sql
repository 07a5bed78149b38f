-- Somebody who is invited has no password yet. The version tells an editor that somebody else was faster.
ALTER TABLE app_user ALTER COLUMN password_hash DROP NOT NULL;
ALTER TABLE app_user ADD COLUMN email VARCHAR(320);
ALTER TABLE app_user ADD COLUMN version INTEGER DEFAULT 0 NOT NULL;
ALTER TABLE app_user ADD COLUMN last_sign_in TIMESTAMP(6) WITH TIME ZONE;

-- The one-time link by which somebody sets a password: at most one for each user, and only its hash.
CREATE TABLE password_link (
    user_id        UUID                        NOT NULL PRIMARY KEY REFERENCES app_user (id) ON DELETE CASCADE,
    token_hash     VARCHAR(64)                 NOT NULL UNIQUE,
    expires_at     TIMESTAMP(6) WITH TIME ZONE NOT NULL
);
