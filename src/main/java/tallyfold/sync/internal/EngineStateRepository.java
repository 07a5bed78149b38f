package tallyfold.sync.internal;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tallyfold.sync.SyncRunStatus;

/** Counts in the tables of runs and of executions. */
@Repository
public class EngineStateRepository {

    private final JdbcClient jdbc;

    EngineStateRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public long runs(SyncRunStatus status) {
        return jdbc.sql("SELECT COUNT(*) FROM sync_run WHERE status = ?")
                .param(status.name())
                .query((row, _) -> row.getLong(1))
                .single();
    }

    /** Executions that should have begun before the given time. */
    public long overdue(Instant before) {
        return jdbc.sql("SELECT COUNT(*) FROM scheduled_tasks WHERE picked = FALSE AND execution_time < ?")
                .param(before.atOffset(ZoneOffset.UTC))
                .query((row, _) -> row.getLong(1))
                .single();
    }

    /** When any execution last came to its end, of those that come round by themselves. */
    public Optional<Instant> lastRound() {
        return jdbc.sql("SELECT MAX(last_success) FROM scheduled_tasks")
                .query((row, _) -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class)))
                .single()
                .map(OffsetDateTime::toInstant);
    }

    /** Runs that ended since the given time, by how. */
    public Map<SyncRunStatus, Long> ended(Instant since) {
        Map<SyncRunStatus, Long> ended = new EnumMap<>(SyncRunStatus.class);
        jdbc.sql("SELECT status, COUNT(*) FROM sync_run WHERE finished_at >= ? GROUP BY status")
                .param(since.atOffset(ZoneOffset.UTC))
                .query(row -> {
                    SyncRunStatus status = SyncRunStatus.valueOf(row.getString(1));
                    if (status.finished()) {
                        ended.put(status, row.getLong(2));
                    }
                });
        return ended;
    }
}
