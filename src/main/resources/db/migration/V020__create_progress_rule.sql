-- Which types count and how far each state is, where somebody has said so. The key of a rule for one link is the link's; that of a
-- rule for a process is worked out from the organization and the name of the process.
CREATE TABLE progress_rule (
    id                UUID                        NOT NULL PRIMARY KEY,
    link_id           UUID                        REFERENCES link (id) ON DELETE CASCADE,
    organization_key  VARCHAR(64)                 NOT NULL,
    process           VARCHAR(256)                NOT NULL,
    version           INTEGER                     NOT NULL,
    changed_at        TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    changed_by        VARCHAR(256)                NOT NULL
);
CREATE INDEX progress_rule_by_link ON progress_rule (link_id);

-- Every type there was when the rule was saved.
CREATE TABLE progress_rule_type (
    rule_id  UUID         NOT NULL REFERENCES progress_rule (id) ON DELETE CASCADE,
    type     VARCHAR(128) NOT NULL,
    counted  BOOLEAN      NOT NULL,
    PRIMARY KEY (rule_id, type)
);

-- Every state there was then, but those that mean removed; weight in percent.
CREATE TABLE progress_rule_state (
    rule_id  UUID         NOT NULL REFERENCES progress_rule (id) ON DELETE CASCADE,
    type     VARCHAR(128) NOT NULL,
    state    VARCHAR(128) NOT NULL,
    weight   INTEGER      NOT NULL CHECK (weight BETWEEN 0 AND 100),
    PRIMARY KEY (rule_id, type, state)
);
