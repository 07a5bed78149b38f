-- Counts what somebody has not read, which every page asks for and each node looks at while pages are open.
CREATE INDEX notification_unread ON notification (user_id, read_at, created_at);
