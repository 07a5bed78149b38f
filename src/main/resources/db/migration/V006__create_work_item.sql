-- An item is stored once per connection; which links it belongs to stands in link_item. content_hash tells whether an item
-- of the same revision reads differently: its first half is over what only a revision changes, its second half over names
-- and paths, which follow renames.
CREATE TABLE work_item (
    connection_id      UUID                        NOT NULL,
    remote_id          BIGINT                      NOT NULL,
    rev                INTEGER                     NOT NULL,
    type               VARCHAR(128)                NOT NULL,
    title              VARCHAR(1024)               NOT NULL,
    state              VARCHAR(128)                NOT NULL,
    state_category     VARCHAR(16)                 NOT NULL,
    assignee_key       VARCHAR(512),
    assignee_name      VARCHAR(512),
    area_path          VARCHAR(4000)               NOT NULL,
    iteration_path     VARCHAR(4000)               NOT NULL,
    parent_id          BIGINT,
    sort_rank          DOUBLE PRECISION,
    priority           INTEGER,
    effort             DOUBLE PRECISION,
    original_estimate  DOUBLE PRECISION,
    remaining_work     DOUBLE PRECISION,
    completed_work     DOUBLE PRECISION,
    start_date         TIMESTAMP(6) WITH TIME ZONE,
    target_date        TIMESTAMP(6) WITH TIME ZONE,
    due_date           TIMESTAMP(6) WITH TIME ZONE,
    tags               VARCHAR(4000)               NOT NULL,
    created_at         TIMESTAMP(6) WITH TIME ZONE,
    changed_at         TIMESTAMP(6) WITH TIME ZONE,
    activated_at       TIMESTAMP(6) WITH TIME ZONE,
    resolved_at        TIMESTAMP(6) WITH TIME ZONE,
    closed_at          TIMESTAMP(6) WITH TIME ZONE,
    state_changed_at   TIMESTAMP(6) WITH TIME ZONE,
    web_address        VARCHAR(1024),
    warnings           VARCHAR(1000),
    content_hash       VARCHAR(32)                 DEFAULT '' NOT NULL,
    PRIMARY KEY (connection_id, remote_id)
);
CREATE INDEX work_item_by_parent ON work_item (connection_id, parent_id, remote_id);

-- Which items a link shows. removed_at is when the source system was first seen not to list the item any more.
CREATE TABLE link_item (
    link_id         UUID                        NOT NULL REFERENCES link (id),
    project_id      UUID                        NOT NULL,
    connection_id   UUID                        NOT NULL,
    remote_id       BIGINT                      NOT NULL,
    removed_at      TIMESTAMP(6) WITH TIME ZONE,
    PRIMARY KEY (link_id, remote_id)
);
CREATE INDEX link_item_by_project ON link_item (project_id, remote_id, connection_id);
CREATE INDEX link_item_by_item ON link_item (connection_id, remote_id, link_id);
CREATE INDEX link_item_by_removal ON link_item (removed_at, link_id, remote_id);

CREATE TABLE work_item_type (
    link_id     UUID         NOT NULL REFERENCES link (id),
    name        VARCHAR(128) NOT NULL,
    color       VARCHAR(8)   NOT NULL,
    icon        VARCHAR(128),
    level       VARCHAR(16)  NOT NULL,
    PRIMARY KEY (link_id, name)
);

CREATE TABLE work_item_state (
    link_id      UUID         NOT NULL REFERENCES link (id),
    type_name    VARCHAR(128) NOT NULL,
    name         VARCHAR(128) NOT NULL,
    color        VARCHAR(8)   NOT NULL,
    category     VARCHAR(16)  NOT NULL,
    position     INTEGER      NOT NULL,
    PRIMARY KEY (link_id, type_name, name)
);

CREATE TABLE area (
    link_id     UUID          NOT NULL REFERENCES link (id),
    remote_key  VARCHAR(64)   NOT NULL,
    path        VARCHAR(4000) NOT NULL,
    PRIMARY KEY (link_id, remote_key)
);

CREATE TABLE iteration (
    link_id      UUID          NOT NULL REFERENCES link (id),
    remote_key   VARCHAR(64)   NOT NULL,
    path         VARCHAR(4000) NOT NULL,
    name         VARCHAR(512)  NOT NULL,
    start_date   DATE,
    finish_date  DATE,
    PRIMARY KEY (link_id, remote_key)
);

CREATE TABLE team (
    link_id     UUID         NOT NULL REFERENCES link (id),
    remote_key  VARCHAR(64)  NOT NULL,
    name        VARCHAR(512) NOT NULL,
    PRIMARY KEY (link_id, remote_key)
);

CREATE TABLE team_member (
    link_id       UUID         NOT NULL REFERENCES link (id),
    team_key      VARCHAR(64)  NOT NULL,
    person_key    VARCHAR(512) NOT NULL,
    display_name  VARCHAR(512) NOT NULL,
    unique_name   VARCHAR(512),
    active        BOOLEAN      NOT NULL,
    PRIMARY KEY (link_id, team_key, person_key)
);
