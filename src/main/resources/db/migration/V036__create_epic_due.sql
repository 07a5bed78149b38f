-- When the open epics that are due first are due, for the schedule status in lists of projects. Kept with the tally and made anew with it.
CREATE TABLE epic_due (
    project_id  UUID    NOT NULL REFERENCES project (id) ON DELETE CASCADE,
    position    INTEGER NOT NULL,
    due_date    DATE    NOT NULL,
    PRIMARY KEY (project_id, position)
);

-- Tallies from before do not have them: they hold no more.
UPDATE project_tally SET version = '';
