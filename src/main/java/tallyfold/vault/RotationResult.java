package tallyfold.vault;

import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** How a change of the master key ended. */
public sealed interface RotationResult {

    /**
     * The new key is in use and nothing is sealed with the old one any more.
     *
     * @param replaced ids of the keys that were retired; more than one when an earlier rotation was finished as well
     * @param keyId id of the key in use now
     * @param resealed how many secrets were sealed anew in this run
     * @param unreadable labels of secrets that did not open before either, and were left as they are
     * @param oldKey where the old key was put aside; null when it is none of our files
     * @param settings encrypted values of the configuration by name, encrypted anew for the new key; the operator has to
     *     put them in place before the next start
     */
    record Rotated(
            List<String> replaced,
            String keyId,
            int resealed,
            List<String> unreadable,
            @Nullable Path oldKey,
            SortedMap<String, String> settings)
            implements RotationResult {}

    /**
     * Nothing was changed.
     *
     * @param reason what is in the way and what to do
     */
    record Refused(String reason) implements RotationResult {}
}
