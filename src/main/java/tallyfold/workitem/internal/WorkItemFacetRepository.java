package tallyfold.workitem.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tallyfold.provider.StateCategory;
import tallyfold.provider.WorkItemLevel;
import tallyfold.workitem.WorkItemFacets;
import tallyfold.workitem.WorkItemFilter;

/** Reads what the items of a project can be filtered by. */
@Repository
public class WorkItemFacetRepository {

    private static final String OF_PROJECT = "JOIN link k ON k.id = f.link_id WHERE k.project_id = :project\n";

    private final JdbcClient jdbc;

    WorkItemFacetRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public WorkItemFacets read(ReadingScope scope) {
        return new WorkItemFacets(
                types(scope),
                states(scope),
                assignees(scope),
                paths("iteration", scope),
                paths("area", scope),
                tags(scope));
    }

    private List<WorkItemFacets.Type> types(ReadingScope scope) {
        Map<String, WorkItemFacets.Type> byName = new LinkedHashMap<>();
        jdbc.sql("SELECT f.name, f.color, f.icon, f.level FROM work_item_type f " + OF_PROJECT + """
                        ORDER BY CASE f.level WHEN 'EPIC' THEN 0 WHEN 'FEATURE' THEN 1 WHEN 'REQUIREMENT' THEN 2
                            WHEN 'TASK' THEN 3 ELSE 4 END, f.name, f.link_id
                        """)
                .param("project", scope.project().value())
                .query((row, _) -> new WorkItemFacets.Type(
                        row.getString("name"),
                        WorkItemRowMapper.color(row.getString("color")),
                        row.getString("icon"),
                        WorkItemLevel.valueOf(row.getString("level"))))
                .list()
                .forEach(type -> byName.putIfAbsent(type.name(), type));
        return List.copyOf(byName.values());
    }

    private List<WorkItemFacets.State> states(ReadingScope scope) {
        Map<String, WorkItemFacets.State> byName = new LinkedHashMap<>();
        jdbc.sql("SELECT f.name, f.color, f.category FROM work_item_state f " + OF_PROJECT + """
                        ORDER BY CASE f.category WHEN 'PROPOSED' THEN 0 WHEN 'IN_PROGRESS' THEN 1 WHEN 'RESOLVED' THEN 2
                            WHEN 'COMPLETED' THEN 3 ELSE 4 END, f.position, f.name, f.type_name, f.link_id
                        """)
                .param("project", scope.project().value())
                .query((row, _) -> new WorkItemFacets.State(
                        row.getString("name"),
                        WorkItemRowMapper.color(row.getString("color")),
                        StateCategory.valueOf(row.getString("category"))))
                .list()
                .forEach(state -> byName.putIfAbsent(state.name(), state));
        return List.copyOf(byName.values());
    }

    private List<WorkItemFacets.Assignee> assignees(ReadingScope scope) {
        FilterSql items = FilterSql.matching(scope, WorkItemFilter.NONE);
        items.also("w.assignee_key IS NOT NULL");
        return jdbc.sql("SELECT w.assignee_key, MAX(w.assignee_name) AS name\n" + items.from() + items.where()
                        + "GROUP BY w.assignee_key ORDER BY name, w.assignee_key")
                .params(items.parameters())
                .query((row, _) -> {
                    String key = row.getString("assignee_key");
                    String name = row.getString("name");
                    return new WorkItemFacets.Assignee(key, name == null ? key : name);
                })
                .list();
    }

    /** Paths of a table, which is a word of this class. */
    private List<String> paths(String table, ReadingScope scope) {
        return jdbc.sql("SELECT DISTINCT f.path FROM " + table + " f " + OF_PROJECT + "ORDER BY f.path")
                .param("project", scope.project().value())
                .query((row, _) -> row.getString(1))
                .list();
    }

    private List<String> tags(ReadingScope scope) {
        FilterSql items = FilterSql.matching(scope, WorkItemFilter.NONE);
        items.also("w.tags <> ''");
        Map<String, String> tags = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        jdbc.sql("SELECT DISTINCT w.tags\n" + items.from() + items.where())
                .params(items.parameters())
                .query((row, _) -> row.getString(1))
                .list()
                .forEach(joined -> WorkItemRowMapper.tags(joined).forEach(tag -> tags.putIfAbsent(tag, tag)));
        return List.copyOf(tags.values());
    }
}
