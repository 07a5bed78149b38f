package tallyfold.support;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How PostgreSQL finds rows: whether each table of a statement is entered by a condition on an index. */
public final class PostgresPlans implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();

    /** Hold a row or two each, whatever the installation. */
    private static final Set<String> TINY = Set.of("sync_setting", "audit_head", "tally_state");

    private static final Pattern VALUE = Pattern.compile("\\?|(?<!:):[A-Za-z]\\w*");

    private final Databases database = Databases.fresh(Databases.Kind.POSTGRESQL);

    /**
     * Holds a statement to its indexes. The planner is told to avoid reading whole tables, so that one it reads all the same has no
     * index that would serve; values are not known to it, as in a prepared statement.
     *
     * @param sql with question marks or {@code :names} for its values
     */
    public void assertByIndex(String sql) {
        int[] number = {0};
        String numbered = VALUE.matcher(sql).replaceAll(_ -> {
            number[0]++;
            return "\\$" + number[0];
        });
        List<String> whole = new ArrayList<>();
        collect(plan("EXPLAIN (GENERIC_PLAN, FORMAT JSON) " + numbered), whole);
        assertThat(whole).as(sql).isEmpty();
    }

    private JsonNode plan(String explain) {
        // In the extended protocol the driver would bind values, of which this question has none.
        String url = ((HikariDataSource) database.dataSource()).getJdbcUrl() + "&preferQueryMode=simple";
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            // Of empty tables it would read all of one side of a join for not being worth an index.
            statement.execute("SET enable_seqscan = off; SET enable_hashjoin = off; SET enable_mergejoin = off");
            try (ResultSet rows = statement.executeQuery(explain)) {
                rows.next();
                return JSON.readTree(rows.getString(1)).get(0).get("Plan");
            }
        } catch (SQLException e) {
            throw new IllegalStateException(explain, e);
        }
    }

    private static void collect(JsonNode node, List<String> whole) {
        String table = node.path("Relation Name").asString("");
        boolean byIndex =
                node.has("Index Cond") || node.path("Node Type").asString("").equals("Bitmap Heap Scan");
        boolean writes = node.path("Node Type").asString("").equals("ModifyTable");
        if (!table.isEmpty() && !byIndex && !writes && !TINY.contains(table)) {
            whole.add(node.path("Node Type").asString() + " of " + table);
        }
        node.path("Plans").forEach(child -> collect(child, whole));
    }

    @Override
    public void close() {
        database.close();
    }
}
