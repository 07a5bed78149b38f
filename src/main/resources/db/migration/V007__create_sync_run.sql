-- One attempt to bring one link up to date. fence grows with every attempt at the link; a page is stored only while its
-- run holds the newest one.
CREATE TABLE sync_run (
    id             UUID                        NOT NULL PRIMARY KEY,
    link_id        UUID                        NOT NULL,
    project_id     UUID                        NOT NULL,
    connection_id  UUID                        NOT NULL,
    trigger_kind   VARCHAR(16)                 NOT NULL,
    requested_by   VARCHAR(256),
    status         VARCHAR(32)                 NOT NULL,
    requested_at   TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    started_at     TIMESTAMP(6) WITH TIME ZONE,
    finished_at    TIMESTAMP(6) WITH TIME ZONE,
    expected       INTEGER,
    items_read     INTEGER                     NOT NULL,
    items_added    INTEGER                     NOT NULL,
    items_changed  INTEGER                     NOT NULL,
    items_removed  INTEGER                     NOT NULL,
    warnings       INTEGER                     NOT NULL,
    requests       INTEGER                     NOT NULL,
    waited_ms      BIGINT                      NOT NULL,
    failure_code   VARCHAR(64),
    failure_detail VARCHAR(512)
);
CREATE INDEX sync_run_by_link ON sync_run (link_id, requested_at, id);
CREATE INDEX sync_run_by_project ON sync_run (project_id, requested_at, id);
CREATE INDEX sync_run_by_status ON sync_run (status, connection_id, id);

-- What was odd in a run, by item where it was one; the run counts all of them, only the first are kept.
CREATE TABLE sync_warning (
    run_id     UUID          NOT NULL,
    position   INTEGER       NOT NULL,
    remote_id  BIGINT,
    code       VARCHAR(64)   NOT NULL,
    detail     VARCHAR(512)  NOT NULL,
    PRIMARY KEY (run_id, position)
);

-- Where the reading of a link stands: every item with an id up to after_id is stored. Written with its page.
CREATE TABLE sync_checkpoint (
    link_id     UUID    NOT NULL PRIMARY KEY,
    run_id      UUID    NOT NULL,
    fence       BIGINT  NOT NULL,
    after_id    BIGINT  NOT NULL
);

-- db-scheduler's own table, in its own words.
CREATE TABLE scheduled_tasks (
    task_name             VARCHAR(100)                NOT NULL,
    task_instance         VARCHAR(100)                NOT NULL,
    task_data             BYTEA,
    execution_time        TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    picked                BOOLEAN                     NOT NULL,
    picked_by             VARCHAR(50),
    last_success          TIMESTAMP(6) WITH TIME ZONE,
    last_failure          TIMESTAMP(6) WITH TIME ZONE,
    consecutive_failures  INTEGER,
    last_heartbeat        TIMESTAMP(6) WITH TIME ZONE,
    version               BIGINT                      NOT NULL,
    priority              SMALLINT,
    PRIMARY KEY (task_name, task_instance)
);
CREATE INDEX scheduled_tasks_by_time ON scheduled_tasks (execution_time);
CREATE INDEX scheduled_tasks_by_heartbeat ON scheduled_tasks (last_heartbeat);
