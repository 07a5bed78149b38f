package tallyfold.sync.internal;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tallyfold.connection.ConnectionId;
import tallyfold.project.LinkId;
import tallyfold.sync.SyncRun;
import tallyfold.sync.SyncRunId;
import tallyfold.sync.SyncRunStatus;
import tallyfold.uikit.Texts;

/** The table of runs. */
@Repository
public class SyncRunRepository {

    private static final String SELECT = "SELECT r.* FROM sync_run r ";
    private static final String UNFINISHED = "r.status IN ('WAITING', 'RUNNING', 'INTERRUPTED')";
    private static final String UNFINISHED_ROW = "status IN ('WAITING', 'RUNNING', 'INTERRUPTED')";
    private static final int BATCH = 1000;
    private static final int MAX_CODE = 64;
    private static final int MAX_DETAIL = 512;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final RunHistoryRepository history;
    private final RunLogRepository log;

    SyncRunRepository(JdbcClient jdbc, JdbcTemplate batches, RunHistoryRepository history, RunLogRepository log) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.history = history;
        this.log = log;
    }

    public Optional<SyncRun> find(SyncRunId id) {
        return jdbc.sql(SELECT + "WHERE r.id = ?")
                .param(id.value())
                .query(RunRows::read)
                .optional();
    }

    /** Those of the given runs that there are. */
    List<SyncRun> find(Collection<SyncRunId> ids) {
        return ids.isEmpty()
                ? List.of()
                : jdbc.sql(SELECT + "JOIN UNNEST(CAST(? AS UUID ARRAY)) AS u(id) ON u.id = r.id"
                                + " ORDER BY r.requested_at, r.id")
                        .param(RunRows.array(ids))
                        .query(RunRows::read)
                        .list();
    }

    /** As {@link RunHistoryRepository#latest} for one link. */
    public Optional<SyncRun> latest(LinkId link) {
        return Optional.ofNullable(history.latest(List.of(link)).get(link));
    }

    public List<SyncRun> unfinished() {
        return jdbc.sql(SELECT + "WHERE " + UNFINISHED + " ORDER BY r.requested_at, r.id")
                .query(RunRows::read)
                .list();
    }

    public List<SyncRun> unfinished(ConnectionId connection) {
        return jdbc.sql(SELECT + "WHERE r.connection_id = ? AND " + UNFINISHED + " ORDER BY r.requested_at, r.id")
                .param(connection.value())
                .query(RunRows::read)
                .list();
    }

    public List<SyncRun> unfinished(LinkId link) {
        return jdbc.sql(SELECT + "WHERE r.link_id = ? AND " + UNFINISHED + " ORDER BY r.requested_at, r.id")
                .param(link.value())
                .query(RunRows::read)
                .list();
    }

    /** As {@link #unfinished(LinkId)} for several links. */
    List<SyncRun> unfinishedOf(Collection<LinkId> links) {
        return links.isEmpty()
                ? List.of()
                : jdbc.sql(SELECT + "JOIN UNNEST(CAST(? AS UUID ARRAY)) AS u(id) ON u.id = r.link_id WHERE "
                                + UNFINISHED + " ORDER BY r.requested_at, r.id")
                        .param(RunRows.array(links))
                        .query(RunRows::read)
                        .list();
    }

    /** Stores runs that have done nothing yet. */
    void insert(Collection<SyncRun> waiting) {
        batches.batchUpdate("""
                INSERT INTO sync_run (id, link_id, project_id, connection_id, trigger_kind, requested_by, status,
                    requested_at, items_read, items_added, items_changed, items_removed, warnings, requests, waited_ms)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0, 0, 0, 0, 0, 0, 0)""", waiting, BATCH, (ps, run) -> {
            ps.setObject(1, run.id().value());
            ps.setObject(2, run.link().value());
            ps.setObject(3, run.project().value());
            ps.setObject(4, run.connection().value());
            ps.setString(5, run.trigger().name());
            ps.setString(6, run.requestedBy());
            ps.setString(7, run.status().name());
            ps.setObject(8, utc(run.requested()));
        });
    }

    /** Has a run that has not finished run; false when it was cancelled meanwhile. */
    boolean begin(SyncRunId id, Instant now) {
        boolean begun = jdbc.sql("UPDATE sync_run SET status = 'RUNNING', started_at = COALESCE(started_at, ?)"
                                + " WHERE id = ? AND cancelled_by IS NULL AND " + UNFINISHED_ROW)
                        .param(utc(now))
                        .param(id.value())
                        .update()
                == 1;
        if (begun) {
            log.add(id, Texts.of("sync.log.begun"));
        }
        return begun;
    }

    void expect(SyncRunId id, int expected) {
        jdbc.sql("UPDATE sync_run SET expected = ? WHERE id = ?")
                .param(expected)
                .param(id.value())
                .update();
        log.add(id, Texts.of("sync.log.listed", expected));
    }

    void count(SyncRunId id, RunCounts more) {
        jdbc.sql("""
                UPDATE sync_run SET items_read = items_read + ?, items_added = items_added + ?,
                    items_changed = items_changed + ?, items_removed = items_removed + ?, warnings = warnings + ?,
                    requests = requests + ?, waited_ms = waited_ms + ? WHERE id = ?""")
                .param(more.read())
                .param(more.added())
                .param(more.changed())
                .param(more.removed())
                .param(more.warnings())
                .param(more.cost().requests())
                .param(more.cost().waited().toMillis())
                .param(id.value())
                .update();
        log.counted(id, more);
    }

    /** Ends a run that has not ended yet. */
    boolean finish(
            SyncRunId id,
            SyncRunStatus status,
            Instant now,
            @Nullable String failureCode,
            @Nullable String failureDetail) {
        return jdbc.sql("UPDATE sync_run SET status = ?, finished_at = ?, failure_code = ?, failure_detail = ?"
                                + " WHERE id = ? AND status IN ('WAITING', 'RUNNING', 'INTERRUPTED')")
                        .param(status.name())
                        .param(utc(now))
                        .param(cut(failureCode, MAX_CODE))
                        .param(cut(failureDetail, MAX_DETAIL))
                        .param(id.value())
                        .update()
                == 1;
    }

    /** Ends runs that were done in one go, with what they have counted. */
    void settle(Collection<SyncRunId> ids, Instant started, Instant now) {
        jdbc.sql(
                        "UPDATE sync_run SET status = CASE WHEN warnings > 0 THEN 'FINISHED_WITH_WARNINGS' ELSE 'SUCCEEDED' END,"
                                + " started_at = COALESCE(started_at, ?), finished_at = ?, expected = items_read"
                                + " WHERE id = ANY(CAST(? AS UUID ARRAY)) AND "
                                + UNFINISHED_ROW)
                .param(utc(started))
                .param(utc(now))
                .param(RunRows.array(ids))
                .update();
    }

    void interrupt(SyncRunId id) {
        jdbc.sql("UPDATE sync_run SET status = 'INTERRUPTED' WHERE id = ? AND status = 'RUNNING'")
                .param(id.value())
                .update();
        log.add(id, Texts.of("sync.log.interrupted"));
    }

    /** Takes back a run that nobody works on. */
    boolean cancel(SyncRunId id, Instant now, @Nullable String by) {
        return jdbc.sql("UPDATE sync_run SET status = 'CANCELLED', finished_at = ?, cancelled_by = ?"
                                + " WHERE id = ? AND status IN ('WAITING', 'INTERRUPTED')")
                        .param(utc(now))
                        .param(by)
                        .param(id.value())
                        .update()
                == 1;
    }

    /** Has whoever works on a run end it at the next page. */
    boolean askToStop(SyncRunId id, String by) {
        boolean asked = jdbc.sql("UPDATE sync_run SET cancelled_by = ? WHERE id = ? AND status = 'RUNNING'"
                                + " AND cancelled_by IS NULL")
                        .param(by)
                        .param(id.value())
                        .update()
                == 1;
        if (asked) {
            log.add(id, Texts.of("sync.log.stop", by));
        }
        return asked;
    }

    /** Takes back everything a link has not finished. */
    void cancelAll(LinkId link, Instant now) {
        jdbc.sql("UPDATE sync_run SET status = 'CANCELLED', finished_at = ? WHERE link_id = ?"
                        + " AND status IN ('WAITING', 'RUNNING', 'INTERRUPTED')")
                .param(utc(now))
                .param(link.value())
                .update();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable String cut(@Nullable String text, int length) {
        return text == null || text.length() <= length ? text : text.substring(0, length);
    }
}
