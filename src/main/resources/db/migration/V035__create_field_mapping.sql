-- What a field of a source system becomes here: for one type of work items of one process of an organization, which
-- organization_key names as link does. column_name is empty unless the target is a column. missing is set while the
-- organization does not have the field.
CREATE TABLE field_mapping (
    id                UUID                        NOT NULL PRIMARY KEY,
    organization_key  VARCHAR(64)                 NOT NULL,
    process           VARCHAR(256)                NOT NULL,
    type              VARCHAR(128)                NOT NULL,
    field             VARCHAR(256)                NOT NULL,
    field_name        VARCHAR(256)                NOT NULL,
    field_type        VARCHAR(16)                 NOT NULL,
    target            VARCHAR(32)                 NOT NULL,
    column_name       VARCHAR(64)                 NOT NULL,
    missing           BOOLEAN                     DEFAULT FALSE NOT NULL,
    changed_at        TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    changed_by        VARCHAR(256)                NOT NULL,
    version           INTEGER                     NOT NULL,
    UNIQUE (organization_key, process, type, target, column_name)
);

-- The first rule whose source value is the field's, without regard to case, says what is shown instead.
CREATE TABLE field_rule (
    mapping_id    UUID          NOT NULL REFERENCES field_mapping (id) ON DELETE CASCADE,
    position      INTEGER       NOT NULL,
    source_value  VARCHAR(200)  NOT NULL,
    target_value  VARCHAR(200)  NOT NULL,
    PRIMARY KEY (mapping_id, position)
);

-- Values of mapped fields as they were read, before any rule. Empty ones have no row. Goes with its item.
CREATE TABLE work_item_field (
    connection_id  UUID           NOT NULL,
    remote_id      BIGINT         NOT NULL,
    field          VARCHAR(256)   NOT NULL,
    field_value    VARCHAR(1000)  NOT NULL,
    PRIMARY KEY (connection_id, remote_id, field),
    FOREIGN KEY (connection_id, remote_id) REFERENCES work_item (connection_id, remote_id) ON DELETE CASCADE
);
