-- One row per master key that ever sealed something here; the check value proves that a loaded key is that key.
-- "active" is TRUE or NULL, never FALSE: so UNIQUE lets many rows be retired but two nodes never bring two first keys.
CREATE TABLE vault_key (
    key_id       VARCHAR(32)                 NOT NULL PRIMARY KEY,
    check_value  VARCHAR(512)                NOT NULL,
    origin       VARCHAR(512)                NOT NULL,
    created_at   TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    retired_at   TIMESTAMP(6) WITH TIME ZONE,
    active       BOOLEAN,
    CONSTRAINT vault_key_one_active UNIQUE (active),
    CONSTRAINT vault_key_active_or_retired CHECK ((active AND retired_at IS NULL) OR (active IS NULL AND retired_at IS NOT NULL))
);
