package tallyfold.administration.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import tallyfold.administration.BackupProgress;
import tools.jackson.core.JsonGenerator;

/** Writes every table of the product's schema, as it stood at one moment, while others go on writing. */
final class BackupWriter {

    private static final int FETCH = 1_000;
    private static final int TELL_EVERY = 10_000;

    /** H2's own level: every table as it was when the transaction began. Standard levels hold that for single tables only. */
    private static final int H2_SNAPSHOT = 6;

    /** In quotes, because Flyway writes its names in lower case on every database. */
    private static final String SCHEMA_VERSION = "SELECT \"version\" FROM \"flyway_schema_history\""
            + " WHERE \"version\" IS NOT NULL AND \"success\" ORDER BY \"installed_rank\" DESC";

    private final String product;
    private final BackupProgress progress;

    BackupWriter(String product, BackupProgress progress) {
        this.product = product;
        this.progress = progress;
    }

    /** Writes the archive to the stream and leaves it open. The connection is given back as it came. */
    Manifest write(Connection connection, OutputStream target, Instant now) throws SQLException, IOException {
        boolean h2 = isH2(connection);
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(h2 ? H2_SNAPSHOT : Connection.TRANSACTION_REPEATABLE_READ);
        try {
            if (h2) {
                // Otherwise a large table is copied to the disk before the first row comes.
                execute(connection, "SET LAZY_QUERY_EXECUTION 1");
            }
            return write(connection, new ZipOutputStream(target), now);
        } finally {
            connection.rollback();
            if (h2) {
                execute(connection, "SET LAZY_QUERY_EXECUTION 0");
            }
            connection.setAutoCommit(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        }
    }

    static boolean isH2(Connection connection) throws SQLException {
        return connection.getMetaData().getDatabaseProductName().equals("H2");
    }

    private Manifest write(Connection connection, ZipOutputStream zip, Instant now) throws SQLException, IOException {
        List<TableShape> shapes = TableShape.all(connection);
        String schema = text(connection, SCHEMA_VERSION);
        String keyId = text(connection, "SELECT key_id FROM vault_key WHERE active");
        long expected = 0;
        for (TableShape shape : shapes) {
            String count = text(connection, "SELECT COUNT(*) FROM " + shape.name());
            expected += count == null ? 0 : Long.parseLong(count);
        }
        List<Manifest.Table> tables = new ArrayList<>();
        long done = 0;
        for (TableShape shape : shapes) {
            tables.add(writeTable(connection, zip, shape, done, expected));
            done += tables.getLast().rows();
            progress.told(done, expected);
        }
        Manifest manifest = new Manifest(
                Manifest.FORMAT,
                product,
                schema == null ? "0" : schema,
                keyId,
                connection.getMetaData().getDatabaseProductName(),
                now,
                tables);
        zip.putNextEntry(new ZipEntry(Manifest.ENTRY));
        zip.write(RowFormat.MANIFEST.writerWithDefaultPrettyPrinter().writeValueAsBytes(manifest));
        zip.closeEntry();
        zip.finish();
        return manifest;
    }

    private Manifest.Table writeTable(
            Connection connection, ZipOutputStream zip, TableShape shape, long before, long expected)
            throws SQLException, IOException {
        String entry = "tables/" + shape.name() + ".jsonl";
        zip.putNextEntry(new ZipEntry(entry));
        MessageDigest digest = RowFormat.sha256();
        Counting counted = new Counting(new DigestOutputStream(zip, digest));
        long rows = 0;
        try (JsonGenerator json = RowFormat.generator(counted);
                Statement statement = connection.createStatement()) {
            statement.setFetchSize(FETCH);
            try (ResultSet row = statement.executeQuery("SELECT " + shape.columnList() + " FROM " + shape.name())) {
                while (row.next()) {
                    json.writeStartArray();
                    for (int i = 0; i < shape.columns().size(); i++) {
                        shape.columns().get(i).kind().writeOrNull(row, i + 1, json);
                    }
                    json.writeEndArray();
                    if (++rows % TELL_EVERY == 0) {
                        progress.told(before + rows, expected);
                    }
                }
            }
        }
        if (rows > 0) {
            counted.write("\n".getBytes(StandardCharsets.US_ASCII));
        }
        zip.closeEntry();
        return new Manifest.Table(
                shape.name(),
                entry,
                shape.columns().stream()
                        .map(column -> new Manifest.Column(column.name(), column.kind()))
                        .toList(),
                rows,
                counted.bytes,
                RowFormat.hex(digest));
    }

    private static @Nullable String text(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.next() ? row.getString(1) : null;
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static final class Counting extends OutputStream {

        private final OutputStream out;
        private long bytes;

        Counting(OutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int value) throws IOException {
            out.write(value);
            bytes++;
        }

        @Override
        public void write(byte[] buffer, int offset, int length) throws IOException {
            out.write(buffer, offset, length);
            bytes += length;
        }
    }
}
