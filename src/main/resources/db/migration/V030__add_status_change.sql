-- Every change of what is said of a project, by area; the newest of an area is how it stands. Without a status the area is
-- computed. until_at is when the computed one returns. Without changed_by the product itself did it. The overall status stands in
-- project as well, because it decides what is synced.
CREATE TABLE status_change (
    id          BIGINT                      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    project_id  UUID                        NOT NULL REFERENCES project (id) ON DELETE CASCADE,
    area        VARCHAR(16)                 NOT NULL,
    status      VARCHAR(32),
    note        VARCHAR(1000)               NOT NULL,
    changed_by  VARCHAR(256),
    changed_at  TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    until_at    TIMESTAMP(6) WITH TIME ZONE
);
CREATE INDEX status_change_by_project ON status_change (project_id, id);
CREATE INDEX status_change_by_area ON status_change (project_id, area, id);
CREATE INDEX status_change_by_end ON status_change (until_at, id);
