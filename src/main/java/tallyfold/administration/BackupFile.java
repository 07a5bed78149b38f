package tallyfold.administration;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A backup in the folder of backups.
 *
 * @param name of the file
 * @param bytes size of the file
 * @param takenAt the moment its content stands for
 * @param keyId id of the master key its tokens are sealed with; null when nothing was ever sealed
 * @param rows how many rows all its tables have together
 * @param nightly whether the schedule took it, which also deletes it when it is old
 */
public record BackupFile(
        String name, long bytes, Instant takenAt, @Nullable String keyId, long rows, boolean nightly) {}
