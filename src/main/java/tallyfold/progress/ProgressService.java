package tallyfold.progress;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import tallyfold.progress.internal.BurnUpReader;
import tallyfold.progress.internal.FigureReader;
import tallyfold.progress.internal.IterationReader;
import tallyfold.progress.internal.ScheduleReader;
import tallyfold.progress.internal.TallyRefresher;
import tallyfold.project.LinkId;
import tallyfold.project.ProjectId;

/**
 * How far projects are. Items are looked through on reading when they changed since; what lists show was kept. Days are
 * compared in UTC, in which the source system keeps them.
 */
@Service
@PreAuthorize("hasRole('VIEWER')")
public class ProgressService {

    private final TallyRefresher tallies;
    private final FigureReader figures;
    private final IterationReader iterations;
    private final ScheduleReader schedules;
    private final BurnUpReader burnUps;

    ProgressService(
            TallyRefresher tallies,
            FigureReader figures,
            IterationReader iterations,
            ScheduleReader schedules,
            BurnUpReader burnUps) {
        this.tallies = tallies;
        this.figures = figures;
        this.iterations = iterations;
        this.schedules = schedules;
        this.burnUps = burnUps;
    }

    /** The figures of one project, up to date. */
    public ProjectFigures figures(ProjectId project) {
        tallies.refresh(project);
        return figures.read(List.of(project)).getOrDefault(project, FigureReader.none(project));
    }

    /**
     * The figures of many projects in a fixed number of queries that look at no item: shares are up to date, late items and
     * rolled-up dates as they were kept, see {@link ProjectFigures#asOf()}. A project that is not there has none.
     */
    public Map<ProjectId, ProjectFigures> figures(Collection<ProjectId> projects) {
        return figures.read(projects);
    }

    /** The iterations of each link, oldest link first. */
    public List<LinkIterations> iterations(ProjectId project) {
        tallies.refresh(project);
        return iterations.read(project, tallies.today());
    }

    /** Everybody with items, by name; the items of nobody come last. */
    public List<PersonLoad> people(ProjectId project) {
        tallies.refresh(project);
        return schedules.people(project);
    }

    /** Backlog, current iterations, and epics and features in time. */
    public ProjectSchedule schedule(ProjectId project) {
        tallies.refresh(project);
        return schedules.read(project, tallies.today());
    }

    /** How an iteration that is going on came to where it is; empty for any other. */
    public Optional<BurnUp> burnUp(ProjectId project, LinkId link, String path) {
        tallies.refresh(project);
        return burnUps.read(project, link, path, tallies.today());
    }
}
