package tallyfold.sync.internal;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tallyfold.project.LinkId;
import tallyfold.project.ProjectId;
import tallyfold.sync.SyncRun;
import tallyfold.sync.SyncRunStatus;

/** Looks back on runs, and forgets them. */
@Repository
public class RunHistoryRepository {

    /** What the schedule did without finding anything. */
    private static final String UNEVENTFUL = "trigger_kind = 'SCHEDULE' AND status = 'SUCCEEDED'"
            + " AND items_added + items_changed + items_removed + warnings = 0";

    private static final String NOT_NEWEST = "EXISTS (SELECT 1 FROM sync_run n WHERE n.link_id = sync_run.link_id"
            + " AND n.requested_at > sync_run.requested_at)";

    private final JdbcClient jdbc;

    RunHistoryRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The run that tells most about each link now: the running one, else the newest. In one query. */
    public Map<LinkId, SyncRun> latest(Collection<LinkId> links) {
        if (links.isEmpty()) {
            return Map.of();
        }
        // The order begins with the link, without which H2 sorts instead of going by the index. What runs is little:
        // all of
        // it is quicker than that of some links.
        Set<LinkId> wanted = Set.copyOf(links);
        Map<LinkId, SyncRun> latest = new HashMap<>();
        jdbc
                .sql("SELECT r.* FROM UNNEST(CAST(? AS UUID ARRAY)) AS u(id) JOIN sync_run r ON r.id ="
                        + " (SELECT n.id FROM sync_run n WHERE n.link_id = u.id"
                        + " ORDER BY n.link_id DESC, n.requested_at DESC, n.id DESC FETCH FIRST 1 ROW ONLY)"
                        + " UNION SELECT r.* FROM sync_run r WHERE r.status = 'RUNNING'")
                .param(RunRows.array(wanted))
                .query(RunRows::read)
                .list()
                .stream()
                .filter(run -> wanted.contains(run.link()))
                .forEach(run -> latest.merge(run.link(), run, (a, b) -> b.status() == SyncRunStatus.RUNNING ? b : a));
        return latest;
    }

    /**
     * Runs of a project, newest first.
     *
     * @param uneventful whether those are among them that the schedule made and that found nothing
     */
    public List<SyncRun> page(ProjectId project, boolean uneventful, int offset, int limit) {
        return jdbc.sql("SELECT * FROM sync_run WHERE project_id = ?"
                        + (uneventful ? "" : " AND NOT (" + UNEVENTFUL + ")")
                        + " ORDER BY requested_at DESC, id DESC OFFSET ? ROWS FETCH NEXT ? ROWS ONLY")
                .param(project.value())
                .param(offset)
                .param(limit)
                .query(RunRows::read)
                .list();
    }

    /** How many runs {@link #page} has in all. */
    public int count(ProjectId project, boolean uneventful) {
        return jdbc.sql("SELECT COUNT(*) FROM sync_run WHERE project_id = ?"
                        + (uneventful ? "" : " AND NOT (" + UNEVENTFUL + ")"))
                .param(project.value())
                .query((rs, _) -> rs.getInt(1))
                .single();
    }

    /** Deletes runs that ended before the given time, except the newest of each link. */
    int forget(Instant before) {
        return forget(before, "finished_at < ? AND " + NOT_NEWEST);
    }

    /** As {@link #forget} for what the schedule did without finding anything. */
    int forgetUneventful(Instant before) {
        return forget(before, "finished_at < ? AND " + UNEVENTFUL + " AND " + NOT_NEWEST);
    }

    private int forget(Instant before, String which) {
        for (String of : List.of("sync_warning", "sync_log")) {
            jdbc.sql("DELETE FROM " + of + " WHERE run_id IN (SELECT id FROM sync_run WHERE " + which + ")")
                    .param(before.atOffset(ZoneOffset.UTC))
                    .update();
        }
        return jdbc.sql("DELETE FROM sync_run WHERE " + which)
                .param(before.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Deletes what is known of the runs of a link. */
    void erase(LinkId link) {
        for (String of : List.of("sync_warning", "sync_log")) {
            jdbc.sql("DELETE FROM " + of + " WHERE run_id IN (SELECT id FROM sync_run WHERE link_id = ?)")
                    .param(link.value())
                    .update();
        }
        jdbc.sql("DELETE FROM sync_run WHERE link_id = ?").param(link.value()).update();
    }
}
