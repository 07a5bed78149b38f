package tallyfold.e2e;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The database under a product: the file in its home, which is free only while no process runs, or a PostgreSQL server. */
final class Store implements AutoCloseable {

    private static final String ITEMS = """
            SELECT l.remote_name, w.remote_id, w.rev
              FROM link l
              JOIN link_item i ON i.link_id = l.id
              JOIN work_item w ON w.connection_id = i.connection_id AND w.remote_id = i.remote_id
             WHERE i.removed_at IS NULL
            """;

    private final String address;
    private final String user;
    private final @Nullable EmbeddedPostgres server;

    private Store(String address, String user, @Nullable EmbeddedPostgres server) {
        this.address = address;
        this.user = user;
        this.server = server;
    }

    static Store fileIn(Path home) {
        return new Store(
                "jdbc:h2:file:" + home.resolve("data").resolve("tallyfold") + ";IFEXISTS=TRUE;WRITE_DELAY=0",
                "tallyfold",
                null);
    }

    static Store postgres() {
        try {
            EmbeddedPostgres server = EmbeddedPostgres.builder()
                    .setServerConfig("max_connections", "200")
                    .start();
            return new Store(server.getJdbcUrl("postgres", "postgres"), "postgres", server);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What makes a product use this database. */
    List<String> arguments() {
        return server == null
                ? List.of()
                : List.of(
                        "--spring.datasource.url=" + address,
                        "--spring.datasource.username=" + user,
                        "--spring.datasource.password=");
    }

    /** Revisions by item id, by the name of the remote project; removed items left out. */
    Map<String, Map<Long, Integer>> items() {
        Map<String, Map<Long, Integer>> stored = new TreeMap<>();
        ask(ITEMS, rows -> {
            Integer before = stored.computeIfAbsent(rows.getString(1), _ -> new TreeMap<>())
                    .put(rows.getLong(2), rows.getInt(3));
            if (before != null) {
                throw new AssertionError("Item " + rows.getLong(2) + " is there twice");
            }
        });
        return stored;
    }

    long count(String from) {
        List<Long> counted = new ArrayList<>();
        ask("SELECT COUNT(*) FROM " + from, rows -> counted.add(rows.getLong(1)));
        return counted.getFirst();
    }

    /** The addresses that sign-ins came from, the latest first. */
    List<String> originsOfSignIns() {
        List<String> origins = new ArrayList<>();
        ask(
                "SELECT origin FROM audit_event WHERE action = 'user.signed-in' ORDER BY seq DESC",
                rows -> origins.add(rows.getString(1)));
        return origins;
    }

    long unfinished() {
        return count("sync_run WHERE status IN ('WAITING', 'RUNNING', 'INTERRUPTED')");
    }

    /** How each run ended that did not end well. */
    List<String> failures() {
        List<String> failures = new ArrayList<>();
        ask(
                "SELECT status, failure_code FROM sync_run WHERE status NOT IN ('SUCCEEDED', 'FINISHED_WITH_WARNINGS')",
                rows -> failures.add(rows.getString(1) + " " + rows.getString(2)));
        return failures;
    }

    /** Has every link wait for a run, as if somebody had asked for it; those that wait already do not wait twice. */
    void queueAll() {
        List<String[]> links = new ArrayList<>();
        ask(
                "SELECT l.id, l.project_id, l.connection_id FROM link l WHERE NOT EXISTS (SELECT 1 FROM sync_run r"
                        + " WHERE r.link_id = l.id AND r.status IN ('WAITING', 'RUNNING', 'INTERRUPTED'))",
                rows -> links.add(new String[] {rows.getString(1), rows.getString(2), rows.getString(3)}));
        try (Connection connection = open();
                var insert = connection.prepareStatement("""
                        INSERT INTO sync_run (id, link_id, project_id, connection_id, trigger_kind, status, requested_at,
                            items_read, items_added, items_changed, items_removed, warnings, requests, waited_ms)
                        VALUES (?, ?, ?, ?, 'MANUAL', 'WAITING', CURRENT_TIMESTAMP, 0, 0, 0, 0, 0, 0, 0)""")) {
            for (String[] link : links) {
                insert.setObject(1, UUID.randomUUID());
                for (int i = 0; i < link.length; i++) {
                    insert.setObject(i + 2, UUID.fromString(link[i]));
                }
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Runs a statement that changes rows; says how many. */
    int change(String sql) {
        try (Connection connection = open();
                Statement statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private interface Row {
        void read(ResultSet rows) throws SQLException;
    }

    private void ask(String sql, Row row) {
        try (Connection connection = open();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                row.read(rows);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Connection open() throws SQLException {
        return DriverManager.getConnection(address, user, "");
    }

    @Override
    public void close() {
        if (server != null) {
            try {
                server.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
