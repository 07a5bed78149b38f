package tallyfold.sync.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;
import tallyfold.connection.ConnectionId;
import tallyfold.kernel.Identifier;
import tallyfold.project.LinkId;
import tallyfold.project.ProjectId;
import tallyfold.sync.SyncRun;
import tallyfold.sync.SyncRunId;
import tallyfold.sync.SyncRunStatus;
import tallyfold.sync.SyncTrigger;

/** The table of runs. */
@Repository
public class SyncRunRepository {

    private static final String SELECT = "SELECT r.* FROM sync_run r ";
    private static final String UNFINISHED = "r.status IN ('WAITING', 'RUNNING', 'INTERRUPTED')";
    private static final String UNFINISHED_ROW = "status IN ('WAITING', 'RUNNING', 'INTERRUPTED')";
    private static final int MAX_CODE = 64;
    private static final int MAX_DETAIL = 512;

    private final JdbcClient jdbc;

    SyncRunRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<SyncRun> find(SyncRunId id) {
        return jdbc.sql(SELECT + "WHERE r.id = ?")
                .param(id.value())
                .query(SyncRunRepository::run)
                .optional();
    }

    /** Those of the given runs that there are. */
    List<SyncRun> find(Collection<SyncRunId> ids) {
        return ids.isEmpty()
                ? List.of()
                : jdbc.sql(SELECT + "JOIN UNNEST(CAST(? AS UUID ARRAY)) AS u(id) ON u.id = r.id"
                                + " ORDER BY r.requested_at, r.id")
                        .param(array(ids))
                        .query(SyncRunRepository::run)
                        .list();
    }

    public Optional<SyncRun> latest(LinkId link) {
        return latest("r.link_id", link);
    }

    public Optional<SyncRun> latest(ProjectId project) {
        return latest("r.project_id", project);
    }

    /** A run that goes on tells more than the one waiting behind it. */
    private Optional<SyncRun> latest(String column, Identifier of) {
        List<SyncRun> newest = jdbc.sql(SELECT + "WHERE " + column
                        + " = ? ORDER BY r.requested_at DESC, r.id DESC FETCH FIRST 2 ROWS ONLY")
                .param(of.value())
                .query(SyncRunRepository::run)
                .list();
        return newest.stream()
                .filter(run -> run.status() == SyncRunStatus.RUNNING)
                .findFirst()
                .or(() -> newest.stream().findFirst());
    }

    public List<SyncRun> unfinished() {
        return jdbc.sql(SELECT + "WHERE " + UNFINISHED + " ORDER BY r.requested_at, r.id")
                .query(SyncRunRepository::run)
                .list();
    }

    public List<SyncRun> unfinished(ConnectionId connection) {
        return jdbc.sql(SELECT + "WHERE r.connection_id = ? AND " + UNFINISHED + " ORDER BY r.requested_at, r.id")
                .param(connection.value())
                .query(SyncRunRepository::run)
                .list();
    }

    public List<SyncRun> unfinished(LinkId link) {
        return jdbc.sql(SELECT + "WHERE r.link_id = ? AND " + UNFINISHED + " ORDER BY r.requested_at, r.id")
                .param(link.value())
                .query(SyncRunRepository::run)
                .list();
    }

    /** As {@link #unfinished(LinkId)} for several links. */
    List<SyncRun> unfinishedOf(Collection<LinkId> links) {
        return links.isEmpty()
                ? List.of()
                : jdbc.sql(SELECT + "JOIN UNNEST(CAST(? AS UUID ARRAY)) AS u(id) ON u.id = r.link_id WHERE "
                                + UNFINISHED + " ORDER BY r.requested_at, r.id")
                        .param(array(links))
                        .query(SyncRunRepository::run)
                        .list();
    }

    private static SqlArrayValue array(Collection<? extends Identifier> ids) {
        return new SqlArrayValue("uuid", ids.stream().map(Identifier::value).toArray());
    }

    void insert(SyncRun run) {
        jdbc.sql("""
                INSERT INTO sync_run (id, link_id, project_id, connection_id, trigger_kind, requested_by, status,
                    requested_at, items_read, items_added, items_changed, items_removed, warnings, requests, waited_ms)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0, 0, 0, 0, 0, 0, 0)""")
                .param(run.id().value())
                .param(run.link().value())
                .param(run.project().value())
                .param(run.connection().value())
                .param(run.trigger().name())
                .param(run.requestedBy())
                .param(run.status().name())
                .param(utc(run.requested()))
                .update();
    }

    /** Has a run that has not finished run; false when it was cancelled meanwhile. */
    boolean begin(SyncRunId id, Instant now) {
        return jdbc.sql("UPDATE sync_run SET status = 'RUNNING', started_at = COALESCE(started_at, ?)"
                                + " WHERE id = ? AND status IN ('WAITING', 'RUNNING', 'INTERRUPTED')")
                        .param(utc(now))
                        .param(id.value())
                        .update()
                == 1;
    }

    void expect(SyncRunId id, int expected) {
        jdbc.sql("UPDATE sync_run SET expected = ? WHERE id = ?")
                .param(expected)
                .param(id.value())
                .update();
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
                                + " WHERE id IN (SELECT u.id FROM UNNEST(CAST(? AS UUID ARRAY)) AS u(id)) AND "
                                + UNFINISHED_ROW)
                .param(utc(started))
                .param(utc(now))
                .param(array(ids))
                .update();
    }

    void interrupt(SyncRunId id) {
        jdbc.sql("UPDATE sync_run SET status = 'INTERRUPTED' WHERE id = ? AND status = 'RUNNING'")
                .param(id.value())
                .update();
    }

    boolean cancel(SyncRunId id, Instant now) {
        return jdbc.sql("UPDATE sync_run SET status = 'CANCELLED', finished_at = ? WHERE id = ? AND status = 'WAITING'")
                        .param(utc(now))
                        .param(id.value())
                        .update()
                == 1;
    }

    /** Takes back everything a link has not finished. */
    void cancelAll(LinkId link, Instant now) {
        jdbc.sql("UPDATE sync_run SET status = 'CANCELLED', finished_at = ? WHERE link_id = ?"
                        + " AND status IN ('WAITING', 'RUNNING', 'INTERRUPTED')")
                .param(utc(now))
                .param(link.value())
                .update();
    }

    /** Deletes what is known of the runs of a link. */
    void erase(LinkId link) {
        jdbc.sql("DELETE FROM sync_warning WHERE run_id IN (SELECT r.id FROM sync_run r WHERE r.link_id = ?)")
                .param(link.value())
                .update();
        jdbc.sql("DELETE FROM sync_run WHERE link_id = ?").param(link.value()).update();
    }

    /** Deletes runs that ended before the given time, except the newest of each link. */
    int forget(Instant before) {
        jdbc.sql("DELETE FROM sync_warning WHERE run_id IN (SELECT r.id FROM sync_run r WHERE r.finished_at < ?"
                        + " AND EXISTS (SELECT 1 FROM sync_run n WHERE n.link_id = r.link_id"
                        + " AND n.requested_at > r.requested_at))")
                .param(utc(before))
                .update();
        return jdbc.sql("DELETE FROM sync_run WHERE finished_at < ? AND EXISTS (SELECT 1 FROM sync_run n"
                        + " WHERE n.link_id = sync_run.link_id AND n.requested_at > sync_run.requested_at)")
                .param(utc(before))
                .update();
    }

    private static SyncRun run(ResultSet rs, int row) throws SQLException {
        return new SyncRun(
                new SyncRunId(rs.getObject("id", UUID.class)),
                new LinkId(rs.getObject("link_id", UUID.class)),
                new ProjectId(rs.getObject("project_id", UUID.class)),
                new ConnectionId(rs.getObject("connection_id", UUID.class)),
                SyncTrigger.valueOf(rs.getString("trigger_kind")),
                rs.getString("requested_by"),
                SyncRunStatus.valueOf(rs.getString("status")),
                rs.getObject("requested_at", OffsetDateTime.class).toInstant(),
                instant(rs, "started_at"),
                instant(rs, "finished_at"),
                rs.getObject("expected", Integer.class),
                rs.getInt("items_read"),
                rs.getInt("items_added"),
                rs.getInt("items_changed"),
                rs.getInt("items_removed"),
                rs.getInt("warnings"),
                rs.getInt("requests"),
                Duration.ofMillis(rs.getLong("waited_ms")),
                rs.getString("failure_code"),
                rs.getString("failure_detail"));
    }

    private static @Nullable Instant instant(ResultSet rs, String column) throws SQLException {
        OffsetDateTime time = rs.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable String cut(@Nullable String text, int length) {
        return text == null || text.length() <= length ? text : text.substring(0, length);
    }
}
