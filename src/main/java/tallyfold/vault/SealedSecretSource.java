package tallyfold.vault;

import java.util.List;
import java.util.UUID;

/**
 * A table that holds sealed secrets. Whoever owns one offers a bean of this, so that the vault can check, count, re-wrap
 * and forget them without knowing their tables.
 */
public interface SealedSecretSource {

    /** One stored secret with everything that is needed to open it. */
    record Entry(UUID row, String label, SealedSecret sealed, SealBinding binding) {}

    long count();

    /** All entries, ordered by row. */
    List<Entry> entries();

    /** Replaces the sealed form if it still is {@code before}; false when somebody was faster. */
    boolean replace(UUID row, SealedSecret before, SealedSecret after);

    /** Drops every sealed secret and marks their owners as needing a new one; returns how many. */
    int forgetAll();
}
