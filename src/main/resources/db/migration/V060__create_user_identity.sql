-- By which account of the sign-in provider somebody comes. Names and addresses can change hands there; these two do not.
CREATE TABLE app_user_identity (
    issuer         VARCHAR(512)                NOT NULL,
    subject        VARCHAR(255)                NOT NULL,
    user_id        UUID                        NOT NULL UNIQUE REFERENCES app_user (id) ON DELETE CASCADE,
    created_at     TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    PRIMARY KEY (issuer, subject)
);
