package tallyfold.workitem.internal;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tallyfold.workitem.WorkItemFilter;
import tallyfold.workitem.WorkItemKey;

/** A filter as conditions on {@code li} (link_item) and {@code w} (work_item); every value is bound, none is written in. */
final class FilterSql {

    /** The two tables every reading starts from: the project's own lines first, then its items by their key. */
    private static final String JOINED = """
            FROM link_item li
            JOIN work_item w ON w.connection_id = li.connection_id AND w.remote_id = li.remote_id
            """;

    /** An item two links of a project share is shown once: through a link that still lists it, the first of these. */
    static final String ONCE = """
            NOT EXISTS (SELECT 1 FROM link_item o
                WHERE o.connection_id = li.connection_id AND o.remote_id = li.remote_id
                  AND o.project_id = li.project_id AND o.link_id <> li.link_id
                  AND ((o.removed_at IS NULL AND li.removed_at IS NOT NULL)
                    OR ((o.removed_at IS NULL) = (li.removed_at IS NULL) AND o.link_id < li.link_id)))
            """;

    private static final String ITERATION_OVER_IN_LINK = """
            EXISTS (SELECT 1 FROM iteration i
                WHERE i.link_id = li.link_id AND i.finish_date < :today AND i.path = w.iteration_path)
            """;

    private static final String PATH_SEPARATOR = "\\";

    /** Outer joins make H2 begin with the numbers; otherwise it compares each of a project's items with all of them. */
    private static final String JOINED_FROM_IDS = """
            FROM UNNEST(CAST(:ids AS BIGINT ARRAY)) AS u(id)
            LEFT JOIN link_item li ON li.project_id = :project AND li.remote_id = u.id
            LEFT JOIN work_item w ON w.connection_id = li.connection_id AND w.remote_id = li.remote_id
            """;

    private static final String LINES_ONLY = "FROM link_item li\n";

    private String from = JOINED;
    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> parameters = new HashMap<>();

    private FilterSql(ReadingScope scope) {
        parameters.put("project", scope.project().value());
        parameters.put("today", scope.today());
        parameters.put("startOfToday", scope.today().atStartOfDay().atOffset(ZoneOffset.UTC));
        conditions.add("li.project_id = :project");
        if (scope.manyLinks()) {
            conditions.add(ONCE);
        }
    }

    /** The items of the project, present or not, with some numbers. */
    static FilterSql numbered(ReadingScope scope, Collection<WorkItemKey> keys) {
        FilterSql sql = new FilterSql(scope);
        sql.from = JOINED_FROM_IDS;
        sql.bind("ids", keys.stream().map(WorkItemKey::id).distinct().toArray(Long[]::new));
        return sql;
    }

    /** What the filter lets through. */
    static FilterSql matching(ReadingScope scope, WorkItemFilter filter) {
        FilterSql sql = new FilterSql(scope);
        sql.also(
                filter.removed()
                        ? "(li.removed_at IS NOT NULL OR w.state_category = 'REMOVED')"
                        : "li.removed_at IS NULL");
        if (filter.late()) {
            sql.also(sql.late(scope));
        }
        sql.text(filter.text());
        sql.oneOf("w.type", "types", filter.types());
        sql.oneOf("w.state", "states", filter.states());
        sql.oneOf("w.iteration_path", "iterations", filter.iterations());
        sql.assignees(filter.assignees());
        sql.areas(filter.areas());
        sql.tags(filter.tags());
        return sql;
    }

    void also(String condition) {
        conditions.add(condition);
    }

    void bind(String name, Object value) {
        parameters.put(name, value);
    }

    String from() {
        return from;
    }

    /** The tables the conditions speak of; counting all items of a project needs only its own lines. */
    String fromForCounting() {
        return conditions.stream().anyMatch(condition -> condition.contains("w.")) ? from : LINES_ONLY;
    }

    String where() {
        return "WHERE " + String.join("\n  AND ", conditions) + "\n";
    }

    Map<String, Object> parameters() {
        return Map.copyOf(parameters);
    }

    /**
     * Iterations that are over come as their paths, because H2 would read them again for every item; where several links
     * could have namesakes, the item's own link has the last word.
     */
    private String late(ReadingScope scope) {
        String over = "FALSE";
        if (!scope.endedIterations().isEmpty()) {
            bind("ended", scope.endedIterations());
            over = "w.iteration_path IN (:ended)" + (scope.manyLinks() ? " AND " + ITERATION_OVER_IN_LINK : "");
        }
        return """
                (w.state_category NOT IN ('COMPLETED', 'REMOVED')
                  AND (COALESCE(w.due_date, w.target_date) < :startOfToday
                    OR (w.due_date IS NULL AND w.target_date IS NULL AND %s)))
                """.formatted(over);
    }

    private void text(String text) {
        if (text.isEmpty()) {
            return;
        }
        bind("text", "%" + escaped(text) + "%");
        String condition = "LOWER(w.title) LIKE LOWER(CAST(:text AS VARCHAR)) ESCAPE '!'";
        String digits = text.startsWith("#") ? text.substring(1) : text;
        if (digits.matches("[0-9]{1,18}")) {
            bind("number", Long.parseLong(digits));
            condition = "(" + condition + " OR li.remote_id = :number)";
        }
        conditions.add(condition);
    }

    private void oneOf(String column, String name, List<String> values) {
        if (!values.isEmpty()) {
            bind(name, values);
            conditions.add(column + " IN (:" + name + ")");
        }
    }

    private void assignees(List<String> keys) {
        if (keys.isEmpty()) {
            return;
        }
        List<String> people = keys.stream()
                .filter(key -> !key.equals(WorkItemFilter.UNASSIGNED))
                .toList();
        List<String> either = new ArrayList<>();
        if (people.size() < keys.size()) {
            either.add("w.assignee_key IS NULL");
        }
        if (!people.isEmpty()) {
            bind("people", people);
            either.add("w.assignee_key IN (:people)");
        }
        anyOf(either);
    }

    private void areas(List<String> paths) {
        List<String> either = new ArrayList<>();
        for (String path : paths) {
            String name = "area" + either.size();
            bind(name, path);
            bind(name + "Below", escaped(path + PATH_SEPARATOR) + "%");
            either.add("w.area_path = :%1$s OR w.area_path LIKE :%1$sBelow ESCAPE '!'".formatted(name));
        }
        anyOf(either);
    }

    private void tags(List<String> tags) {
        List<String> either = new ArrayList<>();
        for (String tag : tags) {
            String name = "tag" + either.size();
            bind(name, "%;" + escaped(tag) + ";%");
            either.add("LOWER(';' || REPLACE(w.tags, '; ', ';') || ';') LIKE LOWER(CAST(:%s AS VARCHAR)) ESCAPE '!'"
                    .formatted(name));
        }
        anyOf(either);
    }

    private void anyOf(List<String> either) {
        if (!either.isEmpty()) {
            conditions.add("(" + String.join(" OR ", either) + ")");
        }
    }

    /** The text as LIKE finds it literally. */
    private static String escaped(String text) {
        return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }
}
