package tallyfold.workitem;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tallyfold.project.LinkId;
import tallyfold.project.ProjectId;
import tallyfold.provider.StateCategory;

/**
 * The figures of one project.
 *
 * @param links figures of each linked system, oldest first, also of those without items
 * @param counted items of the counted types, over all links
 * @param all items of every type, over all links
 * @param late items past their deadline, neither completed nor removed
 * @param people how many have items
 * @param iterations how many there are
 * @param start earliest day found in iterations and items, null when none has a date
 * @param finish latest day likewise
 */
public record WorkItemSummary(
        ProjectId project,
        List<OfLink> links,
        Counts counted,
        Counts all,
        long late,
        long people,
        long iterations,
        @Nullable LocalDate start,
        @Nullable LocalDate finish) {

    public WorkItemSummary {
        links = List.copyOf(links);
    }

    /** The type all links with items count by; null when there is none or they differ. */
    public @Nullable String countedType() {
        List<@Nullable String> types = links.stream()
                .filter(link -> link.all().sum() > 0)
                .<@Nullable String>map(OfLink::countedType)
                .distinct()
                .toList();
        return types.size() == 1 ? types.getFirst() : null;
    }

    /**
     * One linked system.
     *
     * @param countedType the type its process counts by; null when every item counts
     */
    public record OfLink(LinkId link, @Nullable String countedType, Counts counted, Counts all) {}

    /** Items by what their state means. */
    public record Counts(Map<StateCategory, Long> byCategory) {

        public static final Counts NONE = new Counts(Map.of());

        public Counts {
            EnumMap<StateCategory, Long> copy = new EnumMap<>(StateCategory.class);
            copy.putAll(byCategory);
            byCategory = copy;
        }

        public long of(StateCategory category) {
            return byCategory.getOrDefault(category, 0L);
        }

        /** All that count, which leaves out the removed ones. */
        public long total() {
            return sum() - of(StateCategory.REMOVED);
        }

        /** All, with the removed ones. */
        public long sum() {
            return byCategory.values().stream().mapToLong(Long::longValue).sum();
        }

        public long closed() {
            return of(StateCategory.COMPLETED);
        }

        /** Share of the closed ones in whole percent, 0 to 100; 100 only when all are closed. */
        public int percent() {
            return total() == 0 ? 0 : (int) (closed() * 100 / total());
        }

        public Counts plus(Counts other) {
            EnumMap<StateCategory, Long> sums = new EnumMap<>(StateCategory.class);
            sums.putAll(byCategory);
            other.byCategory.forEach((category, count) -> sums.merge(category, count, Long::sum));
            return new Counts(sums);
        }
    }
}
