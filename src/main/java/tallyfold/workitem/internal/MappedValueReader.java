package tallyfold.workitem.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tallyfold.connection.ConnectionId;
import tallyfold.project.ProjectId;
import tallyfold.workitem.FieldMapping;
import tallyfold.workitem.FieldTarget;
import tallyfold.workitem.WorkItemKey;

/** Reads values of mapped fields and applies the rules of their mappings. */
@Component
public class MappedValueReader {

    private record Found(
            WorkItemKey item,
            String type,
            String organization,
            @Nullable String process,
            String field,
            String value) {}

    private final JdbcClient jdbc;
    private final FieldMappingRepository mappings;

    MappedValueReader(JdbcClient jdbc, FieldMappingRepository mappings) {
        this.jdbc = jdbc;
        this.mappings = mappings;
    }

    /** Values by item and column; asks nothing of items where no column is mapped. */
    public Map<WorkItemKey, Map<String, String>> read(ProjectId project, Collection<WorkItemKey> items) {
        List<FieldMappingRepository.Kept> columns = mappings.ofProject(project).stream()
                .filter(kept -> kept.mapping().target() == FieldTarget.COLUMN)
                .toList();
        if (columns.isEmpty()) {
            return Map.of();
        }
        Set<WorkItemKey> wanted = new HashSet<>(items);
        Map<WorkItemKey, Map<String, String>> values = new HashMap<>();
        for (Found found : found(project, items)) {
            if (!wanted.contains(found.item())) {
                continue;
            }
            for (FieldMappingRepository.Kept kept : columns) {
                FieldMapping mapping = kept.mapping();
                if (kept.organization().equals(found.organization())
                        && mapping.process().equals(found.process())
                        && mapping.type().equals(found.type())
                        && mapping.field().reference().equals(found.field())) {
                    String shown = mapping.translate(found.value());
                    if (!shown.isEmpty()) {
                        values.computeIfAbsent(found.item(), _ -> new TreeMap<>())
                                .put(mapping.column(), shown);
                    }
                }
            }
        }
        return values;
    }

    /** What each column shows, in alphabetical order and at most so many values. */
    public Map<String, List<String>> choices(ProjectId project, int most) {
        List<FieldMappingRepository.Kept> columns = mappings.ofProject(project).stream()
                .filter(kept -> kept.mapping().target() == FieldTarget.COLUMN)
                .toList();
        if (columns.isEmpty()) {
            return Map.of();
        }
        Map<String, Set<String>> shown =
                new TreeMap<>(String.CASE_INSENSITIVE_ORDER.thenComparing(Comparator.naturalOrder()));
        columns.forEach(kept -> shown.computeIfAbsent(kept.mapping().column(), _ -> new TreeSet<>()));
        jdbc.sql("""
                        SELECT DISTINCT w.type, k.organization_key, k.process, f.field, f.field_value
                        FROM link_item li
                        JOIN link k ON k.id = li.link_id
                        JOIN work_item w ON w.connection_id = li.connection_id AND w.remote_id = li.remote_id
                        JOIN work_item_field f ON f.connection_id = li.connection_id AND f.remote_id = li.remote_id
                        WHERE li.project_id = :project AND li.removed_at IS NULL
                        """).param("project", project.value()).query(rs -> {
            for (FieldMappingRepository.Kept kept : columns) {
                FieldMapping mapping = kept.mapping();
                if (mapping.type().equals(rs.getString(1))
                        && kept.organization().equals(rs.getString(2))
                        && mapping.process().equals(rs.getString(3))
                        && mapping.field().reference().equals(rs.getString(4))) {
                    shown.getOrDefault(mapping.column(), new TreeSet<>()).add(mapping.translate(rs.getString(5)));
                }
            }
        });
        Map<String, List<String>> choices = new LinkedHashMap<>();
        shown.forEach((column, some) -> choices.put(
                column,
                some.stream().filter(value -> !value.isEmpty()).limit(most).toList()));
        return choices;
    }

    private List<Found> found(ProjectId project, Collection<WorkItemKey> items) {
        List<Found> found = new ArrayList<>();
        jdbc.sql("""
                        SELECT li.connection_id, li.remote_id, w.type, k.organization_key, k.process, f.field, f.field_value
                        FROM UNNEST(CAST(:ids AS BIGINT ARRAY)) AS u(id)
                        LEFT JOIN link_item li ON li.project_id = :project AND li.remote_id = u.id
                        LEFT JOIN work_item w ON w.connection_id = li.connection_id AND w.remote_id = li.remote_id
                        LEFT JOIN link k ON k.id = li.link_id
                        LEFT JOIN work_item_field f ON f.connection_id = li.connection_id AND f.remote_id = li.remote_id
                        WHERE f.field IS NOT NULL
                        """)
                .param("ids", items.stream().map(WorkItemKey::id).distinct().toArray(Long[]::new))
                .param("project", project.value())
                .query((rs, _) -> found.add(new Found(
                        new WorkItemKey(new ConnectionId(rs.getObject(1, UUID.class)), rs.getLong(2)),
                        rs.getString(3),
                        rs.getString(4),
                        rs.getString(5),
                        rs.getString(6),
                        rs.getString(7))))
                .list();
        return found;
    }
}
