package tallyfold.portfolio.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tallyfold.kernel.PageQuery;
import tallyfold.portfolio.FavouriteService;
import tallyfold.portfolio.PlannedProject;
import tallyfold.portfolio.ScheduleStanding;
import tallyfold.portfolio.StandingService;
import tallyfold.progress.ProgressService;
import tallyfold.progress.ProjectFigures;
import tallyfold.project.Link;
import tallyfold.project.PortfolioService;
import tallyfold.project.PortfolioTree;
import tallyfold.project.Project;
import tallyfold.project.ProjectId;
import tallyfold.project.ProjectService;
import tallyfold.sync.SyncRun;
import tallyfold.sync.SyncService;

/** Puts lines of lists of projects together, in the same number of queries however many projects there are. */
@Component
public class ProjectRows {

    /** The most projects lists show. */
    static final int MOST = PageQuery.MAX_LIMIT;

    private final ProjectService projects;
    private final PortfolioService portfolios;
    private final ProgressService progress;
    private final StandingService standings;
    private final SyncService syncs;
    private final FavouriteService favourites;

    ProjectRows(
            ProjectService projects,
            PortfolioService portfolios,
            ProgressService progress,
            StandingService standings,
            SyncService syncs,
            FavouriteService favourites) {
        this.projects = projects;
        this.portfolios = portfolios;
        this.progress = progress;
        this.standings = standings;
        this.syncs = syncs;
        this.favourites = favourites;
    }

    /** All projects by name, and where they lie, at one moment. */
    public record All(PortfolioTree tree, List<ProjectRow> rows) {
        public All {
            rows = List.copyOf(rows);
        }
    }

    public All read() {
        PortfolioTree tree = portfolios.tree();
        List<Project> page = projects.page("", PageQuery.first(MOST)).rows();
        List<ProjectId> ids = page.stream().map(Project::id).toList();
        Map<ProjectId, ProjectFigures> figures = progress.figures(ids);
        Map<ProjectId, SyncRun> runs = syncs.latestOfProjects(ids);
        Map<ProjectId, List<Link>> links = projects.linksOf(ids);
        Map<ProjectId, ScheduleStanding> schedules = schedules(page, figures);
        Set<ProjectId> starred = favourites.all();
        List<ProjectRow> rows = new ArrayList<>(page.size());
        for (Project project : page) {
            @Nullable ProjectFigures of = figures.get(project.id());
            if (of != null) {
                rows.add(new ProjectRow(
                        project,
                        links.getOrDefault(project.id(), List.of()),
                        of,
                        runs.get(project.id()),
                        tree.of(project.id()).orElse(null),
                        schedules.getOrDefault(project.id(), ScheduleStanding.NONE),
                        starred.contains(project.id())));
            }
        }
        return new All(tree, rows);
    }

    private Map<ProjectId, ScheduleStanding> schedules(List<Project> page, Map<ProjectId, ProjectFigures> figures) {
        List<PlannedProject> planned = new ArrayList<>(page.size());
        for (Project project : page) {
            @Nullable ProjectFigures of = figures.get(project.id());
            if (of != null) {
                ProjectDates dates = ProjectDates.of(
                        project, of.schedule().start(), of.schedule().due());
                planned.add(new PlannedProject(project, of, dates.start(), dates.finish()));
            }
        }
        return standings.schedules(planned);
    }

    /** How many projects there are. */
    int count() {
        return (int) projects.count();
    }
}
