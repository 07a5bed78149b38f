package tallyfold.progress;

import org.jspecify.annotations.Nullable;

/**
 * What somebody has on the table: items of every type, removed ones left out, each once.
 *
 * @param key the source system's own; null for the items nobody is assigned to
 * @param name as the source system has it, which may be anything; empty for nobody
 * @param active false for somebody the source system has disabled or removed
 * @param inProgress items in progress or resolved
 * @param notStarted items that are proposed
 * @param thisWeek open items with a deadline from Monday to Sunday of this week
 * @param late open items past their deadline
 */
public record PersonLoad(
        @Nullable String key,
        String name,
        boolean active,
        long inProgress,
        long completed,
        long notStarted,
        long thisWeek,
        long late) {

    public long open() {
        return inProgress + notStarted;
    }
}
