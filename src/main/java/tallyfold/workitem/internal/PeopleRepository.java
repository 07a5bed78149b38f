package tallyfold.workitem.internal;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tallyfold.project.ProjectId;
import tallyfold.workitem.WorkItemFilter;

/** Reads who has items and who is in teams. */
@Repository
public class PeopleRepository {

    /** Somebody with items. */
    record Assignee(String key, String name, boolean active, long open, long closed) {}

    /** Somebody in a team; once for each team and link. */
    record Member(
            String key,
            String name,
            @Nullable String uniqueName,
            boolean active,
            @Nullable String team) {}

    private final JdbcClient jdbc;

    PeopleRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Assignee> assignees(ReadingScope scope) {
        FilterSql items = FilterSql.matching(scope, WorkItemFilter.NONE);
        items.also("w.assignee_key IS NOT NULL");
        return jdbc.sql("""
                        SELECT w.assignee_key, MAX(w.assignee_name) AS name,
                            MIN(CASE WHEN w.assignee_active = FALSE THEN 0 ELSE 1 END) AS active,
                            SUM(CASE WHEN w.state_category IN ('COMPLETED', 'REMOVED') THEN 0 ELSE 1 END) AS open_items,
                            SUM(CASE WHEN w.state_category = 'COMPLETED' THEN 1 ELSE 0 END) AS closed_items
                        """ + items.from() + items.where() + "GROUP BY w.assignee_key")
                .params(items.parameters())
                .query((row, _) -> {
                    String key = row.getString("assignee_key");
                    String name = row.getString("name");
                    return new Assignee(
                            key,
                            name == null ? key : name,
                            row.getInt("active") == 1,
                            row.getLong("open_items"),
                            row.getLong("closed_items"));
                })
                .list();
    }

    List<Member> members(ProjectId project) {
        return jdbc.sql("""
                        SELECT m.person_key, m.display_name, m.unique_name, m.active, t.name AS team
                        FROM link k
                        JOIN team_member m ON m.link_id = k.id
                        LEFT JOIN team t ON t.link_id = m.link_id AND t.remote_key = m.team_key
                        WHERE k.project_id = ? AND k.assigned_only = FALSE
                        ORDER BY k.created_at, k.id, m.team_key
                        """)
                .param(project.value())
                .query((row, _) -> new Member(
                        row.getString("person_key"),
                        row.getString("display_name"),
                        row.getString("unique_name"),
                        row.getBoolean("active"),
                        row.getString("team")))
                .list();
    }
}
