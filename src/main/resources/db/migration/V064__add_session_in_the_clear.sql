-- Whether the sign-in came over the network without TLS, from another machine.
ALTER TABLE user_session ADD COLUMN in_the_clear BOOLEAN DEFAULT FALSE NOT NULL;
