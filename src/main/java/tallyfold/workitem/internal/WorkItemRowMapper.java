package tallyfold.workitem.internal;

import java.net.URI;
import java.net.URISyntaxException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import tallyfold.connection.ConnectionId;
import tallyfold.project.LinkId;
import tallyfold.provider.StateCategory;
import tallyfold.provider.WorkItemLevel;
import tallyfold.workitem.WorkItemKey;
import tallyfold.workitem.WorkItemRow;

/** Reads a line of {@link #COLUMNS}. */
final class WorkItemRowMapper implements RowMapper<WorkItemRow> {

    static final String COLUMNS = """
            p.link_id, p.removed_at, w.connection_id, w.remote_id, w.rev, w.type, t.color AS type_color, t.icon,
            t.level, w.title, w.state, s.color AS state_color, w.state_category, w.assignee_name, w.area_path,
            w.iteration_path, w.parent_id, w.priority, w.effort, w.original_estimate, w.remaining_work,
            w.completed_work, w.start_date, w.target_date, w.due_date, w.tags, w.changed_at, w.web_address,
            (SELECT MAX(i.finish_date) FROM iteration i
              WHERE i.link_id = p.link_id AND i.path = w.iteration_path) AS iteration_finish,
            EXISTS (SELECT 1 FROM work_item c
              JOIN link_item ci ON ci.connection_id = c.connection_id AND ci.remote_id = c.remote_id
              WHERE c.connection_id = w.connection_id AND c.parent_id = w.remote_id AND c.remote_id <> w.remote_id
                AND ci.project_id = :project AND ci.removed_at IS NULL) AS has_children
            """;

    /** What {@link #COLUMNS} needs beside a table {@code p} of link_id, connection_id, remote_id, removed_at. */
    static final String JOINS = """
            JOIN work_item w ON w.connection_id = p.connection_id AND w.remote_id = p.remote_id
            LEFT JOIN work_item_type t ON t.link_id = p.link_id AND t.name = w.type
            LEFT JOIN work_item_state s ON s.link_id = p.link_id AND s.type_name = w.type AND s.name = w.state
            """;

    private final LocalDate today;

    WorkItemRowMapper(LocalDate today) {
        this.today = today;
    }

    @Override
    public WorkItemRow mapRow(ResultSet row, int number) throws SQLException {
        StateCategory category = StateCategory.valueOf(row.getString("state_category"));
        @Nullable LocalDate target = day(row, "target_date");
        @Nullable LocalDate due = day(row, "due_date");
        @Nullable LocalDate iterationFinish = row.getObject("iteration_finish", LocalDate.class);
        @Nullable LocalDate deadline = due != null ? due : target != null ? target : iterationFinish;
        boolean open = category != StateCategory.COMPLETED && category != StateCategory.REMOVED;
        String level = row.getString("level");
        return new WorkItemRow(
                new WorkItemKey(new ConnectionId(row.getObject("connection_id", UUID.class)), row.getLong("remote_id")),
                new LinkId(row.getObject("link_id", UUID.class)),
                row.getInt("rev"),
                row.getString("type"),
                color(row.getString("type_color")),
                row.getString("icon"),
                level == null ? WorkItemLevel.OTHER : WorkItemLevel.valueOf(level),
                row.getString("title"),
                row.getString("state"),
                color(row.getString("state_color")),
                category,
                row.getString("assignee_name"),
                row.getString("area_path"),
                row.getString("iteration_path"),
                row.getObject("parent_id", Long.class),
                row.getObject("priority", Integer.class),
                row.getObject("effort", Double.class),
                row.getObject("original_estimate", Double.class),
                row.getObject("remaining_work", Double.class),
                row.getObject("completed_work", Double.class),
                day(row, "start_date"),
                target,
                due,
                iterationFinish,
                tags(row.getString("tags")),
                instant(row, "changed_at"),
                webAddress(row.getString("web_address")),
                instant(row, "removed_at"),
                open && deadline != null && deadline.isBefore(today),
                row.getBoolean("has_children"));
    }

    static List<String> tags(String joined) {
        return Arrays.stream(joined.split(";"))
                .map(String::strip)
                .filter(tag -> !tag.isEmpty())
                .toList();
    }

    /** Six hexadecimal digits or null: a colour goes into the page as it is. */
    static @Nullable String color(@Nullable String stored) {
        return stored != null && stored.matches("[0-9A-Fa-f]{6}") ? stored : null;
    }

    private static @Nullable URI webAddress(@Nullable String stored) {
        if (stored == null) {
            return null;
        }
        try {
            URI address = new URI(stored);
            return "https".equalsIgnoreCase(address.getScheme()) || "http".equalsIgnoreCase(address.getScheme())
                    ? address
                    : null;
        } catch (URISyntaxException unusable) {
            return null;
        }
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime stored = row.getObject(column, OffsetDateTime.class);
        return stored == null ? null : stored.toInstant();
    }

    private static @Nullable LocalDate day(ResultSet row, String column) throws SQLException {
        @Nullable Instant stored = instant(row, column);
        return stored == null ? null : LocalDate.ofInstant(stored, ZoneOffset.UTC);
    }
}
