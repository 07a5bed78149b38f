CREATE TABLE connection (
    id               UUID                        NOT NULL PRIMARY KEY,
    provider         VARCHAR(40)                 NOT NULL,
    name             VARCHAR(256)                NOT NULL,
    name_key         VARCHAR(512)                NOT NULL UNIQUE,
    organization     VARCHAR(64)                 NOT NULL,
    endpoint_kind    VARCHAR(16)                 NOT NULL,
    organization_id  VARCHAR(64),
    account          VARCHAR(320)                NOT NULL,
    owner_name       VARCHAR(320),
    owner_account    VARCHAR(320),
    token_expires    DATE,
    health           VARCHAR(32)                 NOT NULL,
    health_detail    VARCHAR(512),
    last_checked     TIMESTAMP(6) WITH TIME ZONE,
    for_all_managers BOOLEAN                     NOT NULL,
    created_at       TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    created_by       VARCHAR(256)                NOT NULL,
    version          INTEGER                     NOT NULL
);
CREATE INDEX connection_by_organization ON connection (organization, id);

-- Apart from the connection, so that no query for a screen can bring the token along.
CREATE TABLE connection_secret (
    connection_id  UUID                        NOT NULL PRIMARY KEY REFERENCES connection (id),
    sealed         VARCHAR(4000)               NOT NULL,
    sealed_at      TIMESTAMP(6) WITH TIME ZONE NOT NULL
);

CREATE TABLE connection_grant (
    connection_id  UUID NOT NULL REFERENCES connection (id),
    user_id        UUID NOT NULL REFERENCES app_user (id),
    PRIMARY KEY (connection_id, user_id)
);
