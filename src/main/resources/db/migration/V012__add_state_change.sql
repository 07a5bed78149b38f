-- Which states an item was in before the one it is in now, of which type then and since when: as much as was told while
-- somebody listened. Goes with its item.
CREATE TABLE state_change (
    connection_id  UUID                        NOT NULL,
    remote_id      BIGINT                      NOT NULL,
    changed_at     TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    type           VARCHAR(128)                NOT NULL,
    state          VARCHAR(128)                NOT NULL,
    PRIMARY KEY (connection_id, remote_id, changed_at),
    FOREIGN KEY (connection_id, remote_id) REFERENCES work_item (connection_id, remote_id) ON DELETE CASCADE
);
