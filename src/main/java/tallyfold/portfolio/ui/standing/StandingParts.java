package tallyfold.portfolio.ui.standing;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tallyfold.portfolio.Standing;
import tallyfold.portfolio.StandingService;
import tallyfold.project.KeyDateService;
import tallyfold.project.Link;
import tallyfold.project.Project;
import tallyfold.project.ProjectId;
import tallyfold.project.ProjectManager;
import tallyfold.project.ProjectService;
import tallyfold.project.ProjectSettingsService;
import tallyfold.project.StatusService;
import tallyfold.security.ColleagueService;
import tallyfold.security.CurrentUser;
import tallyfold.security.Role;
import tallyfold.uikit.Notifications;
import tallyfold.uikit.Texts;

/** Makes the parts of a project's page that tell how it stands, and those that change it. */
@org.springframework.stereotype.Component
public class StandingParts {

    private final StandingService standings;
    private final StatusService statuses;
    private final KeyDateService keyDates;
    private final ProjectService projects;
    private final ProjectSettingsService settings;
    private final ColleagueService colleagues;
    private final CurrentUser user;
    private final Clock clock;

    StandingParts(
            StandingService standings,
            StatusService statuses,
            KeyDateService keyDates,
            ProjectService projects,
            ProjectSettingsService settings,
            ColleagueService colleagues,
            CurrentUser user,
            Clock clock) {
        this.standings = standings;
        this.statuses = statuses;
        this.keyDates = keyDates;
        this.projects = projects;
        this.settings = settings;
        this.colleagues = colleagues;
        this.user = user;
        this.clock = clock;
    }

    /**
     * The cards "Status" and "Key dates".
     *
     * @param start first day of the project as its primary schedule says, null when not known
     * @param finish last day likewise
     * @param changed hears of the project as it is after a change
     */
    public Component column(
            Project project, @Nullable LocalDate start, @Nullable LocalDate finish, Consumer<Project> changed) {
        Standing standing = standings.standing(project, start, finish);
        boolean manages = user.is(Role.PROJECT_MANAGER);
        Runnable update = () -> new StatusDialog(
                        project.name(),
                        standing,
                        drafts -> statuses.update(project.id(), drafts, project.version()),
                        changed)
                .open();
        Runnable edit = () -> new KeyDatesDialog(
                        keyDates, project, () -> projects.find(project.id()).ifPresent(changed))
                .open();
        Div column = new Div(
                new StatusCard(standing, manages ? update : null),
                new KeyDatesCard(
                        standing.keyDates(),
                        LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC),
                        manages ? edit : null));
        column.addClassName("tf-standing");
        return column;
    }

    /** What was said of a project so far. */
    public StatusHistory history(ProjectId project) {
        return new StatusHistory(statuses, project);
    }

    /**
     * The tab "Settings".
     *
     * @param items how many work items the project shows
     * @param connect opens the window of links; null for who may not change the project
     * @param changed hears of the project as it is after a change
     * @param gone called after the project was deleted
     */
    public SettingsPanel settings(
            Project project,
            List<Link> links,
            long items,
            @Nullable Runnable connect,
            Consumer<Project> changed,
            Runnable gone) {
        if (connect == null) {
            return new SettingsPanel(project, links, null, changed);
        }
        List<ProjectManager> people = colleagues.list().stream()
                .map(each -> new ProjectManager(each.id(), each.displayName()))
                .toList();
        return new SettingsPanel(
                project,
                links,
                new SettingsPanel.Actions(
                        people,
                        edit -> settings.edit(project.id(), edit, project.version()),
                        connect,
                        () -> ask(project, items, gone)),
                changed);
    }

    private void ask(Project project, long items, Runnable gone) {
        new DeleteProjectDialog(project.name(), settings.contents(project.id()), items, () -> {
                    settings.delete(project.id());
                    Notifications.success(Texts.of("standing.deleted", project.name()));
                    gone.run();
                })
                .open();
    }
}
