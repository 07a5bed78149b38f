package tallyfold.administration.internal;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Fills every table of a database with awkward values, and reads all rows for a comparison. */
final class Content {

    private static final int ROWS = 6;
    /** What migrations put there, or what only the vault may write. */
    private static final List<String> LEFT_ALONE = List.of("vault_key", "vault_chain_key");

    private static final List<Double> NUMBERS =
            List.of(0.0, -0.1, 1.0 / 3, Double.MAX_VALUE, Double.MIN_VALUE, 123_456_789.125);
    private static final List<String> TEXTS =
            List.of("", " äöü€😀", "quote \" ' \\", "tab\tline\nend\r", "[1,null]", "\u2028\u0001");

    private Content() {}

    private record Reference(String table, String column) {}

    static void fill(Connection connection) throws SQLException {
        for (TableShape table : TableShape.all(connection)) {
            boolean single =
                    table.columns().stream().anyMatch(column -> column.name().equals("only_row"));
            if (!single && !LEFT_ALONE.contains(table.name())) {
                fill(connection, table);
            }
        }
    }

    private static void fill(Connection connection, TableShape table) throws SQLException {
        Map<String, Reference> references = references(connection, table.name());
        Map<String, Integer> room = new HashMap<>();
        Map<String, Boolean> optional = new HashMap<>();
        try (ResultSet row = connection
                .getMetaData()
                .getColumns(connection.getCatalog(), connection.getSchema(), stored(connection, table.name()), "%")) {
            while (row.next()) {
                String column = row.getString("COLUMN_NAME").toLowerCase(Locale.ROOT);
                room.put(column, row.getInt("COLUMN_SIZE"));
                optional.put(column, row.getInt("NULLABLE") == 1);
            }
        }
        List<TableShape.Column> columns =
                table.columns().stream().filter(column -> !column.identity()).toList();
        String sql = "INSERT INTO " + table.name() + " ("
                + columns.stream().map(TableShape.Column::name).collect(Collectors.joining(", ")) + ") VALUES ("
                + columns.stream().map(_ -> "?").collect(Collectors.joining(", ")) + ")";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            // Parents in the same table come first here, so that they come last in whatever order a table is read.
            for (int n = ROWS - 1; n >= 0; n--) {
                for (int i = 0; i < columns.size(); i++) {
                    TableShape.Column column = columns.get(i);
                    Reference to = references.get(column.name());
                    Object value;
                    if (to != null && to.table().equals(table.name())) {
                        value = n == ROWS - 1 ? null : value(to.table(), to.column(), column.kind(), n + 1, 36);
                    } else if (to != null) {
                        value = value(to.table(), to.column(), column.kind(), n, 36);
                    } else if (n == 2 && Boolean.TRUE.equals(optional.get(column.name()))) {
                        value = null;
                    } else {
                        int size = room.getOrDefault(column.name(), 0);
                        value = value(table.name(), column.name(), column.kind(), n, size);
                    }
                    if (value == null) {
                        column.kind().setNull(insert, i + 1);
                    } else {
                        insert.setObject(i + 1, value);
                    }
                }
                insert.executeUpdate();
            }
        }
    }

    private static Object value(String table, String column, ColumnKind kind, int n, int room) {
        return switch (kind) {
            // Beginning with the number, because many columns must be unique.
            case TEXT -> {
                String text = n + (column.endsWith("_key") || column.equals("name") || room < 20 ? "" : TEXTS.get(n));
                // PostgreSQL stores no NUL and counts characters, H2 counts UTF-16.
                yield text.substring(0, Math.min(text.length(), Math.max(1, room)));
            }
            case INTEGER -> n;
            case NUMBER -> NUMBERS.get(n);
            case BOOLEAN -> n % 2 == 0;
            case DATE -> LocalDate.of(n == 5 ? 9999 : 2026, 1, 1 + n);
            case INSTANT ->
                OffsetDateTime.of(2026, 1, 1 + n, 23, 59, 59, 999_999_000 - n * 1_000, ZoneOffset.ofHours(n - 2));
            case UUID_TEXT -> UUID.nameUUIDFromBytes((identityOf(table, column) + n).getBytes(StandardCharsets.UTF_8));
            case BYTES -> new byte[] {(byte) n, 0, -1, 10};
        };
    }

    /** Tables without foreign keys still name rows of others by their ids. */
    private static String identityOf(String table, String column) {
        return column.equals("id") ? table : column;
    }

    private static Map<String, Reference> references(Connection connection, String table) throws SQLException {
        Map<String, Reference> references = new HashMap<>();
        try (ResultSet row = connection
                .getMetaData()
                .getImportedKeys(connection.getCatalog(), connection.getSchema(), stored(connection, table))) {
            while (row.next()) {
                references.put(
                        row.getString("FKCOLUMN_NAME").toLowerCase(Locale.ROOT),
                        new Reference(
                                row.getString("PKTABLE_NAME").toLowerCase(Locale.ROOT),
                                row.getString("PKCOLUMN_NAME").toLowerCase(Locale.ROOT)));
            }
        }
        return references;
    }

    private static String stored(Connection connection, String name) throws SQLException {
        return BackupWriter.isH2(connection) ? name.toUpperCase(Locale.ROOT) : name;
    }

    /** Every row of every table, each table sorted, read without the code that is tested. */
    static SortedMap<String, List<String>> of(Connection connection) throws SQLException {
        SortedMap<String, List<String>> content = new TreeMap<>();
        for (TableShape table : TableShape.all(connection)) {
            List<String> rows = new ArrayList<>();
            List<TableShape.Column> columns = table.columns().stream()
                    .sorted(java.util.Comparator.comparing(TableShape.Column::name))
                    .toList();
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("SELECT "
                            + columns.stream().map(TableShape.Column::name).collect(Collectors.joining(", ")) + " FROM "
                            + table.name())) {
                while (row.next()) {
                    List<String> values = new ArrayList<>();
                    for (int i = 0; i < columns.size(); i++) {
                        values.add(columns.get(i).name() + "="
                                + plain(row, i + 1, columns.get(i).kind()));
                    }
                    rows.add(values.toString());
                }
            }
            Collections.sort(rows);
            content.put(table.name(), rows);
        }
        return content;
    }

    static SortedMap<String, List<String>> of(String url, String user) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, user, "")) {
            return of(connection);
        }
    }

    private static @Nullable Object plain(ResultSet row, int column, ColumnKind kind) throws SQLException {
        if (row.getObject(column) == null) {
            return null;
        }
        return switch (kind) {
            case INSTANT -> row.getObject(column, OffsetDateTime.class).toInstant();
            case NUMBER -> Double.doubleToLongBits(row.getDouble(column));
            case BOOLEAN -> row.getBoolean(column);
            case BYTES -> HexFormat.of().formatHex(row.getBytes(column));
            case TEXT, INTEGER, DATE, UUID_TEXT -> row.getString(column);
        };
    }
}
