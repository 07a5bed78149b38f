-- Who had a run stopped; it ends at the next page.
ALTER TABLE sync_run ADD COLUMN cancelled_by VARCHAR(256);

-- What happened in a run, step by step; only the first lines are kept.
CREATE TABLE sync_log (
    run_id    UUID                        NOT NULL,
    position  INTEGER                     NOT NULL,
    told_at   TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    line      VARCHAR(1000)               NOT NULL,
    PRIMARY KEY (run_id, position)
);
