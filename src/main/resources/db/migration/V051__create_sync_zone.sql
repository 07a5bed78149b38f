-- The time zone by which schedules go, once an administrator has chosen one; without the row the configuration decides.
CREATE TABLE sync_zone (
    only_row  INTEGER     NOT NULL PRIMARY KEY CHECK (only_row = 1),
    zone      VARCHAR(64) NOT NULL
);
