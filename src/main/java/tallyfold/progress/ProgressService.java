package tallyfold.progress;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import tallyfold.progress.internal.BurnUpReader;
import tallyfold.progress.internal.DayReader;
import tallyfold.progress.internal.FigureReader;
import tallyfold.progress.internal.IterationReader;
import tallyfold.progress.internal.ScheduleReader;
import tallyfold.progress.internal.TallyRefresher;
import tallyfold.project.LinkId;
import tallyfold.project.ProjectId;
import tallyfold.workitem.WorkItemKey;

/**
 * How far projects are. Items are looked through on reading when they changed since; what lists show was kept. Days are
 * compared in UTC, in which the source system keeps them.
 */
@Service
@PreAuthorize("hasRole('VIEWER')")
public class ProgressService {

    /** How many days back {@link #days} looks, today among them. */
    public static final int DAYS = 30;

    /** The most items {@link #longestLate} names. */
    public static final int MOST_LATE = 10;

    private final TallyRefresher tallies;
    private final FigureReader figures;
    private final IterationReader iterations;
    private final ScheduleReader schedules;
    private final BurnUpReader burnUps;
    private final DayReader days;

    ProgressService(
            TallyRefresher tallies,
            FigureReader figures,
            IterationReader iterations,
            ScheduleReader schedules,
            BurnUpReader burnUps,
            DayReader days) {
        this.tallies = tallies;
        this.figures = figures;
        this.iterations = iterations;
        this.schedules = schedules;
        this.burnUps = burnUps;
        this.days = days;
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

    /**
     * When the open epics of projects are due, earliest first and at most {@link ProjectSchedule#MOST_KEY_EPICS} of each, as they were
     * kept; in one query that looks at no item. Projects without any are left out.
     */
    public Map<ProjectId, List<LocalDate>> epicsDue(Collection<ProjectId> projects) {
        return figures.epicsDue(projects);
    }

    /** The items that are late for the longest time, longest first, at most {@link #MOST_LATE}. */
    public List<WorkItemKey> longestLate(ProjectId project) {
        tallies.refresh(project);
        return figures.longestLate(project);
    }

    /** How far a project was on each of the last {@link #DAYS} days of which that is known, oldest first. */
    public List<ProgressDay> days(ProjectId project) {
        tallies.refresh(project);
        return days.read(project, tallies.today(), DAYS);
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
