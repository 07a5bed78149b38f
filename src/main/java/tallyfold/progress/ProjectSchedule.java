package tallyfold.progress;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tallyfold.project.LinkId;
import tallyfold.provider.StateCategory;
import tallyfold.provider.WorkItemLevel;
import tallyfold.workitem.WorkItemKey;

/**
 * What the tab "Schedule" shows.
 *
 * @param backlog a line for each type with items, from the top of the hierarchy down
 * @param current the iterations that are going on, of all links; of nested ones the innermost
 * @param dated epics and features with a date, by start; at most {@link #MOST_DATED}
 * @param allDated how many of those there are
 */
public record ProjectSchedule(
        List<Backlog> backlog, List<CurrentIteration> current, List<DatedItem> dated, long allDated) {

    /** The most epics and features one picture holds. */
    public static final int MOST_DATED = 500;

    /** The most epics whose dates are key dates of a project. */
    public static final int MOST_KEY_EPICS = 8;

    public ProjectSchedule {
        backlog = List.copyOf(backlog);
        current = List.copyOf(current);
        dated = List.copyOf(dated);
    }

    /**
     * Items of one type, each once, removed ones left out.
     *
     * @param type the process's own name
     * @param open neither completed nor removed
     * @param all open and completed
     * @param withoutEstimate open ones with neither points nor hours
     * @param withoutIteration open ones in the root iteration or in one that is not known
     */
    public record Backlog(
            WorkItemLevel level, String type, long open, long all, long withoutEstimate, long withoutIteration) {}

    /**
     * An iteration that is going on.
     *
     * @param workingDaysLeft Monday to Friday from today to the last day, both included; null without a last day
     * @param share counted items in it directly
     * @param inProgress counted items in progress or resolved
     * @param late items of every type in it, past their deadline
     */
    public record CurrentIteration(
            LinkId link,
            String path,
            String name,
            @Nullable LocalDate start,
            @Nullable LocalDate finish,
            @Nullable Long workingDaysLeft,
            Share share,
            long inProgress,
            long late) {}

    /**
     * An epic or feature.
     *
     * @param share counted items below it, through every level
     * @param start its own, else the earliest of the leaf items below; null without
     * @param due its own due or target date, else the latest deadline of the leaf items below; null without
     * @param rolledUp whether one of the dates came from below
     * @param daysLate calendar days since the due date while it is neither completed nor removed; 0 when it is not late
     */
    public record DatedItem(
            WorkItemKey key,
            LinkId link,
            WorkItemLevel level,
            String type,
            String title,
            String state,
            StateCategory category,
            @Nullable Long parent,
            Share share,
            @Nullable LocalDate start,
            @Nullable LocalDate due,
            boolean rolledUp,
            long daysLate) {}
}
