package tallyfold.progress;

import java.time.Instant;
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
 * @param links those of each linked system, oldest first, also of those without items
 * @param total over all links, an item that two of them share counted once
 * @param all items of every type by what their state means, removed ones too, each once
 * @param late items past their deadline on {@code day}, neither completed nor removed
 * @param trend null without a day to compare with, and without counted items
 * @param schedule dates and work rolled up over leaf items
 * @param day the day late items were found on, in UTC; null while the items were never looked through
 * @param asOf when the items were looked through; null likewise
 */
public record ProjectFigures(
        ProjectId project,
        List<OfLink> links,
        Share total,
        Map<StateCategory, Long> all,
        long late,
        @Nullable Trend trend,
        ScheduleRollup schedule,
        @Nullable LocalDate day,
        @Nullable Instant asOf) {

    public ProjectFigures {
        links = List.copyOf(links);
        all = byCategory(all);
    }

    /**
     * One linked system.
     *
     * @param countedTypes the types that count, in the order of their names; empty when every type does
     * @param share items of the counted types, also those that count for the project through another link
     * @param all items of every type by what their state means, removed ones too
     */
    public record OfLink(LinkId link, List<String> countedTypes, Share share, Map<StateCategory, Long> all) {

        public OfLink {
            countedTypes = List.copyOf(countedTypes);
            all = byCategory(all);
        }
    }

    /** The types all links with counted items have in common; empty when they differ or every type counts. */
    public List<String> countedTypes() {
        List<List<String>> types = links.stream()
                .filter(link -> link.share().items() > 0)
                .map(OfLink::countedTypes)
                .distinct()
                .toList();
        return types.size() == 1 ? types.getFirst() : List.of();
    }

    private static Map<StateCategory, Long> byCategory(Map<StateCategory, Long> counts) {
        EnumMap<StateCategory, Long> copy = new EnumMap<>(StateCategory.class);
        copy.putAll(counts);
        return copy;
    }
}
