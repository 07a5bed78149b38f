package tallyfold.administration;

import java.nio.file.Path;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import tallyfold.administration.internal.Restoring;

/**
 * Restores a backup in three steps, between which nothing is replaced: everything is checked when this is opened, the rows
 * are loaded into a new database beside the present one, and that takes its place. Closed earlier, it leaves all as it was.
 */
public final class BackupRestore implements AutoCloseable {

    private final Restoring restoring;

    private BackupRestore(Restoring restoring) {
        this.restoring = restoring;
    }

    /**
     * Checks the whole file and the database it is for.
     *
     * @param environment names the database
     * @param replace whether a PostgreSQL database with content may be replaced; that of H2 is kept under another name
     * @throws BackupRefusedException when something is in the way
     */
    public static BackupRestore open(Path file, Environment environment, boolean replace, Clock clock) {
        return new BackupRestore(Restoring.open(file, environment, replace, clock));
    }

    /** Id of the master key that the tokens in the backup are sealed with; null when nothing was ever sealed. */
    public @Nullable String keyId() {
        return restoring.keyId();
    }

    /** How many rows it holds. */
    public long rows() {
        return restoring.rows();
    }

    /**
     * Fills the new database and returns its JDBC address. Its schema is the backup's; whoever opens it brings it up to date.
     *
     * @throws BackupRefusedException when it cannot be filled
     */
    public String load(BackupProgress progress) {
        return restoring.load(progress);
    }

    /** Puts the new database in place, with nobody connected to it; returns where the one before is kept, if there was one. */
    public @Nullable String swap() {
        return restoring.swap();
    }

    @Override
    public void close() {
        restoring.close();
    }
}
