-- One row per master key that ever sealed something here; the check value proves that a loaded key is that key.
CREATE TABLE vault_key (
    key_id       VARCHAR(32)                 NOT NULL PRIMARY KEY,
    check_value  VARCHAR(512)                NOT NULL,
    origin       VARCHAR(512)                NOT NULL,
    created_at   TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    retired_at   TIMESTAMP(6) WITH TIME ZONE
);
