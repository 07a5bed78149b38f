package tallyfold.workitem.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tallyfold.connection.ConnectionId;
import tallyfold.kernel.PageQuery;
import tallyfold.project.ProjectId;
import tallyfold.workitem.WorkItemFilter;
import tallyfold.workitem.WorkItemKey;
import tallyfold.workitem.WorkItemRow;

/** Reads lines of work items: pages, branches of the tree, and everything in order for an export. */
@Repository
public class WorkItemListRepository {

    /** The source systems know no day before this one. */
    private static final LocalDate EARLIEST = LocalDate.of(1, 1, 1);

    private static final String PAGE = "OFFSET :offset ROWS FETCH NEXT :limit ROWS ONLY";

    private static final String ROOT = """
            (w.parent_id IS NULL OR w.parent_id = w.remote_id OR NOT EXISTS (SELECT 1 FROM link_item pi
                WHERE pi.connection_id = w.connection_id AND pi.remote_id = w.parent_id
                  AND pi.project_id = :project AND pi.removed_at IS NULL))
            """;

    private static final String BELOW =
            "w.connection_id = :parentConnection AND w.parent_id = :parent AND w.remote_id <> :parent";

    private final JdbcClient jdbc;
    private final OrderedKeys ordered;

    WorkItemListRepository(JdbcClient jdbc, OrderedKeys ordered) {
        this.jdbc = jdbc;
        this.ordered = ordered;
    }

    public List<WorkItemRow> page(ReadingScope scope, WorkItemFilter filter, PageQuery query) {
        return rows(scope, keys(scope, filter, query.sort(), false).slice(query.offset(), query.limit()));
    }

    public long count(ReadingScope scope, WorkItemFilter filter) {
        return count(FilterSql.matching(scope, filter));
    }

    public List<WorkItemRow> children(ReadingScope scope, @Nullable WorkItemKey parent, PageQuery query) {
        return parent == null
                ? rows(
                        scope,
                        keys(scope, WorkItemFilter.NONE, query.sort(), true).slice(query.offset(), query.limit()))
                : rows(below(scope, parent), OrderSql.by(query.sort(), OrderSql.byRank()), query, scope.today());
    }

    public long countChildren(ReadingScope scope, @Nullable WorkItemKey parent) {
        return parent == null
                ? keys(scope, WorkItemFilter.NONE, List.of(), true).size()
                : count(below(scope, parent));
    }

    private KeyList keys(ReadingScope scope, WorkItemFilter filter, List<PageQuery.Sort> sort, boolean parentless) {
        return ordered.of(new OrderedKeys.Question(scope, filter, sort, parentless), () -> {
            FilterSql sql = parentless ? below(scope, null) : FilterSql.matching(scope, filter);
            return keys(sql, OrderSql.by(sort, parentless ? OrderSql.byRank() : OrderSql.byKey()));
        });
    }

    private KeyList keys(FilterSql sql, String order) {
        KeyList.Builder keys = new KeyList.Builder();
        jdbc.sql(keysSql(sql, order)).params(sql.parameters()).query(row -> {
            keys.add(new ConnectionId(row.getObject(1, UUID.class)), row.getLong(2));
        });
        return keys.build();
    }

    static String keysSql(FilterSql sql, String order) {
        return "SELECT li.connection_id, li.remote_id\n" + sql.from() + sql.where() + order;
    }

    /** The lines after the one with the key given, by number; at most the limit. */
    public List<WorkItemRow> after(ReadingScope scope, WorkItemFilter filter, @Nullable WorkItemKey last, int limit) {
        FilterSql sql = FilterSql.matching(scope, filter);
        if (last != null) {
            sql.bind("lastId", last.id());
            sql.bind("lastConnection", last.connection().value());
            sql.also("li.remote_id >= :lastId AND (li.remote_id > :lastId OR li.connection_id > :lastConnection)");
        }
        return rows(sql, OrderSql.by(List.of(), OrderSql.byKey()), PageQuery.first(limit), scope.today());
    }

    /** The lines with the keys given, in their order; without those the project has not. */
    public List<WorkItemRow> rows(ReadingScope scope, List<WorkItemKey> keys) {
        FilterSql sql = FilterSql.numbered(scope, keys);
        Map<WorkItemKey, WorkItemRow> found = new HashMap<>();
        rows(sql, OrderSql.by(List.of(), OrderSql.byKey()), PageQuery.first(PageQuery.MAX_LIMIT), scope.today())
                .forEach(row -> found.put(row.key(), row));
        return keys.stream().filter(found::containsKey).map(found::get).toList();
    }

    /** Keys and parents of what a filter lets through, in the order of the numbers. */
    List<Node> nodes(ReadingScope scope, WorkItemFilter filter, int limit) {
        FilterSql sql = FilterSql.matching(scope, filter);
        sql.bind("limit", limit);
        return nodes(sql, "ORDER BY " + OrderSql.byKey() + "\nFETCH FIRST :limit ROWS ONLY");
    }

    /** Keys and parents of some items of the project in the order asked for, siblings by rank otherwise. */
    List<Node> nodes(ReadingScope scope, Set<WorkItemKey> keys, List<PageQuery.Sort> sort) {
        FilterSql sql = FilterSql.numbered(scope, keys);
        return nodes(sql, OrderSql.by(sort, OrderSql.byRank())).stream()
                .filter(node -> keys.contains(node.key()))
                .toList();
    }

    private List<Node> nodes(FilterSql sql, String tail) {
        return jdbc.sql("SELECT w.connection_id, w.remote_id, w.parent_id\n" + sql.from() + sql.where() + tail)
                .params(sql.parameters())
                .query((row, _) -> {
                    ConnectionId connection = new ConnectionId(row.getObject("connection_id", UUID.class));
                    @Nullable Long parent = row.getObject("parent_id", Long.class);
                    return new Node(
                            new WorkItemKey(connection, row.getLong("remote_id")),
                            parent == null ? null : new WorkItemKey(connection, parent));
                })
                .list();
    }

    /** An item and the one it says is above it. */
    record Node(WorkItemKey key, @Nullable WorkItemKey parent) {}

    private FilterSql below(ReadingScope scope, @Nullable WorkItemKey parent) {
        FilterSql sql = FilterSql.matching(scope, WorkItemFilter.NONE);
        if (parent == null) {
            sql.also(ROOT);
        } else {
            sql.bind("parentConnection", parent.connection().value());
            sql.bind("parent", parent.id());
            sql.also(BELOW);
        }
        return sql;
    }

    private List<WorkItemRow> rows(FilterSql sql, String order, PageQuery query, LocalDate today) {
        sql.bind("offset", query.offset());
        sql.bind("limit", query.limit());
        return jdbc.sql(pageSql(sql, order))
                .params(sql.parameters())
                .query(new WorkItemRowMapper(today))
                .list();
    }

    /** The page is cut before the details are joined, so that these are read for its rows only. */
    static String pageSql(FilterSql sql, String order) {
        return "SELECT " + WorkItemRowMapper.COLUMNS
                + "FROM (SELECT li.project_id, li.link_id, li.connection_id, li.remote_id, li.removed_at\n"
                + sql.from() + sql.where() + order + PAGE + ") p\n"
                + WorkItemRowMapper.JOINS + order.replace("li.", "p.");
    }

    private long count(FilterSql sql) {
        return jdbc.sql("SELECT COUNT(*)\n" + sql.fromForCounting() + sql.where())
                .params(sql.parameters())
                .query((row, _) -> row.getLong(1))
                .single();
    }

    /** What readings of a project are about on a day. */
    public ReadingScope scope(ProjectId project, LocalDate today) {
        List<String> versions = jdbc.sql("""
                        SELECT k.id, v.version FROM link k LEFT JOIN item_version v ON v.link_id = k.id
                        WHERE k.project_id = :project ORDER BY k.id
                        """)
                .param("project", project.value())
                .query((row, _) -> row.getString(1) + "@" + row.getLong(2))
                .list();
        ReadingScope day = new ReadingScope(
                project, versions.size() > 1, String.join(" ", versions), List.of(), List.of(), today, List.of());
        return new ReadingScope(
                project,
                day.manyLinks(),
                day.version(),
                finishing(project, EARLIEST, today),
                finishing(project, day.monday(), day.nextMonday()),
                today,
                List.of());
    }

    /** Paths of the iterations whose last day is the first given or later, but before the second. */
    private List<String> finishing(ProjectId project, LocalDate from, LocalDate before) {
        return jdbc.sql("""
                        SELECT DISTINCT i.path FROM iteration i JOIN link k ON k.id = i.link_id
                        WHERE k.project_id = :project AND i.finish_date >= :from AND i.finish_date < :before
                        """)
                .param("project", project.value())
                .param("from", from)
                .param("before", before)
                .query((row, _) -> row.getString(1))
                .list();
    }

    static List<WorkItemKey> keysOf(List<Node> nodes) {
        return nodes.stream().map(Node::key).collect(Collectors.toCollection(ArrayList::new));
    }
}
