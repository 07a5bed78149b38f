-- The audit log of one person, newest first.
CREATE INDEX audit_event_by_actor ON audit_event (actor, seq);
