-- How somebody likes to look at the list of projects. address is the part of the page's address behind the question mark.
CREATE TABLE saved_view (
    id          UUID                        NOT NULL PRIMARY KEY,
    user_id     UUID                        NOT NULL,
    name        VARCHAR(128)                NOT NULL,
    name_key    VARCHAR(256)                NOT NULL,
    shared      BOOLEAN                     NOT NULL,
    address     VARCHAR(4000)               NOT NULL,
    created_at  TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    UNIQUE (user_id, name_key)
);
CREATE INDEX saved_view_shared ON saved_view (shared, name_key, id);
