-- Every row of every tree is written twice by H2, once with its statement and once with its commit. The key begins with the
-- project, so that pages of a project need no index of their own; who asks for a link says the project too. Without a
-- foreign key to the link, which would bring that index back; links take their rows along.
CREATE TABLE link_item_by_key (
    project_id      UUID                        NOT NULL,
    remote_id       BIGINT                      NOT NULL,
    connection_id   UUID                        NOT NULL,
    link_id         UUID                        NOT NULL,
    removed_at      TIMESTAMP(6) WITH TIME ZONE,
    PRIMARY KEY (project_id, remote_id, connection_id, link_id)
);
INSERT INTO link_item_by_key (project_id, remote_id, connection_id, link_id, removed_at)
SELECT project_id, remote_id, connection_id, link_id, removed_at FROM link_item;
DROP TABLE link_item;
ALTER TABLE link_item_by_key RENAME TO link_item;
CREATE INDEX link_item_by_item ON link_item (remote_id, connection_id, link_id);
