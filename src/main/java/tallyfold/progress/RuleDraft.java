package tallyfold.progress;

import java.util.Map;
import java.util.Set;

/**
 * Rules as somebody entered them.
 *
 * @param countedTypes names of the types that count
 * @param weights percent by type and state; states left out get their default
 */
public record RuleDraft(Set<String> countedTypes, Map<String, Map<String, Integer>> weights) {

    public RuleDraft {
        countedTypes = Set.copyOf(countedTypes);
        weights = Map.copyOf(weights);
    }
}
