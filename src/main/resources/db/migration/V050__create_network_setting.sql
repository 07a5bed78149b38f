-- How the internet is reached, once an administrator has said so. The version grows with every change of this table, of the
-- secret or of the authorities, so that whoever holds a way open learns that it is no longer the right one.
CREATE TABLE network_setting (
    only_row      INTEGER       NOT NULL PRIMARY KEY CHECK (only_row = 1),
    version       BIGINT        NOT NULL,
    route         VARCHAR(16)   NOT NULL,
    proxy_host    VARCHAR(255),
    proxy_port    INTEGER,
    proxy_user    VARCHAR(256),
    direct_hosts  VARCHAR(4000)
);
INSERT INTO network_setting (only_row, version, route) VALUES (1, 0, 'CONFIGURED');

-- Apart, so that no query for a screen can bring the password along. destination is host and port it was entered for.
CREATE TABLE network_secret (
    id           UUID                        NOT NULL PRIMARY KEY,
    destination  VARCHAR(300)                NOT NULL,
    sealed       VARCHAR(4000)               NOT NULL,
    sealed_at    TIMESTAMP(6) WITH TIME ZONE NOT NULL
);

-- Authorities trusted besides those of the JDK, by the SHA-256 of the certificate; the certificate is DER in base64.
CREATE TABLE network_authority (
    fingerprint  VARCHAR(64)                 NOT NULL PRIMARY KEY,
    certificate  VARCHAR(20000)              NOT NULL,
    added_at     TIMESTAMP(6) WITH TIME ZONE NOT NULL
);
