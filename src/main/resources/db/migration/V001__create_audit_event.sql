-- Append-only. Each row carries a MAC over itself and the row before, so that a changed or missing row shows.
CREATE TABLE audit_event (
    seq          BIGINT                      NOT NULL PRIMARY KEY,
    occurred_at  TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    actor        VARCHAR(256)                NOT NULL,
    origin       VARCHAR(64),
    action       VARCHAR(64)                 NOT NULL,
    subject      VARCHAR(512)                NOT NULL,
    outcome      VARCHAR(16)                 NOT NULL,
    detail       VARCHAR(2000),
    chain        VARCHAR(64)                 NOT NULL
);
CREATE INDEX audit_event_by_time ON audit_event (occurred_at, seq);

-- Where the chain ends. Writers lock this row, so that no two events get the same predecessor.
CREATE TABLE audit_head (
    only_row     INTEGER                     NOT NULL PRIMARY KEY CHECK (only_row = 1),
    seq          BIGINT                      NOT NULL,
    chain        VARCHAR(64)                 NOT NULL
);
INSERT INTO audit_head (only_row, seq, chain) VALUES (1, 0, '');
