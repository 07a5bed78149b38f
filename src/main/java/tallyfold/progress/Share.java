package tallyfold.progress;

import java.util.EnumMap;
import java.util.Map;
import tallyfold.provider.StateCategory;

/**
 * How far some items are. Removed items are not among them.
 *
 * @param items how many count, 0 or more
 * @param closed how many of them weigh 100
 * @param weightSum sum of their weights, each 0 to 100
 * @param byCategory how many there are by what their state means; categories without items may be left out
 */
public record Share(long items, long closed, long weightSum, Map<StateCategory, Long> byCategory) {

    public static final Share NONE = new Share(0, 0, 0, Map.of());

    private static final int FULL = 100;

    public Share {
        EnumMap<StateCategory, Long> copy = new EnumMap<>(StateCategory.class);
        copy.putAll(byCategory);
        byCategory = copy;
    }

    /** So many items in one state. */
    public static Share of(StateCategory category, int weight, long items) {
        return items == 0
                ? NONE
                : new Share(items, weight == FULL ? items : 0, items * weight, Map.of(category, items));
    }

    /** Progress in whole percent, 0 to 100, rounded down; 100 only when every item is closed. */
    public int percent() {
        return items == 0 ? 0 : (int) (weightSum / items);
    }

    /** Share of the closed ones in whole percent, rounded down. */
    public int closedPercent() {
        return items == 0 ? 0 : (int) (closed * FULL / items);
    }

    public long of(StateCategory category) {
        return byCategory.getOrDefault(category, 0L);
    }

    public Share plus(Share other) {
        EnumMap<StateCategory, Long> sums = new EnumMap<>(StateCategory.class);
        sums.putAll(byCategory);
        other.byCategory.forEach((category, count) -> sums.merge(category, count, Long::sum));
        return new Share(items + other.items, closed + other.closed, weightSum + other.weightSum, sums);
    }
}
