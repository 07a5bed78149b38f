package tallyfold.workitem.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.stereotype.Repository;
import tallyfold.connection.ConnectionId;
import tallyfold.project.LinkId;
import tallyfold.project.ProjectId;
import tallyfold.provider.StateCategory;
import tallyfold.workitem.FigureItem;
import tallyfold.workitem.ItemPast;
import tallyfold.workitem.StateChange;
import tallyfold.workitem.WorkItemKey;

/** Reads items as figures need them: all of a project in one go, or the past of a few. */
@Repository
public class FigureItemRepository {

    static final String OF_PROJECT = """
            SELECT li.link_id, li.connection_id, li.remote_id, w.parent_id, w.type, w.state, w.state_category,
                w.iteration_path, w.assignee_key, w.assignee_name, w.assignee_active, w.start_date,
                COALESCE(w.due_date, w.target_date), w.effort, w.original_estimate, w.completed_work, w.remaining_work
            FROM link_item li
            JOIN work_item w ON w.connection_id = li.connection_id AND w.remote_id = li.remote_id
            WHERE li.project_id = ? AND li.removed_at IS NULL
            """;

    static final String PASTS = """
            SELECT w.remote_id, w.type, w.state, w.state_category, w.created_at, w.closed_at, w.state_changed_at,
                s.changed_at, s.type, s.state
            FROM UNNEST(CAST(? AS BIGINT ARRAY)) AS u(id)
            JOIN work_item w ON w.connection_id = ? AND w.remote_id = u.id
            LEFT JOIN state_change s ON s.connection_id = w.connection_id AND s.remote_id = w.remote_id
            ORDER BY w.remote_id, s.changed_at
            """;

    static final String TITLES = """
            SELECT w.remote_id, w.title FROM UNNEST(CAST(? AS BIGINT ARRAY)) AS u(id)
            JOIN work_item w ON w.connection_id = ? AND w.remote_id = u.id
            """;

    private static final int FETCHED_AT_ONCE = 5_000;

    private final JdbcTemplate jdbc;

    FigureItemRepository(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    public void all(ProjectId project, Consumer<FigureItem> reader) {
        JdbcTemplate streaming = new JdbcTemplate(Objects.requireNonNull(jdbc.getDataSource()));
        streaming.setFetchSize(FETCHED_AT_ONCE);
        Names names = new Names();
        streaming.query(OF_PROJECT, (RowCallbackHandler) row -> reader.accept(item(row, names)), project.value());
    }

    /** The few texts and keys that most items share are kept once, however many items there are. */
    private static final class Names {

        private final Map<UUID, LinkId> links = new HashMap<>();
        private final Map<UUID, ConnectionId> connections = new HashMap<>();
        private final Map<String, String> texts = new HashMap<>();

        LinkId link(UUID id) {
            return links.computeIfAbsent(id, LinkId::new);
        }

        ConnectionId connection(UUID id) {
            return connections.computeIfAbsent(id, ConnectionId::new);
        }

        String text(String text) {
            String known = texts.putIfAbsent(text, text);
            return known == null ? text : known;
        }

        @Nullable
        String textOrNull(@Nullable String text) {
            return text == null ? null : text(text);
        }
    }

    private static FigureItem item(ResultSet row, Names names) throws SQLException {
        return new FigureItem(
                names.link(row.getObject(1, UUID.class)),
                new WorkItemKey(names.connection(row.getObject(2, UUID.class)), row.getLong(3)),
                row.getObject(4, Long.class),
                names.text(row.getString(5)),
                names.text(row.getString(6)),
                StateCategory.valueOf(row.getString(7)),
                names.text(row.getString(8)),
                names.textOrNull(row.getString(9)),
                names.textOrNull(row.getString(10)),
                !Boolean.FALSE.equals(row.getObject(11, Boolean.class)),
                day(row, 12),
                day(row, 13),
                row.getObject(14, Double.class),
                row.getObject(15, Double.class),
                row.getObject(16, Double.class),
                row.getObject(17, Double.class));
    }

    private static @Nullable LocalDate day(ResultSet row, int column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : LocalDate.ofInstant(time.toInstant(), ZoneOffset.UTC);
    }

    public List<ItemPast> pasts(ConnectionId connection, Collection<Long> ids) {
        Map<Long, Past> pasts = new LinkedHashMap<>();
        jdbc.query(
                PASTS,
                ps -> {
                    ps.setArray(1, IdArray.of(ps, ids));
                    ps.setObject(2, connection.value());
                },
                row -> {
                    long id = row.getLong(1);
                    Past past = pasts.get(id);
                    if (past == null) {
                        past = new Past(
                                row.getString(2),
                                row.getString(3),
                                StateCategory.valueOf(row.getString(4)),
                                instant(row, 5),
                                instant(row, 6),
                                instant(row, 7),
                                new ArrayList<>());
                        pasts.put(id, past);
                    }
                    Instant changed = instant(row, 8);
                    if (changed != null) {
                        past.earlier.add(new StateChange(changed, row.getString(9), row.getString(10)));
                    }
                });
        return pasts.entrySet().stream()
                .map(entry -> entry.getValue().of(entry.getKey()))
                .toList();
    }

    private record Past(
            String type,
            String state,
            StateCategory category,
            @Nullable Instant created,
            @Nullable Instant closed,
            @Nullable Instant stateChanged,
            List<StateChange> earlier) {

        /** The present state stands with the item, unless it was kept with the past ones already. */
        ItemPast of(long id) {
            List<StateChange> changes = new ArrayList<>(earlier);
            if (stateChanged != null
                    && changes.stream().noneMatch(change -> !change.at().isBefore(stateChanged))) {
                changes.add(new StateChange(stateChanged, type, state));
            }
            return new ItemPast(id, type, state, category, created, closed, changes);
        }
    }

    private static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    public Map<Long, String> titles(ConnectionId connection, Collection<Long> ids) {
        Map<Long, String> titles = new HashMap<>();
        jdbc.query(
                TITLES,
                ps -> {
                    ps.setArray(1, IdArray.of(ps, ids));
                    ps.setObject(2, connection.value());
                },
                row -> {
                    titles.put(row.getLong(1), row.getString(2));
                });
        return titles;
    }
}
