package tallyfold.sync.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.support.SqlArrayValue;
import tallyfold.connection.ConnectionId;
import tallyfold.kernel.Identifier;
import tallyfold.project.LinkId;
import tallyfold.project.ProjectId;
import tallyfold.sync.SyncRun;
import tallyfold.sync.SyncRunId;
import tallyfold.sync.SyncRunStatus;
import tallyfold.sync.SyncTrigger;

/** Makes runs out of rows. */
final class RunRows {

    private RunRows() {}

    static SyncRun read(ResultSet rs, int row) throws SQLException {
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
                rs.getString("failure_detail"),
                rs.getString("cancelled_by"));
    }

    static SqlArrayValue array(Collection<? extends Identifier> ids) {
        return new SqlArrayValue("uuid", ids.stream().map(Identifier::value).toArray());
    }

    private static @Nullable Instant instant(ResultSet rs, String column) throws SQLException {
        OffsetDateTime time = rs.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
