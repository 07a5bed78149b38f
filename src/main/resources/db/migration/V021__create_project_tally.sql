-- What was found when the items of a project were last looked through: valid for a version of its links' items and, where deadlines
-- matter, for a day. All of it can be made anew. The past day is the one that progress is compared with.
CREATE TABLE project_tally (
    project_id       UUID                        NOT NULL PRIMARY KEY REFERENCES project (id) ON DELETE CASCADE,
    version          VARCHAR(4000)               NOT NULL,
    on_day           DATE                        NOT NULL,
    made_at          TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    late             BIGINT                      NOT NULL,
    leaves           BIGINT                      NOT NULL,
    start_date       DATE,
    due_date         DATE,
    effort           DOUBLE PRECISION            NOT NULL,
    completed        DOUBLE PRECISION            NOT NULL,
    remaining        DOUBLE PRECISION            NOT NULL,
    story_points     DOUBLE PRECISION            NOT NULL,
    odd_estimates    BIGINT                      NOT NULL,
    past_day         DATE,
    past_items       BIGINT                      NOT NULL,
    past_weight_sum  BIGINT                      NOT NULL
);

-- Leaf items by type and state: weights are applied on reading.
CREATE TABLE leaf_count (
    project_id      UUID         NOT NULL REFERENCES project (id) ON DELETE CASCADE,
    link_id         UUID         NOT NULL,
    type            VARCHAR(128) NOT NULL,
    state           VARCHAR(128) NOT NULL,
    state_category  VARCHAR(16)  NOT NULL,
    items           BIGINT       NOT NULL,
    PRIMARY KEY (project_id, link_id, type, state, state_category)
);

-- What single tabs show, as JSON in pieces: read and written as a whole, never searched.
CREATE TABLE project_tally_part (
    project_id  UUID           NOT NULL REFERENCES project (id) ON DELETE CASCADE,
    kind        VARCHAR(16)    NOT NULL,
    part        INTEGER        NOT NULL,
    content     VARCHAR(50000) NOT NULL,
    PRIMARY KEY (project_id, kind, part)
);

-- How far a project was at the end of a day, or when it was last looked through on it.
CREATE TABLE project_day (
    project_id  UUID   NOT NULL REFERENCES project (id) ON DELETE CASCADE,
    on_day      DATE   NOT NULL,
    items       BIGINT NOT NULL,
    closed      BIGINT NOT NULL,
    weight_sum  BIGINT NOT NULL,
    PRIMARY KEY (project_id, on_day)
);
