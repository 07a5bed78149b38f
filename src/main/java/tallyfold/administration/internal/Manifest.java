package tallyfold.administration.internal;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a backup says of itself. Written last, so that a file without one was cut off.
 *
 * @param format always {@link #FORMAT}
 * @param product version of the product that wrote it
 * @param schema version of the database schema, for example {@code 035}
 * @param keyId id of the master key that its tokens are sealed with; null when nothing was ever sealed
 * @param database kind of database it was read from
 */
record Manifest(
        String format,
        String product,
        String schema,
        @Nullable String keyId,
        String database,
        Instant createdAt,
        List<Table> tables) {

    static final String FORMAT = "tallyfold-backup-1";
    static final String ENTRY = "manifest.json";

    /** One column: its name and how its values are written. */
    record Column(String name, ColumnKind kind) {}

    /**
     * One table.
     *
     * @param entry name in the archive
     * @param bytes size of the entry before it is compressed
     * @param sha256 of the same bytes, hexadecimal
     */
    record Table(String name, String entry, List<Column> columns, long rows, long bytes, String sha256) {}

    long rows() {
        return tables.stream().mapToLong(Table::rows).sum();
    }

    long bytes() {
        return tables.stream().mapToLong(Table::bytes).sum();
    }
}
