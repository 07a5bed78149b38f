package tallyfold.workitem;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tallyfold.connection.ConnectionId;
import tallyfold.project.LinkId;
import tallyfold.project.ProjectId;

/** Writes projects, links and work items for tests, as plain SQL. */
public final class WorkItemSeed {

    private static final OffsetDateTime CREATED = OffsetDateTime.of(2026, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);

    private final JdbcClient jdbc;

    public WorkItemSeed(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A project without links. */
    public ProjectId project(String name) {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                        INSERT INTO project (id, name, name_key, description, created_at, created_by, version)
                        VALUES (:id, :name, :key, '', :created, 'anna', 0)
                        """)
                .param("id", id)
                .param("name", name)
                .param("key", name.toLowerCase(Locale.ROOT))
                .param("created", CREATED)
                .update();
        return new ProjectId(id);
    }

    /** A link of a project to a remote project of the same name, by a process; null before the first load. */
    public LinkId link(ProjectId project, ConnectionId connection, String name, @Nullable String processBase) {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                        INSERT INTO link (id, project_id, connection_id, organization, remote_project_id, remote_name,
                            process, process_base, web_address, created_at, created_by, loaded_at)
                        VALUES (:id, :project, :connection, 'fabrikam', :name, :name, :process, :process,
                            'https://dev.azure.com/fabrikam/shop', :created, 'anna', :created)
                        """)
                .param("id", id)
                .param("project", project.value())
                .param("connection", connection.value())
                .param("name", name)
                .param("process", processBase)
                .param("created", CREATED)
                .update();
        return new LinkId(id);
    }

    public void type(LinkId link, String name, String color, String icon, String level) {
        jdbc.sql("INSERT INTO work_item_type (link_id, name, color, icon, level) VALUES (?, ?, ?, ?, ?)")
                .params(link.value(), name, color, icon, level)
                .update();
    }

    public void state(LinkId link, String type, String name, String color, String category, int position) {
        jdbc.sql("""
                        INSERT INTO work_item_state (link_id, type_name, name, color, category, position)
                        VALUES (?, ?, ?, ?, ?, ?)
                        """)
                .params(link.value(), type, name, color, category, position)
                .update();
    }

    public void iteration(LinkId link, String path, LocalDate start, LocalDate finish) {
        jdbc.sql("""
                        INSERT INTO iteration (link_id, remote_key, path, name, start_date, finish_date)
                        VALUES (?, ?, ?, ?, ?, ?)
                        """)
                .params(link.value(), path, path, path.substring(path.lastIndexOf('\\') + 1), start, finish)
                .update();
    }

    public void area(LinkId link, String path) {
        jdbc.sql("INSERT INTO area (link_id, remote_key, path) VALUES (?, ?, ?)")
                .params(link.value(), path, path)
                .update();
    }

    /** An item shown through a link; without changes an active user story in the root area. */
    public WorkItemKey item(LinkId link, ConnectionId connection, long id, Consumer<Item> changes) {
        Item item = new Item();
        changes.accept(item);
        jdbc.sql("""
                        INSERT INTO work_item (connection_id, remote_id, rev, type, title, state, state_category,
                            assignee_key, assignee_name, area_path, iteration_path, parent_id, sort_rank, effort,
                            target_date, due_date, tags, changed_at, web_address)
                        VALUES (:connection, :id, 1, :type, :title, :state, :category, :assignee, :assignee, :area,
                            :iteration, :parent, :rank, :effort, :target, :due, :tags, :changed, :web)
                        """)
                .param("connection", connection.value())
                .param("id", id)
                .param("type", item.type)
                .param("title", item.title == null ? "Item " + id : item.title)
                .param("state", item.state)
                .param("category", item.category)
                .param("assignee", item.assignee)
                .param("area", item.area)
                .param("iteration", item.iteration)
                .param("parent", item.parent)
                .param("rank", item.rank)
                .param("effort", item.effort)
                .param("target", midnight(item.target))
                .param("due", midnight(item.due))
                .param("tags", item.tags)
                .param("changed", CREATED)
                .param("web", item.web)
                .update();
        show(link, connection, id, item.removed);
        return new WorkItemKey(connection, id);
    }

    /** Shows a stored item through one more link. */
    public void show(LinkId link, ConnectionId connection, long id, boolean removed) {
        jdbc.sql("""
                        INSERT INTO link_item (link_id, project_id, connection_id, remote_id, removed_at)
                        SELECT id, project_id, connection_id, :item, CAST(:removed AS TIMESTAMP WITH TIME ZONE)
                        FROM link WHERE id = :link AND connection_id = :connection
                        """)
                .param("item", id)
                .param("removed", removed ? CREATED : null)
                .param("link", link.value())
                .param("connection", connection.value())
                .update();
        if (!removed) {
            count(link, connection, id);
        }
        changed(link);
    }

    /** Says, as the product does with its pages, that what a link shows is not what it was. */
    public void changed(LinkId link) {
        jdbc.sql("""
                        MERGE INTO item_version t USING (VALUES (CAST(? AS UUID))) AS s (link_id) ON t.link_id = s.link_id
                        WHEN MATCHED THEN UPDATE SET version = t.version + 1
                        WHEN NOT MATCHED THEN INSERT (link_id, version) VALUES (s.link_id, 1)
                        """).param(link.value()).update();
    }

    /** As the product keeps it with its pages: one more item of this kind, shared where another link shows it already. */
    private void count(LinkId link, ConnectionId connection, long id) {
        jdbc.sql("""
                        MERGE INTO item_count t USING (
                            SELECT li.link_id, li.project_id, w.type, w.state, w.state_category,
                                CASE WHEN EXISTS (SELECT 1 FROM link_item o WHERE o.connection_id = li.connection_id
                                    AND o.remote_id = li.remote_id AND o.project_id = li.project_id
                                    AND o.removed_at IS NULL AND o.link_id <> li.link_id) THEN 1 ELSE 0 END AS shared
                            FROM link_item li
                            JOIN work_item w ON w.connection_id = li.connection_id AND w.remote_id = li.remote_id
                            WHERE li.link_id = :link AND li.connection_id = :connection AND li.remote_id = :item) s
                        ON t.link_id = s.link_id AND t.type = s.type AND t.state = s.state
                            AND t.state_category = s.state_category
                        WHEN MATCHED THEN UPDATE SET items = t.items + 1, shared = t.shared + s.shared
                        WHEN NOT MATCHED THEN INSERT (link_id, project_id, type, state, state_category, items, shared)
                            VALUES (s.link_id, s.project_id, s.type, s.state, s.state_category, 1, s.shared)
                        """)
                .param("link", link.value())
                .param("connection", connection.value())
                .param("item", id)
                .update();
    }

    private static @Nullable OffsetDateTime midnight(@Nullable LocalDate day) {
        return day == null ? null : day.atStartOfDay().atOffset(ZoneOffset.UTC);
    }

    /** The fields of an item a test may care about. */
    public static final class Item {
        public String type = "User Story";
        public @Nullable String title;
        public String state = "Active";
        public String category = "IN_PROGRESS";
        public @Nullable String assignee;
        public String area = "Shop";
        public String iteration = "Shop";
        public @Nullable Long parent;
        public @Nullable Double rank;
        public @Nullable Double effort;
        public @Nullable LocalDate target;
        public @Nullable LocalDate due;
        public String tags = "";
        public @Nullable String web;
        public boolean removed;
    }
}
