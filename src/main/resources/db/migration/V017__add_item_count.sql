-- How many items a link shows, by type and state, kept with every page: what the figures of projects are made of.
-- shared says how many of them the project counts through another link.
CREATE TABLE item_count (
    link_id         UUID         NOT NULL REFERENCES link (id),
    project_id      UUID         NOT NULL,
    type            VARCHAR(128) NOT NULL,
    state           VARCHAR(128) NOT NULL,
    state_category  VARCHAR(16)  NOT NULL,
    items           INTEGER      NOT NULL,
    shared          INTEGER      NOT NULL,
    PRIMARY KEY (link_id, type, state, state_category)
);
CREATE INDEX item_count_by_project ON item_count (project_id, link_id);

-- Grows whenever anything changes of what a link shows: by it one tells whether an order of items still holds.
CREATE TABLE item_version (
    link_id  UUID    NOT NULL PRIMARY KEY REFERENCES link (id),
    version  BIGINT  NOT NULL
);

INSERT INTO item_count (link_id, project_id, type, state, state_category, items, shared)
SELECT li.link_id, li.project_id, w.type, w.state, w.state_category, COUNT(*),
    SUM(CASE WHEN EXISTS (SELECT 1 FROM link_item o
        WHERE o.connection_id = li.connection_id AND o.remote_id = li.remote_id AND o.project_id = li.project_id
          AND o.removed_at IS NULL AND o.link_id < li.link_id) THEN 1 ELSE 0 END)
FROM link_item li
JOIN work_item w ON w.connection_id = li.connection_id AND w.remote_id = li.remote_id
WHERE li.removed_at IS NULL
GROUP BY li.link_id, li.project_id, w.type, w.state, w.state_category;
