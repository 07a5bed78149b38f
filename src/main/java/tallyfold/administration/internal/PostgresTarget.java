package tallyfold.administration.internal;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import tallyfold.administration.BackupRefusedException;
import tallyfold.uikit.Texts;

/** A schema of its own in the same database, whose tables change places with the present ones in one transaction. */
final class PostgresTarget extends RestoreTarget {

    private static final String NEXT = "tallyfold_restoring";
    /** Tables that have rows as soon as somebody has used the product. */
    private static final List<String> USED = List.of("app_user", "connection", "project");

    private final String address;
    private final String kept;

    PostgresTarget(Environment environment, String time) {
        super(environment);
        this.address = environment.getProperty("spring.datasource.url", "");
        this.kept = "before_restore_" + time.replace("-", "").toLowerCase(Locale.ROOT);
    }

    @Override
    void check(long bytes, boolean replace) {
        try (Connection connection = connect(address)) {
            int others = number(
                    connection,
                    "SELECT COUNT(*) FROM pg_stat_activity WHERE datname = current_database() AND usename = current_user"
                            + " AND pid <> pg_backend_pid() AND backend_type = 'client backend'");
            if (others > 0) {
                throw new BackupRefusedException(Texts.of("administration.restore-in-use", connection.getCatalog()));
            }
            if (!replace && used(connection)) {
                throw new BackupRefusedException(Texts.of("administration.restore-not-empty", connection.getCatalog()));
            }
            execute(connection, "DROP SCHEMA IF EXISTS " + NEXT + " CASCADE");
            execute(connection, "CREATE SCHEMA " + NEXT);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    @Override
    String url() {
        return address + (address.contains("?") ? "&" : "?") + "currentSchema=" + NEXT;
    }

    @Override
    @Nullable
    String swap() {
        try (Connection connection = connect(address)) {
            String schema = connection.getSchema();
            connection.setAutoCommit(false);
            boolean keep = used(connection);
            List<String> before = tables(connection, schema);
            if (keep) {
                execute(connection, "CREATE SCHEMA " + kept);
            }
            for (String table : before) {
                execute(
                        connection,
                        keep
                                ? "ALTER TABLE " + name(schema, table) + " SET SCHEMA " + kept
                                : "DROP TABLE " + name(schema, table) + " CASCADE");
            }
            for (String table : tables(connection, NEXT)) {
                execute(connection, "ALTER TABLE " + name(NEXT, table) + " SET SCHEMA " + quoted(schema));
            }
            execute(connection, "DROP SCHEMA " + NEXT);
            connection.commit();
            return keep ? kept : null;
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    @Override
    public void close() {
        try (Connection connection = connect(address)) {
            execute(connection, "DROP SCHEMA IF EXISTS " + NEXT + " CASCADE");
        } catch (SQLException _) {
            // The next restore drops it.
            return;
        }
    }

    private static boolean used(Connection connection) throws SQLException {
        List<String> there = tables(connection, connection.getSchema());
        for (String table : USED) {
            if (there.contains(table) && number(connection, "SELECT COUNT(*) FROM " + table) > 0) {
                return true;
            }
        }
        return false;
    }

    private static List<String> tables(Connection connection, String schema) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (ResultSet row =
                connection.getMetaData().getTables(connection.getCatalog(), schema, "%", new String[] {"TABLE"})) {
            while (row.next()) {
                tables.add(row.getString("TABLE_NAME"));
            }
        }
        return tables;
    }

    private static BackupRefusedException failed(SQLException e) {
        return new BackupRefusedException(
                Texts.of(
                        "administration.restore-database",
                        String.valueOf(e.getMessage()).lines().findFirst().orElse("")),
                e);
    }

    private static String name(String schema, String table) {
        return quoted(schema) + "." + quoted(table);
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    private static int number(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getInt(1);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
