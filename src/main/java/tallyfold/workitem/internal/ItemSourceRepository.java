package tallyfold.workitem.internal;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tallyfold.project.ProjectId;
import tallyfold.workitem.WorkItemKey;

/** Finds out whether the source of an item that a project shows can still be asked. */
@Repository
public class ItemSourceRepository {

    private final JdbcClient jdbc;

    ItemSourceRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether a link in sync shows the item in the project; of an item the source lists no more there is nothing to read. */
    public boolean inSync(ProjectId project, WorkItemKey item) {
        return jdbc.sql("""
                        SELECT COUNT(*) FROM link_item li JOIN link k ON k.id = li.link_id
                        WHERE li.connection_id = :connection AND li.remote_id = :item AND li.project_id = :project
                          AND li.removed_at IS NULL AND k.detached_at IS NULL
                        """)
                        .param("connection", item.connection().value())
                        .param("item", item.id())
                        .param("project", project.value())
                        .query(Long.class)
                        .single()
                > 0;
    }
}
