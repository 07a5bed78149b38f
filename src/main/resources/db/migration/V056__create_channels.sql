-- At most one row each: the ways by which messages leave. sealed is the password or the secret, bound to where it may be sent.
CREATE TABLE mail_server (
    id          UUID                        NOT NULL PRIMARY KEY,
    host        VARCHAR(255)                NOT NULL,
    port        INTEGER                     NOT NULL,
    encryption  VARCHAR(16)                 NOT NULL,
    user_name   VARCHAR(320)                NOT NULL,
    sealed      VARCHAR(4000),
    sender      VARCHAR(320)                NOT NULL,
    changed_at  TIMESTAMP(6) WITH TIME ZONE NOT NULL
);
CREATE TABLE webhook_target (
    id          UUID                        NOT NULL PRIMARY KEY,
    address     VARCHAR(1024)               NOT NULL,
    sealed      VARCHAR(4000),
    changed_at  TIMESTAMP(6) WITH TIME ZONE NOT NULL
);
-- Where people open this installation, for the links in messages.
CREATE TABLE installation_address (
    id       UUID           NOT NULL PRIMARY KEY,
    address  VARCHAR(1024)  NOT NULL
);
