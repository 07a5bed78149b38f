-- Choices an administrator made; a missing row means the default.
CREATE TABLE setting (
    name        VARCHAR(128)  NOT NULL PRIMARY KEY,
    content     VARCHAR(4000) NOT NULL
);
