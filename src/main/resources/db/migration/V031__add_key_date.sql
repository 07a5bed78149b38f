-- The days people entered that a project must keep.
CREATE TABLE key_date (
    id          UUID          NOT NULL PRIMARY KEY,
    project_id  UUID          NOT NULL REFERENCES project (id) ON DELETE CASCADE,
    name        VARCHAR(256)  NOT NULL,
    due_day     DATE          NOT NULL,
    done        BOOLEAN       NOT NULL,
    version     INTEGER       NOT NULL
);
CREATE INDEX key_date_by_project ON key_date (project_id, due_day, id);
