package tallyfold.portfolio.ui;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tallyfold.portfolio.ScheduleStanding;
import tallyfold.progress.ProjectFigures;
import tallyfold.progress.Share;
import tallyfold.project.Link;
import tallyfold.project.Portfolio;
import tallyfold.project.Project;
import tallyfold.project.ProjectManager;
import tallyfold.sync.SyncRun;
import tallyfold.uikit.Texts;

/**
 * A project with what lists say of it.
 *
 * @param portfolio where it lies; null for nowhere
 * @param schedule the schedule status that holds
 * @param favourite whether the reader marked it
 */
public record ProjectRow(
        Project project,
        List<Link> links,
        ProjectFigures figures,
        @Nullable SyncRun run,
        @Nullable Portfolio portfolio,
        ScheduleStanding schedule,
        boolean favourite) {

    public ProjectRow {
        links = List.copyOf(links);
    }

    public Share share() {
        return figures.total();
    }

    public ShownStatus status() {
        return ShownStatus.of(project.status(), share());
    }

    /** Who answers for it; empty when nobody was named. */
    public String manager() {
        ProjectManager manager = project.manager();
        return manager == null ? "" : manager.name();
    }

    /** As its schedule says: entered, or rolled up from its items. */
    public ProjectDates dates() {
        return ProjectDates.of(
                project, figures.schedule().start(), figures.schedule().due());
    }

    /** The organizations by name; how many when there are several. */
    public String systems() {
        List<String> names = organizations();
        return switch (names.size()) {
            case 0 -> Texts.of("portfolio.no-system");
            case 1 -> names.getFirst();
            default -> Texts.of("portfolio.systems", names.size());
        };
    }

    public List<String> organizations() {
        return links.stream().map(Link::organization).distinct().toList();
    }

    /** All organizations, for a tooltip. */
    public String allSystems() {
        return links.stream()
                .map(link -> link.organization() + " / " + link.remoteName())
                .collect(Collectors.joining(", "));
    }
}
