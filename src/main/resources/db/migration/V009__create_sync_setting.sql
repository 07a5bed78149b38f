-- How often everything is synced, once an administrator has chosen; without the row the configuration decides.
CREATE TABLE sync_setting (
    only_row       INTEGER NOT NULL PRIMARY KEY CHECK (only_row = 1),
    every_seconds  BIGINT  NOT NULL
);
