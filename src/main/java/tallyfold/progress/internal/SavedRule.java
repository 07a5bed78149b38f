package tallyfold.progress.internal;

import java.util.HashMap;
import java.util.Map;

/**
 * A rule as it was saved.
 *
 * @param types every type there was, and whether it counts
 * @param weights percent by type and state, without states that mean removed
 */
record SavedRule(int version, Map<String, Boolean> types, Map<String, Map<String, Integer>> weights) {

    SavedRule {
        types = Map.copyOf(types);
        weights = new HashMap<>(weights);
    }

    boolean knows(String type, String state) {
        return weights.getOrDefault(type, Map.of()).containsKey(state);
    }
}
