-- imported is true where an import made the project, so that erasing the imported data can take it along.
CREATE TABLE project (
    id           UUID                        NOT NULL PRIMARY KEY,
    name         VARCHAR(256)                NOT NULL,
    name_key     VARCHAR(512)                NOT NULL UNIQUE,
    description  TEXT                        NOT NULL,
    start_date   DATE,
    finish_date  DATE,
    imported     BOOLEAN                     DEFAULT FALSE NOT NULL,
    created_at   TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    created_by   VARCHAR(256)                NOT NULL,
    version      INTEGER                     NOT NULL
);

-- connection_id has no foreign key: a read-only copy outlives its connection. detached_at is when that happened.
-- organization_key is the organization's own id, or its name while that is not known: it is the same for all connections
-- to one organization.
CREATE TABLE link (
    id                 UUID                        NOT NULL PRIMARY KEY,
    project_id         UUID                        NOT NULL REFERENCES project (id),
    connection_id      UUID                        NOT NULL,
    organization       VARCHAR(64)                 NOT NULL,
    organization_key   VARCHAR(64)                 DEFAULT '' NOT NULL,
    remote_project_id  VARCHAR(64)                 NOT NULL,
    remote_name        VARCHAR(256)                NOT NULL,
    process            VARCHAR(256),
    process_base       VARCHAR(64),
    web_address        VARCHAR(1024),
    created_at         TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    created_by         VARCHAR(256)                NOT NULL,
    loaded_at          TIMESTAMP(6) WITH TIME ZONE,
    detached_at        TIMESTAMP(6) WITH TIME ZONE
);
CREATE INDEX link_by_project ON link (project_id, id);
CREATE INDEX link_by_connection ON link (connection_id, remote_project_id, id);
CREATE INDEX link_by_organization ON link (organization_key, remote_project_id, id);

-- One row. Who makes links locks it first, so that two imports at once cannot both link the same project.
CREATE TABLE link_gate (
    only_row  INTEGER NOT NULL PRIMARY KEY CHECK (only_row = 1)
);
INSERT INTO link_gate (only_row) VALUES (1);
