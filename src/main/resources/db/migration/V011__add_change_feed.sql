-- How far the feed of what changed in an organization was read through a connection. fence grows with every reading; only
-- the newest may write.
CREATE TABLE change_feed (
    connection_id    UUID          NOT NULL PRIMARY KEY,
    fence            BIGINT        NOT NULL,
    revision_cursor  VARCHAR(2048) NOT NULL,
    parent_cursor    VARCHAR(2048) NOT NULL
);

-- Links that live from the feed: what they show is what they cover as of the feed's place. selection is a mark of what that
-- was; compared_at is when all of it was last listed and compared.
CREATE TABLE fed_link (
    link_id        UUID                        NOT NULL PRIMARY KEY,
    connection_id  UUID                        NOT NULL,
    selection      VARCHAR(64)                 NOT NULL,
    compared_at    TIMESTAMP(6) WITH TIME ZONE NOT NULL
);
CREATE INDEX fed_link_by_connection ON fed_link (connection_id, link_id);

-- Which project a name stood for when last seen: the feed names projects, and names change.
CREATE TABLE feed_project (
    connection_id      UUID         NOT NULL,
    name_key           VARCHAR(256) NOT NULL,
    remote_project_id  VARCHAR(64)  NOT NULL,
    PRIMARY KEY (connection_id, name_key)
);
