-- What this installation is called beside the product's name; without the row it has no name of its own.
CREATE TABLE installation (
    only_row  INTEGER      NOT NULL PRIMARY KEY CHECK (only_row = 1),
    name      VARCHAR(160) NOT NULL
);
