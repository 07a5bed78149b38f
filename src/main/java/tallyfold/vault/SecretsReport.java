package tallyfold.vault;

import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * What a check of all sealed secrets found. Holds labels and counts, never a value.
 *
 * @param key id of the master key in use and where it came from; null when there is none that fits
 * @param problem what is wrong with the master key itself; null when nothing is
 * @param sealedByKey how many secrets each key id sealed; {@code ?} stands for texts that are no sealed secrets
 * @param unreadable labels of the secrets that do not open
 */
public record SecretsReport(
        @Nullable String key, @Nullable String problem, SortedMap<String, Long> sealedByKey, List<String> unreadable) {

    /** Whether the key fits and every secret opens. */
    public boolean sound() {
        return problem == null && unreadable.isEmpty();
    }
}
