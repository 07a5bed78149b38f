package tallyfold.workitem;

import java.util.EnumMap;
import java.util.Map;
import tallyfold.provider.StateCategory;

/** Items by what their state means. */
public record StateCounts(Map<StateCategory, Long> byCategory) {

    public StateCounts {
        EnumMap<StateCategory, Long> copy = new EnumMap<>(StateCategory.class);
        copy.putAll(byCategory);
        byCategory = copy;
    }

    public long of(StateCategory category) {
        return byCategory.getOrDefault(category, 0L);
    }

    /** All that count, which leaves out the removed ones. */
    public long total() {
        return byCategory.values().stream().mapToLong(Long::longValue).sum() - of(StateCategory.REMOVED);
    }
}
