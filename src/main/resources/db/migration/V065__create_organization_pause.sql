-- Until when an organization wants to be left alone, so that neither a restart nor another node asks it before. By organization and
-- not by connection: several connections share one allowance. Rows are gone once their time is over.
CREATE TABLE organization_pause (
    provider       VARCHAR(40)                 NOT NULL,
    organization   VARCHAR(64)                 NOT NULL,
    endpoint_kind  VARCHAR(16)                 NOT NULL,
    paused_until   TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    PRIMARY KEY (provider, organization, endpoint_kind)
);
