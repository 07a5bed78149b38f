package tallyfold.workitem.ui;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tallyfold.project.ProjectId;
import tallyfold.workitem.MappedFieldService;
import tallyfold.workitem.WorkItemKey;
import tallyfold.workitem.WorkItemRow;

/** What the columns of mapped fields show. Read page by page with the rows; nothing is asked while none is shown. */
final class MappedCells {

    /** More rows than a browser ever holds at once. */
    private static final int KEPT = 2_000;

    private final MappedFieldService service;
    private final ProjectId project;
    private final List<String> columns;
    private final Map<WorkItemKey, Map<String, String>> cells = new LinkedHashMap<>();

    /** @param columns names of the columns that are shown */
    MappedCells(MappedFieldService service, ProjectId project, List<String> columns) {
        this.service = service;
        this.project = project;
        this.columns = List.copyOf(columns);
    }

    List<String> columns() {
        return columns;
    }

    /** The rows as they are, their cells being known from now on. */
    synchronized List<WorkItemRow> with(List<WorkItemRow> rows) {
        if (columns.isEmpty() || rows.isEmpty()) {
            return rows;
        }
        Set<WorkItemKey> keys = new HashSet<>();
        rows.forEach(row -> keys.add(row.key()));
        Map<WorkItemKey, Map<String, String>> read = service.values(project, keys);
        if (cells.size() + keys.size() > KEPT) {
            cells.clear();
        }
        keys.forEach(key -> cells.put(key, read.getOrDefault(key, Map.of())));
        return rows;
    }

    synchronized String of(WorkItemRow row, String column) {
        if (!cells.containsKey(row.key())) {
            with(List.of(row));
        }
        return cells.getOrDefault(row.key(), Map.of()).getOrDefault(column, "");
    }
}
