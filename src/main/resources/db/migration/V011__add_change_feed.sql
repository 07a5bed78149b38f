-- How far the feed of what changed in an organization was read through a connection. reading marks the newest reading of it;
-- only that one may write. projects_at is when feed_project was last made.
CREATE TABLE change_feed (
    connection_id    UUID                        NOT NULL PRIMARY KEY,
    reading          UUID                        NOT NULL,
    revision_cursor  VARCHAR(2048)               NOT NULL,
    parent_cursor    VARCHAR(2048)               NOT NULL,
    projects_at      TIMESTAMP(6) WITH TIME ZONE NOT NULL
);

-- Links that are kept up by the feed: what was read of them since the row was made, and all of it once compared_at is set, is
-- as of the feed's place. selection is a mark of what the link covered; compared_at is when all of it was last listed and compared.
CREATE TABLE fed_link (
    link_id        UUID                        NOT NULL PRIMARY KEY,
    connection_id  UUID                        NOT NULL,
    selection      VARCHAR(64)                 NOT NULL,
    compared_at    TIMESTAMP(6) WITH TIME ZONE
);
CREATE INDEX fed_link_by_connection ON fed_link (connection_id, link_id);

-- Which project a name stood for when last seen: the feed names projects, and names change.
CREATE TABLE feed_project (
    connection_id      UUID         NOT NULL,
    name_key           VARCHAR(256) NOT NULL,
    remote_project_id  VARCHAR(64)  NOT NULL,
    PRIMARY KEY (connection_id, name_key)
);
