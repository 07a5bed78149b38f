CREATE TABLE help_feedback (
    id          UUID                        NOT NULL PRIMARY KEY,
    article     VARCHAR(128)                NOT NULL,
    helpful     BOOLEAN                     NOT NULL,
    remark      VARCHAR(2000),
    given_by    VARCHAR(256)                NOT NULL,
    given_at    TIMESTAMP(6) WITH TIME ZONE NOT NULL
);
