package tallyfold.administration.internal;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.info.BuildProperties;
import org.springframework.stereotype.Component;
import tallyfold.administration.BackupFile;
import tallyfold.administration.BackupProgress;
import tallyfold.administration.BackupRefusedException;
import tallyfold.uikit.Texts;
import tools.jackson.core.JacksonException;

/** Takes backups of the running database into the folder, one at a time. */
@Component
public class Backups {

    private static final Logger log = LoggerFactory.getLogger(Backups.class);

    private static final int BUFFER = 65_536;

    private final DataSource database;
    private final BackupFolder folder;
    private final Clock clock;
    private final String product;
    private final ReentrantLock running = new ReentrantLock();

    @Autowired
    Backups(DataSource database, BackupSettings settings, Clock clock, ObjectProvider<BuildProperties> build) {
        this(database, new BackupFolder(settings.folder()), clock, version(build.getIfAvailable()));
    }

    Backups(DataSource database, BackupFolder folder, Clock clock, String product) {
        this.database = database;
        this.folder = folder;
        this.clock = clock;
        this.product = product;
    }

    private static String version(@Nullable BuildProperties build) {
        return build == null ? "" : String.valueOf(build.getVersion());
    }

    public BackupFile take(boolean nightly, BackupProgress progress) {
        if (!running.tryLock()) {
            throw new BackupRefusedException(Texts.of("administration.backup-running"));
        }
        try {
            Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
            Path file = folder.write(now, nightly, out -> write(out, now, progress));
            return folder.describe(String.valueOf(file.getFileName()));
        } catch (IOException e) {
            log.error("A backup could not be written", e);
            throw new BackupRefusedException(
                    Texts.of("administration.backup-not-written", folder.path(), reason(e)), e);
        } finally {
            running.unlock();
        }
    }

    private void write(OutputStream out, Instant now, BackupProgress progress) throws IOException {
        try (Connection connection = database.getConnection()) {
            OutputStream buffered = new BufferedOutputStream(out, BUFFER);
            new BackupWriter(product, progress).write(connection, buffered, now);
            buffered.flush();
        } catch (SQLException e) {
            throw new IOException("The database could not be read: " + e.getMessage(), e);
        } catch (JacksonException e) {
            throw e.getCause() instanceof IOException disk ? disk : new IOException("A row could not be written", e);
        }
    }

    private static String reason(IOException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }

    public List<BackupFile> list() {
        return folder.list();
    }

    public BackupFile describe(String name) {
        return folder.describe(name);
    }

    public InputStream read(String name) throws IOException {
        return folder.read(name);
    }

    public void delete(String name) {
        folder.delete(name);
    }

    public void keepNightly(int count) {
        folder.keepNightly(count);
    }

    public Path path() {
        return folder.path().toAbsolutePath().normalize();
    }
}
