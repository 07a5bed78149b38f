-- Whether somebody else chose the password: it was printed on the server. Its user chooses another
-- right after signing in with it.
ALTER TABLE app_user ADD COLUMN password_given BOOLEAN DEFAULT FALSE NOT NULL;
