package tallyfold.progress.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tallyfold.project.LinkId;
import tallyfold.provider.StateCategory;
import tallyfold.provider.WorkItemLevel;
import tallyfold.workitem.FigureItem;
import tallyfold.workitem.ItemStructure;
import tallyfold.workitem.WorkItemKey;

/** The items of a project with what their links know of them, and what follows for each item from that. */
final class ProjectItems {

    /** In the order of their keys, by which whatever is made of them comes out the same every time. */
    private final List<FigureItem> shown;

    private final List<FigureItem> once = new ArrayList<>();
    private final Map<LinkId, Map<String, ItemStructure.Iteration>> iterations = new HashMap<>();
    private final Map<LinkId, Map<String, WorkItemLevel>> levels = new HashMap<>();
    private final LocalDate today;

    /**
     * Brings items and structure together.
     *
     * @param items as the links show them, in any order
     * @param links in the order of their keys: an item that two of them show is the first one's
     */
    ProjectItems(List<FigureItem> items, ItemStructure structure, List<LinkId> links, LocalDate today) {
        this.today = today;
        Map<LinkId, Integer> places = new HashMap<>();
        links.forEach(link -> places.put(link, places.size()));
        shown = new ArrayList<>(items);
        shown.sort(Comparator.comparingLong((FigureItem item) -> item.key().id())
                .thenComparing(item -> item.key().connection().value())
                .thenComparing(item -> places.getOrDefault(item.link(), Integer.MAX_VALUE)));
        WorkItemKey last = null;
        for (FigureItem item : shown) {
            if (!item.key().equals(last)) {
                once.add(item);
            }
            last = item.key();
        }
        structure
                .iterations()
                .forEach(iteration -> iterations
                        .computeIfAbsent(iteration.link(), _ -> new HashMap<>())
                        .putIfAbsent(iteration.path(), iteration));
        structure
                .types()
                .forEach(type -> levels.computeIfAbsent(type.link(), _ -> new HashMap<>())
                        .put(type.name(), type.level()));
    }

    /** Once for each link that shows them. */
    List<FigureItem> shown() {
        return shown;
    }

    /** Each once. */
    List<FigureItem> once() {
        return once;
    }

    LocalDate today() {
        return today;
    }

    WorkItemLevel level(FigureItem item) {
        return level(item.link(), item.type());
    }

    WorkItemLevel level(LinkId link, String type) {
        return levels.getOrDefault(link, Map.of()).getOrDefault(type, WorkItemLevel.OTHER);
    }

    ItemStructure.@Nullable Iteration iteration(FigureItem item) {
        return iterations.getOrDefault(item.link(), Map.of()).get(item.iteration());
    }

    /** Its own start, else that of its iteration. */
    @Nullable
    LocalDate start(FigureItem item) {
        if (item.start() != null) {
            return item.start();
        }
        ItemStructure.Iteration iteration = iteration(item);
        return iteration == null ? null : iteration.start();
    }

    /** Due date, else target date, else the end of its iteration. */
    @Nullable
    LocalDate deadline(FigureItem item) {
        if (item.due() != null) {
            return item.due();
        }
        ItemStructure.Iteration iteration = iteration(item);
        return iteration == null ? null : iteration.finish();
    }

    boolean late(FigureItem item) {
        LocalDate deadline = deadline(item);
        return open(item) && deadline != null && deadline.isBefore(today);
    }

    static boolean removed(FigureItem item) {
        return item.category() == StateCategory.REMOVED;
    }

    static boolean open(FigureItem item) {
        return !removed(item) && item.category() != StateCategory.COMPLETED;
    }
}
