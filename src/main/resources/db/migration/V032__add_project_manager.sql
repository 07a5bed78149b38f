-- Who answers for a project: a person who may sign in, or just a name.
ALTER TABLE project ADD COLUMN manager_user UUID REFERENCES app_user (id);
ALTER TABLE project ADD COLUMN manager_name VARCHAR(256);
