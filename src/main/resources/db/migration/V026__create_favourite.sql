-- Goes with its project. The user may be one whom nobody stored, so that there is no foreign key to users.
CREATE TABLE favourite (
    user_id     UUID NOT NULL,
    project_id  UUID NOT NULL REFERENCES project (id) ON DELETE CASCADE,
    PRIMARY KEY (user_id, project_id)
);
CREATE INDEX favourite_by_project ON favourite (project_id, user_id);
