package tallyfold.sync.internal;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tallyfold.sync.SyncLogLine;
import tallyfold.sync.SyncRunId;
import tallyfold.uikit.Texts;

/** The table of what happened in runs, step by step. Lines are made of known words, numbers and ids only. */
@Repository
public class RunLogRepository {

    /** More lines of one run are not kept. */
    public static final int MOST_KEPT = 500;

    private static final int LONGEST = 1000;

    private final JdbcClient jdbc;
    private final Clock clock;

    RunLogRepository(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public List<SyncLogLine> of(SyncRunId run) {
        return jdbc.sql("SELECT told_at, line FROM sync_log WHERE run_id = ? ORDER BY position")
                .param(run.value())
                .query((rs, _) -> new SyncLogLine(
                        rs.getObject("told_at", OffsetDateTime.class).toInstant(), rs.getString("line")))
                .list();
    }

    void add(SyncRunId run, String line) {
        String storable = line.replace('\0', ' ');
        jdbc.sql("INSERT INTO sync_log (run_id, position, told_at, line)"
                        + " SELECT CAST(? AS UUID), COUNT(*), CAST(? AS TIMESTAMP(6) WITH TIME ZONE), CAST(? AS VARCHAR(1000))"
                        + " FROM sync_log WHERE run_id = ? HAVING COUNT(*) < " + MOST_KEPT)
                .param(run.value())
                .param(clock.instant().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC))
                .param(storable.length() <= LONGEST ? storable : storable.substring(0, LONGEST))
                .param(run.value())
                .update();
    }

    /** A step of the reading, where there is something to tell of it. */
    void counted(SyncRunId run, RunCounts more) {
        if (more.read() + more.removed() > 0) {
            add(
                    run,
                    Texts.of(
                            "sync.log.page",
                            more.read(),
                            more.added(),
                            more.changed(),
                            more.removed(),
                            more.cost().requests()));
        } else if (more.cost().requests() > 0) {
            add(run, Texts.of("sync.log.requests", more.cost().requests()));
        }
        if (more.cost().waited().isPositive()) {
            add(run, Texts.of("sync.log.waited", more.cost().waited().toMillis() / 1000.0));
        }
    }
}
