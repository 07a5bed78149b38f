package tallyfold.workitem.internal;

import java.util.ArrayList;
import java.util.List;
import tallyfold.kernel.PageQuery;
import tallyfold.workitem.WorkItemColumn;

/** The order of a reading; always ends in the key, so that pages neither overlap nor leave a gap. */
final class OrderSql {

    private static final String KEY = "w.remote_id, w.connection_id";

    private OrderSql() {}

    /**
     * The order asked for, else the one given.
     *
     * @throws IllegalArgumentException for a column that cannot be sorted by
     */
    static String by(List<PageQuery.Sort> sort, String otherwise) {
        if (sort.isEmpty()) {
            return "ORDER BY " + otherwise + "\n";
        }
        if (sort.getFirst().column().equals(WorkItemColumn.ID.key())
                && sort.getFirst().ascending()) {
            return "ORDER BY " + byKey() + "\n";
        }
        List<String> parts = new ArrayList<>();
        for (PageQuery.Sort one : sort) {
            WorkItemColumn column = WorkItemColumn.of(one.column())
                    .orElseThrow(() -> new IllegalArgumentException("No column to sort by: " + one.column()));
            parts.add(expression(column) + (one.ascending() ? " ASC" : " DESC") + " NULLS LAST");
        }
        return "ORDER BY " + String.join(", ", parts) + ", " + KEY + "\n";
    }

    /** By number. H2 takes this order from the index only when all its columns are named. */
    static String byKey() {
        return "li.project_id, li.remote_id, li.connection_id";
    }

    /** As the source system ranks siblings. */
    static String byRank() {
        return "w.sort_rank ASC NULLS LAST, " + KEY;
    }

    private static String expression(WorkItemColumn column) {
        return switch (column) {
            case ID -> "w.remote_id";
            case TITLE -> "LOWER(w.title)";
            case TYPE -> "w.type";
            case STATE ->
                "CASE w.state_category WHEN 'PROPOSED' THEN 0 WHEN 'IN_PROGRESS' THEN 1 WHEN 'RESOLVED' THEN 2"
                        + " WHEN 'COMPLETED' THEN 3 ELSE 4 END";
            case ASSIGNEE -> "LOWER(w.assignee_name)";
            case AREA -> "w.area_path";
            case ITERATION -> "w.iteration_path";
            case PRIORITY -> "w.priority";
            case EFFORT -> "w.effort";
            case ORIGINAL_ESTIMATE -> "w.original_estimate";
            case REMAINING_WORK -> "w.remaining_work";
            case COMPLETED_WORK -> "w.completed_work";
            case START -> "w.start_date";
            case DUE -> "COALESCE(w.due_date, w.target_date)";
            case CHANGED -> "w.changed_at";
            case TAGS -> throw new IllegalArgumentException("Tags have no order");
        };
    }
}
