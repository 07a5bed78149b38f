package tallyfold.administration.internal;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import tallyfold.administration.BackupProgress;
import tallyfold.administration.BackupRefusedException;
import tallyfold.uikit.Texts;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Fills the tables of a new database, whose schema has the version of the backup, in batches. */
final class BackupLoader {

    private static final int BATCH = 1_000;

    private final BackupArchive archive;
    private final BackupProgress progress;
    private long done;

    BackupLoader(BackupArchive archive, BackupProgress progress) {
        this.archive = archive;
        this.progress = progress;
    }

    /** What stood in the tables is gone afterwards, also what migrations put there. */
    void load(Connection connection) throws SQLException, IOException {
        List<TableShape> shapes = TableShape.all(connection);
        Map<String, Manifest.Table> saved = new HashMap<>();
        archive.manifest().tables().forEach(table -> saved.put(table.name(), table));
        refuseWhenOthers(shapes, saved);
        connection.setAutoCommit(false);
        for (TableShape shape : shapes.reversed()) {
            execute(connection, "DELETE FROM " + shape.name());
        }
        connection.commit();
        for (TableShape shape : shapes) {
            Manifest.Table table = Objects.requireNonNull(saved.get(shape.name()));
            insert(connection, shape, table);
            refer(connection, shape, table);
            number(connection, shape);
            connection.commit();
        }
        connection.setAutoCommit(true);
    }

    private static void refuseWhenOthers(List<TableShape> shapes, Map<String, Manifest.Table> saved) {
        Set<String> wanted = shapes.stream().map(TableShape::name).collect(Collectors.toSet());
        if (!wanted.equals(saved.keySet())) {
            Set<String> different = new HashSet<>(wanted);
            saved.keySet().forEach(name -> {
                if (!different.remove(name)) {
                    different.add(name);
                }
            });
            throw new BackupRefusedException(Texts.of(
                    "administration.restore-other-schema",
                    String.join(", ", different.stream().sorted().toList())));
        }
        for (TableShape shape : shapes) {
            Set<Manifest.Column> columns = shape.columns().stream()
                    .map(column -> new Manifest.Column(column.name(), column.kind()))
                    .collect(Collectors.toSet());
            if (!columns.equals(
                    Set.copyOf(Objects.requireNonNull(saved.get(shape.name())).columns()))) {
                throw new BackupRefusedException(Texts.of("administration.restore-other-schema", shape.name()));
            }
        }
    }

    private void insert(Connection connection, TableShape shape, Manifest.Table table)
            throws SQLException, IOException {
        boolean numbered = shape.columns().stream().anyMatch(TableShape.Column::identity);
        String names = table.columns().stream().map(Manifest.Column::name).collect(Collectors.joining(", "));
        String marks = table.columns().stream().map(_ -> "?").collect(Collectors.joining(", "));
        String sql = "INSERT INTO " + shape.name() + " (" + names + ")" + (numbered ? " OVERRIDING SYSTEM VALUE" : "")
                + " VALUES (" + marks + ")";
        try (PreparedStatement insert = connection.prepareStatement(sql);
                InputStream in = new BufferedInputStream(archive.open(table));
                JsonParser json = RowFormat.parser(in)) {
            long rows = 0;
            while (json.nextToken() == JsonToken.START_ARRAY) {
                for (int i = 0; i < table.columns().size(); i++) {
                    json.nextToken();
                    Manifest.Column column = table.columns().get(i);
                    if (shape.ownReferences().contains(column.name())) {
                        // The row it refers to may come later.
                        column.kind().setNull(insert, i + 1);
                    } else {
                        column.kind().readOrNull(json, insert, i + 1);
                    }
                }
                json.nextToken();
                insert.addBatch();
                if (++rows % BATCH == 0) {
                    insert.executeBatch();
                    connection.commit();
                    progress.told(done + rows, archive.manifest().rows());
                }
            }
            insert.executeBatch();
            done += rows;
            progress.told(done, archive.manifest().rows());
        }
    }

    /** Fills in what refers to rows of the same table, now that all of them are there. */
    private void refer(Connection connection, TableShape shape, Manifest.Table table) throws SQLException, IOException {
        List<String> names = table.columns().stream().map(Manifest.Column::name).toList();
        for (String column : shape.ownReferences()) {
            String sql = "UPDATE " + shape.name() + " SET " + column + " = ? WHERE "
                    + shape.key().stream().map(key -> key + " = ?").collect(Collectors.joining(" AND "));
            try (PreparedStatement update = connection.prepareStatement(sql);
                    InputStream in = new BufferedInputStream(archive.open(table));
                    JsonParser json = RowFormat.parser(in)) {
                while (json.nextToken() == JsonToken.START_ARRAY) {
                    for (int i = 0; i < names.size(); i++) {
                        json.nextToken();
                        ColumnKind kind = table.columns().get(i).kind();
                        if (names.get(i).equals(column)) {
                            kind.readOrNull(json, update, 1);
                        }
                        int key = shape.key().indexOf(names.get(i));
                        if (key >= 0) {
                            kind.readOrNull(json, update, key + 2);
                        }
                    }
                    json.nextToken();
                    update.executeUpdate();
                }
            }
        }
    }

    /** Lets the database go on numbering behind the highest number there is. */
    private static void number(Connection connection, TableShape shape) throws SQLException {
        for (TableShape.Column column : shape.columns()) {
            if (column.identity()) {
                long next;
                try (Statement statement = connection.createStatement();
                        ResultSet row = statement.executeQuery(
                                "SELECT COALESCE(MAX(" + column.name() + "), 0) + 1 FROM " + shape.name())) {
                    row.next();
                    next = row.getLong(1);
                }
                execute(
                        connection,
                        "ALTER TABLE " + shape.name() + " ALTER COLUMN " + column.name() + " RESTART WITH " + next);
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
