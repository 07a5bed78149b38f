-- Who is signed in. A session ends with its row; other nodes notice at their next look.
CREATE TABLE user_session (
    id             UUID                        NOT NULL PRIMARY KEY,
    user_id        UUID                        NOT NULL REFERENCES app_user (id) ON DELETE CASCADE,
    since          TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    -- When its user last proved to be who they are in it: at sign-in, or by changing the password in it.
    proved_at      TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    -- To the minute or so.
    last_used      TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    address        VARCHAR(64)                 NOT NULL,
    browser        VARCHAR(64)                 NOT NULL
);
CREATE INDEX user_session_by_user ON user_session (user_id, last_used, id);
CREATE INDEX user_session_by_use ON user_session (last_used, id);
