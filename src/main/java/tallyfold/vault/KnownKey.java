package tallyfold.vault;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A master key this database was ever sealed with. Says nothing of the key itself.
 *
 * @param id names it in backups and messages
 * @param origin where it was found
 * @param since when it was first used here
 * @param active whether tokens are sealed with it now
 * @param retiredAt since when nothing is sealed with it any more; null while something may be
 */
public record KnownKey(
        String id,
        String origin,
        Instant since,
        boolean active,
        @Nullable Instant retiredAt) {}
