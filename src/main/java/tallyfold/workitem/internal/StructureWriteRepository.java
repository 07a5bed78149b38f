package tallyfold.workitem.internal;

import java.sql.Date;
import java.util.ArrayList;
import java.util.Collection;
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
import tallyfold.provider.RemotePerson;
import tallyfold.provider.RemoteStructure;

/** Writes the tables of types, states, areas, iterations, teams and their members. */
@Repository
public class StructureWriteRepository {

    /** A table of structure: its columns besides the link, the first {@code keys} of them being its key. */
    private record Table(String name, int keys, List<String> columns) {
        Table(String name, int keys, String... columns) {
            this(name, keys, List.of(columns));
        }

        /** Whether rows of other projects may stand among the link's own. */
        boolean hasForeign() {
            return columns.getLast().equals("own");
        }
    }

    private static final Table TYPES = new Table("work_item_type", 1, "name", "color", "icon", "level", "own");
    private static final Table STATES =
            new Table("work_item_state", 2, "type_name", "name", "color", "category", "position", "own");
    private static final Table AREAS = new Table("area", 1, "remote_key", "path");
    private static final Table ITERATIONS =
            new Table("iteration", 1, "remote_key", "path", "name", "start_date", "finish_date");
    private static final Table TEAMS = new Table("team", 1, "remote_key", "name");
    private static final Table MEMBERS =
            new Table("team_member", 2, "team_key", "person_key", "display_name", "unique_name", "active");
    private static final List<Table> ALL = List.of(TYPES, STATES, AREAS, ITERATIONS, TEAMS, MEMBERS);

    private final JdbcTemplate jdbc;
    private final ItemCounts counts;

    StructureWriteRepository(JdbcTemplate jdbc, ItemCounts counts) {
        this.jdbc = jdbc;
        this.counts = counts;
    }

    public void store(LinkId link, RemoteStructure structure) {
        replace(link, TYPES, typeRows(structure.types(), true));
        replace(link, STATES, stateRows(structure.types(), true));
        replace(
                link,
                AREAS,
                structure.areas().stream()
                        .map(area -> row(StoredText.fit(area.key(), 64), StoredText.fit(area.path(), 4000)))
                        .toList());
        boolean moved = replace(
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
        if (moved) {
            // Items without a day of their own are due when their iteration ends.
            counts.touched(List.of(link));
        }
        replace(
                link,
                TEAMS,
                structure.teams().stream()
                        .map(team -> row(StoredText.fit(team.key(), 64), StoredText.fit(team.name(), 512)))
                        .toList());
    }

    public void storePeople(LinkId link, Map<String, List<RemotePerson>> people) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        people.forEach((team, members) -> members.forEach(person -> rows.add(row(
                StoredText.fit(team, 64),
                StoredText.fit(person.key(), 512),
                StoredText.fit(person.displayName(), 512),
                StoredText.fitOrNull(person.uniqueName(), 512),
                person.active()))));
        replace(link, MEMBERS, rows);
    }

    /** Rows of other projects lose against the link's own of the same key, whichever came first. */
    public void addForeign(LinkId link, List<RemoteStructure.WorkItemType> types) {
        add(link, TYPES, typeRows(types, false));
        add(link, STATES, stateRows(types, false));
    }

    private static List<List<@Nullable Object>> typeRows(List<RemoteStructure.WorkItemType> types, boolean own) {
        return types.stream()
                .map(type -> row(
                        StoredText.fit(type.name(), 128),
                        StoredText.fit(type.color(), 8),
                        StoredText.fitOrNull(type.icon(), 128),
                        type.level().name(),
                        own))
                .toList();
    }

    private static List<List<@Nullable Object>> stateRows(List<RemoteStructure.WorkItemType> types, boolean own) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (RemoteStructure.WorkItemType type : types) {
            int position = 0;
            for (RemoteStructure.State state : type.states()) {
                rows.add(row(
                        StoredText.fit(type.name(), 128),
                        StoredText.fit(state.name(), 128),
                        StoredText.fit(state.color(), 8),
                        state.category().name(),
                        position++,
                        own));
            }
        }
        return rows;
    }

    public void erase(LinkId link) {
        ALL.forEach(table -> jdbc.update("DELETE FROM " + table.name() + " WHERE link_id = ?", link.value()));
    }

    /** Makes the rows of a link equal to the given ones, of several with one key the first counts; false if they were so. */
    private boolean replace(LinkId link, Table table, List<List<@Nullable Object>> rows) {
        Map<List<@Nullable Object>, List<@Nullable Object>> wanted = byKey(table, rows);
        List<List<@Nullable Object>> foreign = new ArrayList<>();
        Set<List<@Nullable Object>> stored = new HashSet<>();
        for (List<@Nullable Object> row : stored(link, table)) {
            if (table.hasForeign() && Boolean.FALSE.equals(row.getLast())) {
                foreign.add(row);
            } else {
                stored.add(row);
            }
        }
        if (stored.equals(new HashSet<>(wanted.values()))) {
            return false;
        }
        jdbc.update("DELETE FROM " + table.name() + " WHERE link_id = ?", link.value());
        foreign.forEach(row -> wanted.putIfAbsent(row.subList(0, table.keys()), row));
        insert(link, table, wanted.values());
        return true;
    }

    /** Adds the rows of which no other with the same key is stored. */
    private void add(LinkId link, Table table, List<List<@Nullable Object>> rows) {
        Map<List<@Nullable Object>, List<@Nullable Object>> wanted = byKey(table, rows);
        stored(link, table).forEach(row -> wanted.remove(row.subList(0, table.keys())));
        insert(link, table, wanted.values());
    }

    private static Map<List<@Nullable Object>, List<@Nullable Object>> byKey(
            Table table, List<List<@Nullable Object>> rows) {
        Map<List<@Nullable Object>, List<@Nullable Object>> byKey = new LinkedHashMap<>();
        rows.forEach(row -> byKey.putIfAbsent(row.subList(0, table.keys()), row));
        return byKey;
    }

    private void insert(LinkId link, Table table, Collection<List<@Nullable Object>> rows) {
        String marks = ", ?".repeat(table.columns().size());
        jdbc.batchUpdate(
                "INSERT INTO " + table.name() + " (link_id, " + String.join(", ", table.columns()) + ") VALUES (?"
                        + marks + ")",
                rows.stream()
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
