package tallyfold.sync.internal;

import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tallyfold.sync.SyncRunId;
import tallyfold.sync.SyncWarning;
import tallyfold.sync.SyncWarningWords;

/** The table of what was odd in runs. */
@Repository
public class SyncWarningRepository {

    /** More are counted but not kept. */
    private static final int MOST_KEPT = 100;

    private static final int MAX_DETAIL = 512;

    private final JdbcClient jdbc;
    private final RunLogRepository log;

    SyncWarningRepository(JdbcClient jdbc, RunLogRepository log) {
        this.jdbc = jdbc;
        this.log = log;
    }

    public List<SyncWarning> of(SyncRunId run) {
        return jdbc.sql("SELECT remote_id, code, detail FROM sync_warning WHERE run_id = ? ORDER BY position")
                .param(run.value())
                .query((rs, _) -> new SyncWarning(
                        rs.getObject("remote_id", Long.class), rs.getString("code"), rs.getString("detail")))
                .list();
    }

    /** Whether one of these is among what is kept of a run. */
    boolean has(SyncRunId run, Set<String> codes) {
        return of(run).stream().anyMatch(warning -> codes.contains(warning.code()));
    }

    void add(SyncRunId run, List<SyncWarning> more) {
        if (more.isEmpty()) {
            return;
        }
        more.forEach(warning -> log.add(run, SyncWarningWords.of(warning)));
        int position = jdbc.sql("SELECT COUNT(*) FROM sync_warning WHERE run_id = ?")
                .param(run.value())
                .query((rs, _) -> rs.getInt(1))
                .single();
        for (SyncWarning warning : more.subList(0, Math.max(0, Math.min(more.size(), MOST_KEPT - position)))) {
            String detail = warning.detail().replace('\0', ' ');
            jdbc.sql("INSERT INTO sync_warning (run_id, position, remote_id, code, detail) VALUES (?, ?, ?, ?, ?)")
                    .param(run.value())
                    .param(position++)
                    .param(warning.item())
                    .param(warning.code())
                    .param(detail.length() <= MAX_DETAIL ? detail : detail.substring(0, MAX_DETAIL))
                    .update();
        }
    }
}
