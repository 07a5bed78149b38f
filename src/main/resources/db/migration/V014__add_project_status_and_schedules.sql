-- How a project stands, as people say. What it begins with is active, so that it is synced by itself.
ALTER TABLE project ADD COLUMN progress VARCHAR(32) DEFAULT 'NOT_STARTED' NOT NULL;
ALTER TABLE project ADD COLUMN stage VARCHAR(32) DEFAULT 'INITIATING' NOT NULL;
ALTER TABLE project ADD COLUMN overall_status VARCHAR(32) DEFAULT 'NONE' NOT NULL;

-- A rhythm is text: off, a time like PT15M, or cron with its expression. NULL does as the connection does.
ALTER TABLE link ADD COLUMN rhythm VARCHAR(128);
UPDATE link SET rhythm = CASE WHEN sync_every_seconds = 0 THEN 'off'
    ELSE 'PT' || CAST(sync_every_seconds AS VARCHAR(20)) || 'S' END WHERE sync_every_seconds IS NOT NULL;
ALTER TABLE link DROP COLUMN sync_every_seconds;

-- scope is a connection, or all zeros for the server. Without a rhythm it inherits: a connection from the server, the server
-- from the configuration. due_at is when it comes round next.
CREATE TABLE sync_schedule (
    scope   UUID                        NOT NULL PRIMARY KEY,
    rhythm  VARCHAR(128),
    due_at  TIMESTAMP(6) WITH TIME ZONE
);
INSERT INTO sync_schedule (scope, rhythm) SELECT CAST('00000000-0000-0000-0000-000000000000' AS UUID),
    CASE WHEN every_seconds = 0 THEN 'off' ELSE 'PT' || CAST(every_seconds AS VARCHAR(20)) || 'S' END FROM sync_setting;
DROP TABLE sync_setting;
DELETE FROM scheduled_tasks WHERE task_name IN ('sync-schedule', 'sync-own-schedules');
