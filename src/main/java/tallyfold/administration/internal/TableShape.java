package tallyfold.administration.internal;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A table as its database describes it, with names in lower case on every database.
 *
 * @param parents tables it refers to, itself left out
 * @param key the columns of the primary key
 * @param ownReferences columns that refer to other rows of the table itself
 */
record TableShape(
        String name, List<Column> columns, Set<String> parents, List<String> key, List<String> ownReferences) {

    /** Flyway's own book stays with the schema it describes. */
    private static final String HISTORY = "flyway_schema_history";

    /**
     * One column.
     *
     * @param identity whether the database numbers it by itself
     */
    record Column(String name, ColumnKind kind, boolean identity) {}

    /** All tables of the connection's schema, those that are referred to before those that refer to them. */
    static List<TableShape> all(Connection connection) throws SQLException {
        Map<String, TableShape> tables = new TreeMap<>();
        DatabaseMetaData database = connection.getMetaData();
        String schema = connection.getSchema();
        List<String> names = new ArrayList<>();
        try (ResultSet row =
                database.getTables(connection.getCatalog(), schema, "%", new String[] {"TABLE", "BASE TABLE"})) {
            while (row.next()) {
                names.add(row.getString("TABLE_NAME"));
            }
        }
        for (String name : names) {
            if (!lower(name).equals(HISTORY)) {
                tables.put(lower(name), describe(connection, schema, name));
            }
        }
        return inOrder(tables);
    }

    String columnList() {
        return columns.stream().map(Column::name).collect(Collectors.joining(", "));
    }

    private static TableShape describe(Connection connection, String schema, String name) throws SQLException {
        DatabaseMetaData database = connection.getMetaData();
        String table = lower(name);
        Map<Integer, Column> columns = new TreeMap<>();
        try (ResultSet row = database.getColumns(connection.getCatalog(), schema, name.replace("_", "\\_"), "%")) {
            while (row.next()) {
                String column = lower(row.getString("COLUMN_NAME"));
                columns.put(
                        row.getInt("ORDINAL_POSITION"),
                        new Column(
                                column,
                                ColumnKind.of(table, column, row.getString("TYPE_NAME")),
                                row.getString("IS_AUTOINCREMENT").equals("YES")));
            }
        }
        Set<String> parents = new LinkedHashSet<>();
        List<String> own = new ArrayList<>();
        try (ResultSet row = database.getImportedKeys(connection.getCatalog(), schema, name)) {
            while (row.next()) {
                String parent = lower(row.getString("PKTABLE_NAME"));
                if (parent.equals(table)) {
                    own.add(lower(row.getString("FKCOLUMN_NAME")));
                } else {
                    parents.add(parent);
                }
            }
        }
        Map<Integer, String> key = new TreeMap<>();
        try (ResultSet row = database.getPrimaryKeys(connection.getCatalog(), schema, name)) {
            while (row.next()) {
                key.put(row.getInt("KEY_SEQ"), lower(row.getString("COLUMN_NAME")));
            }
        }
        return new TableShape(
                table, List.copyOf(columns.values()), parents, List.copyOf(key.values()), List.copyOf(own));
    }

    private static List<TableShape> inOrder(Map<String, TableShape> tables) {
        Map<String, TableShape> ordered = new LinkedHashMap<>();
        while (ordered.size() < tables.size()) {
            int before = ordered.size();
            tables.forEach((name, table) -> {
                if (ordered.keySet().containsAll(table.parents())) {
                    ordered.putIfAbsent(name, table);
                }
            });
            if (ordered.size() == before) {
                throw new IllegalStateException("Tables refer to each other in a circle");
            }
        }
        return List.copyOf(ordered.values());
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
