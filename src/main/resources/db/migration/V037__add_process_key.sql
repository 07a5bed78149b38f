-- By what a source system knows a process whatever it is called. Empty until the link is read the next time.
ALTER TABLE link ADD COLUMN process_key VARCHAR(256);
