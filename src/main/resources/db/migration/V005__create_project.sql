CREATE TABLE project (
    id           UUID                        NOT NULL PRIMARY KEY,
    name         VARCHAR(256)                NOT NULL,
    name_key     VARCHAR(512)                NOT NULL UNIQUE,
    description  TEXT                        NOT NULL,
    start_date   DATE,
    finish_date  DATE,
    created_at   TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    created_by   VARCHAR(256)                NOT NULL,
    version      INTEGER                     NOT NULL
);

-- connection_id has no foreign key: a read-only copy outlives its connection. detached_at is when that happened.
CREATE TABLE link (
    id                 UUID                        NOT NULL PRIMARY KEY,
    project_id         UUID                        NOT NULL REFERENCES project (id),
    connection_id      UUID                        NOT NULL,
    organization       VARCHAR(64)                 NOT NULL,
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
