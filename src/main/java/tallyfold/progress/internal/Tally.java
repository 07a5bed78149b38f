package tallyfold.progress.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tallyfold.connection.ConnectionId;
import tallyfold.progress.PersonLoad;
import tallyfold.project.LinkId;
import tallyfold.provider.StateCategory;
import tallyfold.workitem.WorkItemKey;

/**
 * What was found when all items of a project were looked through. Weights are not applied yet: wherever they matter there are
 * counts by {@link Kind}.
 *
 * @param epicsDue when the open epics that are due first are due
 */
record Tally(
        Work work,
        Map<Kind, Long> leaves,
        Iterations iterations,
        People people,
        Schedule schedule,
        Late late,
        List<LocalDate> epicsDue) {

    /** Those among the late items that are so for the longest time, longest first. */
    record Late(List<WorkItemKey> longest) {}

    /** What is counted together. */
    record Kind(LinkId link, String type, String state, StateCategory category) {}

    /** Sums over leaf items, and the late ones of all; hours and points as in {@link tallyfold.progress.ScheduleRollup}. */
    record Work(
            long late,
            long leaves,
            @Nullable LocalDate start,
            @Nullable LocalDate due,
            double effort,
            double completed,
            double remaining,
            double storyPoints,
            long oddEstimates) {}

    /**
     * Items by iteration.
     *
     * @param kinds what the numbers in the counts stand for
     */
    record Iterations(List<Kind> kinds, List<OfIteration> paths) {

        Optional<OfIteration> find(LinkId link, String path) {
            return paths.stream()
                    .filter(each -> each.link().equals(link) && each.path().equals(path))
                    .findFirst();
        }
    }

    /**
     * Items in one iteration of a link, removed ones left out.
     *
     * @param counts how many of each kind, by its place in the list of kinds
     * @param late of every type
     * @param connection under which they are stored
     * @param ids of all of them while the iteration goes on; empty otherwise
     */
    record OfIteration(
            LinkId link,
            String path,
            Map<Integer, Integer> counts,
            long late,
            ConnectionId connection,
            List<Long> ids) {}

    /** Everybody with items. */
    record People(List<PersonLoad> rows) {}

    /**
     * Backlog, and the epics and features of most interest.
     *
     * @param kinds what the numbers in the counts stand for
     * @param allDated how many epics and features have a date
     */
    record Schedule(List<Kind> kinds, List<Backlog> backlog, List<Branch> dated, long allDated) {}

    /** Items of one type, each once. */
    record Backlog(LinkId link, String type, long open, long all, long withoutEstimate, long withoutIteration) {}

    /**
     * An epic or feature.
     *
     * @param below how many items of each kind are below it, by its place in the list of kinds; removed ones left out
     */
    record Branch(
            WorkItemKey key,
            LinkId link,
            String type,
            String state,
            StateCategory category,
            @Nullable Long parent,
            @Nullable LocalDate ownStart,
            @Nullable LocalDate ownDue,
            @Nullable LocalDate lowestStart,
            @Nullable LocalDate highestDue,
            Map<Integer, Integer> below) {

        @Nullable
        LocalDate start() {
            return ownStart == null ? lowestStart : ownStart;
        }

        @Nullable
        LocalDate due() {
            return ownDue == null ? highestDue : ownDue;
        }

        boolean dated() {
            return start() != null || due() != null;
        }
    }
}
