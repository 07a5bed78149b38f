package tallyfold.administration.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import tallyfold.administration.BackupRefusedException;
import tallyfold.uikit.Texts;
import tools.jackson.core.JacksonException;

/** A backup that is read. Nothing of it is believed before {@link #check} has seen all of it. */
final class BackupArchive implements AutoCloseable {

    private static final int MOST_MANIFEST_BYTES = 10_000_000;
    private static final int BUFFER = 65_536;

    private final Path file;
    private final ZipFile zip;
    private final Manifest manifest;

    private BackupArchive(Path file, ZipFile zip, Manifest manifest) {
        this.file = file;
        this.zip = zip;
        this.manifest = manifest;
    }

    /**
     * Opens the file and reads what it says of itself.
     *
     * @throws BackupRefusedException when it is no backup, or was cut off
     */
    static BackupArchive open(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new BackupRefusedException(Texts.of("administration.restore-no-file", file));
        }
        ZipFile zip = null;
        try {
            zip = new ZipFile(file.toFile());
            return new BackupArchive(file, zip, manifest(zip, file));
        } catch (IOException | BackupRefusedException e) {
            close(zip);
            throw e instanceof BackupRefusedException refused
                    ? refused
                    : new BackupRefusedException(Texts.of("administration.restore-no-backup", file), e);
        }
    }

    private static Manifest manifest(ZipFile zip, Path file) throws IOException {
        ZipEntry entry = zip.getEntry(Manifest.ENTRY);
        if (entry == null) {
            throw new BackupRefusedException(Texts.of("administration.restore-no-backup", file));
        }
        CRC32 sum = new CRC32();
        try (InputStream in = new CheckedInputStream(zip.getInputStream(entry), sum)) {
            Manifest manifest = RowFormat.MANIFEST.readValue(in.readNBytes(MOST_MANIFEST_BYTES), Manifest.class);
            if (sum.getValue() != entry.getCrc()) {
                throw new BackupRefusedException(Texts.of("administration.restore-damaged", file, Manifest.ENTRY));
            }
            if (!Manifest.FORMAT.equals(manifest.format())) {
                throw new BackupRefusedException(
                        Texts.of("administration.restore-format", file, String.valueOf(manifest.format())));
            }
            return manifest;
        } catch (JacksonException e) {
            throw new BackupRefusedException(Texts.of("administration.restore-damaged", file, Manifest.ENTRY), e);
        }
    }

    Manifest manifest() {
        return manifest;
    }

    InputStream open(Manifest.Table table) throws IOException {
        ZipEntry entry = zip.getEntry(table.entry());
        if (entry == null) {
            throw damaged(table, null);
        }
        return zip.getInputStream(entry);
    }

    /**
     * Reads all of it once.
     *
     * @throws BackupRefusedException when a byte is not as it was written, or a row is missing
     */
    void check() {
        for (Manifest.Table table : manifest.tables()) {
            MessageDigest digest = RowFormat.sha256();
            long rows = 0;
            try (InputStream in = open(table)) {
                byte[] buffer = new byte[BUFFER];
                for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                    digest.update(buffer, 0, read);
                    for (int i = 0; i < read; i++) {
                        rows += buffer[i] == '\n' ? 1 : 0;
                    }
                }
            } catch (IOException e) {
                throw damaged(table, e);
            }
            if (rows != table.rows() || !RowFormat.hex(digest).equals(table.sha256())) {
                throw damaged(table, null);
            }
        }
    }

    private BackupRefusedException damaged(Manifest.Table table, @Nullable Throwable cause) {
        String message = Texts.of("administration.restore-damaged", file, table.entry());
        return cause == null ? new BackupRefusedException(message) : new BackupRefusedException(message, cause);
    }

    @Override
    public void close() {
        close(zip);
    }

    private static void close(@Nullable ZipFile zip) {
        try {
            if (zip != null) {
                zip.close();
            }
        } catch (IOException _) {
            // Only read: nothing is lost.
            return;
        }
    }
}
