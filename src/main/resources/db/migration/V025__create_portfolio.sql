-- A program is a portfolio inside a portfolio. name_key is unique among those of the same parent, which the gate below sees to:
-- a parent is optional, and what is empty is never equal.
CREATE TABLE portfolio (
    id           UUID                        NOT NULL PRIMARY KEY,
    parent_id    UUID                        REFERENCES portfolio (id),
    name         VARCHAR(256)                NOT NULL,
    name_key     VARCHAR(512)                NOT NULL,
    description  TEXT                        NOT NULL,
    owner        VARCHAR(256)                NOT NULL,
    created_at   TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    created_by   VARCHAR(256)                NOT NULL,
    version      INTEGER                     NOT NULL
);
CREATE INDEX portfolio_by_parent ON portfolio (parent_id, name_key, id);

-- One row. Who changes the tree of portfolios locks it first, so that two moves at once cannot close a circle.
CREATE TABLE portfolio_gate (
    only_row  INTEGER NOT NULL PRIMARY KEY CHECK (only_row = 1)
);
INSERT INTO portfolio_gate (only_row) VALUES (1);

ALTER TABLE project ADD COLUMN portfolio_id UUID REFERENCES portfolio (id);
CREATE INDEX project_by_portfolio ON project (portfolio_id, id);
