-- What happened, once for the whole installation. The same occasion cannot be stored twice, so that neither a second look, nor a
-- restart, nor a second node tells of it again.
CREATE TABLE notification_occasion (
    id           UUID                        NOT NULL PRIMARY KEY,
    kind         VARCHAR(40)                 NOT NULL,
    subject      VARCHAR(80)                 NOT NULL,
    occasion     VARCHAR(160)                NOT NULL,
    severity     VARCHAR(16)                 NOT NULL,
    facts        VARCHAR(4000)               NOT NULL,
    occurred_at  TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    UNIQUE (kind, subject, occasion)
);
CREATE INDEX notification_occasion_by_time ON notification_occasion (occurred_at, id);

-- What a person sees at the bell.
CREATE TABLE notification (
    id           UUID                        NOT NULL PRIMARY KEY,
    occasion_id  UUID                        NOT NULL REFERENCES notification_occasion (id) ON DELETE CASCADE,
    user_id      UUID                        NOT NULL,
    created_at   TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    read_at      TIMESTAMP(6) WITH TIME ZONE,
    UNIQUE (user_id, occasion_id)
);
CREATE INDEX notification_by_user ON notification (user_id, created_at, id);
CREATE INDEX notification_of_occasion ON notification (occasion_id, id);

-- What is on its way out. recipient is the user's id, or the name of the channel for what goes out once for everybody.
CREATE TABLE notification_delivery (
    id           UUID                        NOT NULL PRIMARY KEY,
    occasion_id  UUID                        NOT NULL REFERENCES notification_occasion (id) ON DELETE CASCADE,
    channel      VARCHAR(16)                 NOT NULL,
    recipient    VARCHAR(40)                 NOT NULL,
    state        VARCHAR(16)                 NOT NULL,
    attempts     INTEGER                     NOT NULL,
    due_at       TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    ended_at     TIMESTAMP(6) WITH TIME ZONE,
    problem      VARCHAR(512),
    UNIQUE (occasion_id, channel, recipient)
);
CREATE INDEX notification_delivery_due ON notification_delivery (state, due_at, id);

-- The users may be some whom nobody stored, so that there is no foreign key to them.
CREATE TABLE notification_preference (
    user_id     UUID     NOT NULL PRIMARY KEY,
    with_names  BOOLEAN  NOT NULL
);
CREATE TABLE notification_choice (
    user_id  UUID        NOT NULL,
    kind     VARCHAR(40) NOT NULL,
    bell     BOOLEAN     NOT NULL,
    mail     BOOLEAN     NOT NULL,
    PRIMARY KEY (user_id, kind)
);

-- Since when something is wrong. The row goes when it is right again.
CREATE TABLE notification_watch (
    matter   VARCHAR(16)                 NOT NULL,
    subject  UUID                        NOT NULL,
    since    TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    PRIMARY KEY (matter, subject)
);

-- Which projects of an organization were there at the last look. looked_at is null before the first one.
CREATE TABLE notification_look (
    connection_id  UUID                        NOT NULL PRIMARY KEY REFERENCES connection (id) ON DELETE CASCADE,
    looked_at      TIMESTAMP(6) WITH TIME ZONE,
    next_at        TIMESTAMP(6) WITH TIME ZONE NOT NULL
);
CREATE TABLE notification_known_project (
    connection_id  UUID         NOT NULL REFERENCES connection (id) ON DELETE CASCADE,
    remote_id      VARCHAR(128) NOT NULL,
    PRIMARY KEY (connection_id, remote_id)
);
