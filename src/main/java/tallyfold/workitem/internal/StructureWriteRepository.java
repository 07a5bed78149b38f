package tallyfold.workitem.internal;

import java.sql.Date;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import tallyfold.project.LinkId;
import tallyfold.provider.RemoteStructure;

/** Writes the tables of types, states, areas, iterations, teams and their members. */
@Repository
public class StructureWriteRepository {

    /** A table of structure: its columns besides the link, the first {@code keys} of them being its key. */
    private record Table(String name, int keys, List<String> columns) {
        Table(String name, int keys, String... columns) {
            this(name, keys, List.of(columns));
        }
    }

    private static final Table TYPES = new Table("work_item_type", 1, "name", "color", "icon", "level");
    private static final Table STATES =
            new Table("work_item_state", 2, "type_name", "name", "color", "category", "position");
    private static final Table AREAS = new Table("area", 1, "remote_key", "path");
    private static final Table ITERATIONS =
            new Table("iteration", 1, "remote_key", "path", "name", "start_date", "finish_date");
    private static final Table TEAMS = new Table("team", 1, "remote_key", "name");
    private static final Table MEMBERS =
            new Table("team_member", 2, "team_key", "person_key", "display_name", "unique_name", "active");
    private static final List<Table> ALL = List.of(TYPES, STATES, AREAS, ITERATIONS, TEAMS, MEMBERS);

    private final JdbcTemplate jdbc;

    StructureWriteRepository(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    public void store(LinkId link, RemoteStructure structure) {
        List<List<@Nullable Object>> types = new ArrayList<>();
        List<List<@Nullable Object>> states = new ArrayList<>();
        for (RemoteStructure.WorkItemType type : structure.types()) {
            String typeName = StoredText.fit(type.name(), 128);
            types.add(row(
                    typeName,
                    StoredText.fit(type.color(), 8),
                    StoredText.fitOrNull(type.icon(), 128),
                    type.level().name()));
            int position = 0;
            for (RemoteStructure.State state : type.states()) {
                states.add(row(
                        typeName,
                        StoredText.fit(state.name(), 128),
                        StoredText.fit(state.color(), 8),
                        state.category().name(),
                        position++));
            }
        }
        replace(link, TYPES, types);
        replace(link, STATES, states);
        replace(
                link,
                AREAS,
                structure.areas().stream()
                        .map(area -> row(StoredText.fit(area.key(), 64), StoredText.fit(area.path(), 4000)))
                        .toList());
        replace(
                link,
                ITERATIONS,
                structure.iterations().stream()
                        .map(iteration -> row(
                                StoredText.fit(iteration.key(), 64),
                                StoredText.fit(iteration.path(), 4000),
                                StoredText.fit(iteration.name(), 512),
                                iteration.start(),
                                iteration.finish()))
                        .toList());
        storeTeams(link, structure.teams());
    }

    private void storeTeams(LinkId link, List<RemoteStructure.Team> teams) {
        replace(
                link,
                TEAMS,
                teams.stream()
                        .map(team -> row(StoredText.fit(team.key(), 64), StoredText.fit(team.name(), 512)))
                        .toList());
    }

    public void erase(LinkId link) {
        ALL.forEach(table -> jdbc.update("DELETE FROM " + table.name() + " WHERE link_id = ?", link.value()));
    }

    /** Makes the rows of a link equal to the given ones; of several with one key the first counts. */
    private void replace(LinkId link, Table table, List<List<@Nullable Object>> rows) {
        Map<List<@Nullable Object>, List<@Nullable Object>> wanted = new LinkedHashMap<>();
        rows.forEach(row -> wanted.putIfAbsent(row.subList(0, table.keys()), row));
        Set<List<@Nullable Object>> stored = new HashSet<>(stored(link, table));
        if (stored.equals(new HashSet<>(wanted.values()))) {
            return;
        }
        jdbc.update("DELETE FROM " + table.name() + " WHERE link_id = ?", link.value());
        String marks = ", ?".repeat(table.columns().size());
        jdbc.batchUpdate(
                "INSERT INTO " + table.name() + " (link_id, " + String.join(", ", table.columns()) + ") VALUES (?"
                        + marks + ")",
                wanted.values().stream()
                        .map(row -> {
                            List<@Nullable Object> all = new ArrayList<>(List.of(link.value()));
                            all.addAll(row);
                            return all.toArray();
                        })
                        .toList());
    }

    private List<List<@Nullable Object>> stored(LinkId link, Table table) {
        return jdbc.query(
                "SELECT " + String.join(", ", table.columns()) + " FROM " + table.name() + " WHERE link_id = ?",
                (rs, _) -> {
                    List<@Nullable Object> row = new ArrayList<>();
                    for (int column = 1; column <= table.columns().size(); column++) {
                        Object value = rs.getObject(column);
                        row.add(value instanceof Date date ? date.toLocalDate() : value);
                    }
                    return row;
                },
                link.value());
    }

    private static List<@Nullable Object> row(@Nullable Object... values) {
        List<@Nullable Object> row = new ArrayList<>(values.length);
        Collections.addAll(row, values);
        return row;
    }
}
