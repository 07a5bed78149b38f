-- What a link covers. element_key is the source system's own key, empty for the whole project; name is what it was called
-- when last seen; problem is the code of what kept the last sync from reading it.
CREATE TABLE link_element (
    link_id      UUID          NOT NULL REFERENCES link (id),
    kind         VARCHAR(16)   NOT NULL,
    element_key  VARCHAR(64)   NOT NULL,
    position     INTEGER       NOT NULL,
    below        BOOLEAN       NOT NULL,
    name         VARCHAR(4000) NOT NULL,
    problem      VARCHAR(64),
    PRIMARY KEY (link_id, kind, element_key)
);
CREATE INDEX link_element_by_key ON link_element (kind, element_key, link_id);

INSERT INTO link_element (link_id, kind, element_key, position, below, name)
SELECT id, 'PROJECT', '', 0, TRUE, remote_name FROM link;

-- assigned_only: people come from assignments, not from teams. Links made before there was the choice keep what they have.
-- sync_every_seconds: NULL does as the server does, 0 is never.
ALTER TABLE link ADD COLUMN assigned_only BOOLEAN DEFAULT TRUE NOT NULL;
ALTER TABLE link ADD COLUMN sync_every_seconds BIGINT;
UPDATE link SET assigned_only = FALSE;

-- Where the days of a project come from: OWN or LINKED. Linked projects without days of their own have shown those found
-- until now, and go on doing so.
ALTER TABLE project ADD COLUMN schedule VARCHAR(16) DEFAULT 'OWN' NOT NULL;
UPDATE project SET schedule = 'LINKED' WHERE start_date IS NULL AND finish_date IS NULL
    AND EXISTS (SELECT 1 FROM link l WHERE l.project_id = project.id);

-- Types and states that a selection brings in from other projects; own ones of the same name go before them.
ALTER TABLE work_item_type ADD COLUMN own BOOLEAN DEFAULT TRUE NOT NULL;
ALTER TABLE work_item_state ADD COLUMN own BOOLEAN DEFAULT TRUE NOT NULL;

-- Whether the source system still counts the assignee among its people; NULL without one and before the next sync.
ALTER TABLE work_item ADD COLUMN assignee_active BOOLEAN;

-- A mark of what the link covered when the reading began: after_id means nothing once that was changed.
ALTER TABLE sync_checkpoint ADD COLUMN selection VARCHAR(64) DEFAULT '' NOT NULL;
