package tallyfold.progress.internal;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tallyfold.progress.ProjectFigures;
import tallyfold.progress.ScheduleRollup;
import tallyfold.progress.Share;
import tallyfold.progress.Trend;
import tallyfold.progress.internal.Tally.Kind;
import tallyfold.progress.internal.TallyRepository.Kept;
import tallyfold.progress.internal.TallyRepository.Past;
import tallyfold.project.ProjectId;
import tallyfold.workitem.WorkItemKey;

/** Makes the figures of projects from what is kept: no item is looked at. */
@Component
public class FigureReader {

    private final ShareReader shares;
    private final TallyRepository tallies;

    FigureReader(ShareReader shares, TallyRepository tallies) {
        this.shares = shares;
        this.tallies = tallies;
    }

    /** Those of a project that has nothing. */
    public static ProjectFigures none(ProjectId project) {
        return new ProjectFigures(project, List.of(), Share.NONE, Map.of(), 0, null, ScheduleRollup.NONE, null, null);
    }

    /** In a fixed number of queries. */
    public Map<ProjectId, ProjectFigures> read(Collection<ProjectId> projects) {
        Map<ProjectId, Kept> kept = tallies.kept(projects);
        Map<ProjectId, Map<Kind, Long>> leaves = tallies.leaves(projects);
        Map<ProjectId, ProjectFigures> figures = new HashMap<>();
        shares.read(projects)
                .forEach((project, share) -> figures.put(
                        project, figures(project, share, kept.get(project), leaves.getOrDefault(project, Map.of()))));
        return figures;
    }

    /** When the open epics that are due first are due, in one query; projects without any are left out. */
    public Map<ProjectId, List<LocalDate>> epicsDue(Collection<ProjectId> projects) {
        return tallies.epicsDue(projects);
    }

    /** The items that are late for the longest time, longest first. */
    public List<WorkItemKey> longestLate(ProjectId project) {
        return tallies.part(project, Tally.Late.class).map(Tally.Late::longest).orElse(List.of());
    }

    private static ProjectFigures figures(
            ProjectId project, Shares shares, @Nullable Kept kept, Map<Kind, Long> leaves) {
        return new ProjectFigures(
                project,
                shares.links(),
                shares.total(),
                shares.all(),
                kept == null ? 0 : kept.work().late(),
                kept == null ? null : trend(shares.total(), kept.past()),
                kept == null ? ScheduleRollup.NONE : rollup(kept.work(), leaves, shares),
                kept == null ? null : kept.day(),
                kept == null ? null : kept.made());
    }

    private static @Nullable Trend trend(Share now, @Nullable Past past) {
        if (past == null || now.items() == 0) {
            return null;
        }
        int then = past.items() == 0 ? 0 : (int) (past.weightSum() / past.items());
        return new Trend(now.percent() - then, past.day());
    }

    private static ScheduleRollup rollup(Tally.Work work, Map<Kind, Long> leaves, Shares shares) {
        Share share = Share.NONE;
        for (Map.Entry<Kind, Long> leaf : leaves.entrySet()) {
            Kind kind = leaf.getKey();
            share = share.plus(
                    shares.rule(kind.link()).share(kind.type(), kind.state(), kind.category(), leaf.getValue()));
        }
        return new ScheduleRollup(
                work.leaves(),
                work.start(),
                work.due(),
                work.start() == null || work.due() == null ? null : Days.working(work.start(), work.due()),
                share.percent(),
                work.effort(),
                work.completed(),
                work.remaining(),
                work.storyPoints(),
                work.oddEstimates());
    }
}
