package tallyfold.workitem.internal;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tallyfold.workitem.WorkItemFilter;
import tallyfold.workitem.WorkItemKey;
import tallyfold.workitem.WorkItemTrait;

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

    private static final String ITERATION_IN_LINK = """
            EXISTS (SELECT 1 FROM iteration i WHERE i.link_id = li.link_id AND i.path = w.iteration_path%s)
            """;
    private static final String OVER = ITERATION_IN_LINK.formatted(" AND i.finish_date < :today");
    private static final String ENDING =
            ITERATION_IN_LINK.formatted(" AND i.finish_date >= :monday AND i.finish_date < :nextMonday");

    /** What nobody can have meant, such as less than nothing, is no estimate. */
    private static final String NO_ESTIMATE = "(%1$s IS NULL OR %1$s NOT BETWEEN 0 AND 1000000)";

    private static final String WITHOUT_ESTIMATE = Stream.of("w.effort", "w.original_estimate", "w.remaining_work")
            .map(NO_ESTIMATE::formatted)
            .collect(Collectors.joining(" AND "));
    private static final String WITHOUT_ITERATION =
            "(POSITION('\\' IN w.iteration_path) = 0 OR NOT " + ITERATION_IN_LINK.formatted("") + ")";

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
        sql.oneOf(
                "w.state_category",
                "categories",
                filter.categories().stream().map(Enum::name).toList());
        sql.iterations(filter.iterations());
        sql.assignees(filter.assignees());
        sql.areas(filter.areas());
        sql.tags(filter.tags());
        MappedColumnSql mapped = new MappedColumnSql(scope.columns(), sql::bind);
        filter.mappedByColumn().forEach((column, values) -> sql.also(mapped.shows(column, values)));
        filter.traits().forEach(trait -> sql.also(sql.trait(trait, scope)));
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

    private String trait(WorkItemTrait trait, ReadingScope scope) {
        return switch (trait) {
            case DUE_THIS_WEEK -> {
                LocalDate monday = scope.monday();
                LocalDate nextMonday = scope.nextMonday();
                bind("monday", monday);
                bind("nextMonday", nextMonday);
                bind("startOfWeek", monday.atStartOfDay().atOffset(ZoneOffset.UTC));
                bind("endOfWeek", nextMonday.atStartOfDay().atOffset(ZoneOffset.UTC));
                yield open(
                        "COALESCE(w.due_date, w.target_date) >= :startOfWeek"
                                + " AND COALESCE(w.due_date, w.target_date) < :endOfWeek",
                        inIterations("ending", scope.endingIterations(), scope.manyLinks(), ENDING));
            }
            case WITHOUT_ESTIMATE -> WITHOUT_ESTIMATE;
            case WITHOUT_ITERATION -> WITHOUT_ITERATION;
        };
    }

    private String late(ReadingScope scope) {
        return open(
                "COALESCE(w.due_date, w.target_date) < :startOfToday",
                inIterations("ended", scope.endedIterations(), scope.manyLinks(), OVER));
    }

    /** What is neither completed nor removed, by its own date or, without one, by its iteration. */
    private static String open(String byDate, String byIteration) {
        return """
                (w.state_category NOT IN ('COMPLETED', 'REMOVED')
                  AND (%s OR (w.due_date IS NULL AND w.target_date IS NULL AND %s)))
                """.formatted(byDate, byIteration);
    }

    /**
     * Iterations come as their paths, because H2 would read them again for every item; where several links could have
     * namesakes, the item's own link has the last word.
     */
    private String inIterations(String name, List<String> paths, boolean manyLinks, String inLink) {
        if (paths.isEmpty()) {
            return "FALSE";
        }
        bind(name, paths);
        return "w.iteration_path IN (:" + name + ")" + (manyLinks ? " AND " + inLink : "");
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

    private void iterations(List<String> paths) {
        List<String> either = new ArrayList<>();
        List<String> alone =
                paths.stream().filter(path -> !path.endsWith(PATH_SEPARATOR)).toList();
        if (!alone.isEmpty()) {
            bind("iterations", alone);
            either.add("w.iteration_path IN (:iterations)");
        }
        paths.stream()
                .filter(path -> path.endsWith(PATH_SEPARATOR))
                .map(path -> path.substring(0, path.length() - 1))
                .forEach(path -> either.add(withBelow("w.iteration_path", "iteration" + either.size(), path)));
        anyOf(either);
    }

    private void areas(List<String> paths) {
        List<String> either = new ArrayList<>();
        paths.forEach(path -> either.add(withBelow("w.area_path", "area" + either.size(), path)));
        anyOf(either);
    }

    private String withBelow(String column, String name, String path) {
        bind(name, path);
        bind(name + "Below", escaped(path + PATH_SEPARATOR) + "%");
        return "%1$s = :%2$s OR %1$s LIKE :%2$sBelow ESCAPE '!'".formatted(column, name);
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
