-- A replaced key stays known until nothing is sealed with it any more: for that time it is neither active nor retired, and wrapped
-- holds it sealed under the active key, so that whoever goes on needs no other file.
ALTER TABLE vault_key DROP CONSTRAINT vault_key_active_or_retired;
ALTER TABLE vault_key ADD CONSTRAINT vault_key_active_is_not_retired CHECK (active IS NULL OR (active AND retired_at IS NULL));
ALTER TABLE vault_key ADD COLUMN wrapped VARCHAR(1000);

-- By which key the audit log is chained from an event on, sealed under the active master key. Without a row the whole log is chained
-- by the key that derives from the active one.
CREATE TABLE vault_chain_key (
    first_event  BIGINT         NOT NULL PRIMARY KEY,
    key_id       VARCHAR(32)    NOT NULL,
    wrapped      VARCHAR(1000)  NOT NULL
);
