package tallyfold.portfolio.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.QueryParameters;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tallyfold.portfolio.ui.linking.LinkWords;
import tallyfold.progress.ProgressRuleService;
import tallyfold.progress.ProgressService;
import tallyfold.progress.ProjectFigures;
import tallyfold.progress.ui.ItemLinks;
import tallyfold.progress.ui.IterationsAddress;
import tallyfold.progress.ui.IterationsPanel;
import tallyfold.progress.ui.SchedulePanel;
import tallyfold.progress.ui.TeamPanel;
import tallyfold.project.Link;
import tallyfold.project.LinkId;
import tallyfold.project.ProjectId;
import tallyfold.workitem.PeopleService;
import tallyfold.workitem.WorkItemService;

/** Makes the tabs of a project that show figures. */
@org.springframework.stereotype.Component
class FigureTabs {

    private final ProgressService progress;
    private final WorkItemService items;
    private final PeopleService people;
    private final ProgressRuleService rules;

    FigureTabs(ProgressService progress, ProgressRuleService rules, WorkItemService items, PeopleService people) {
        this.progress = progress;
        this.rules = rules;
        this.items = items;
        this.people = people;
    }

    /** The figures of a project as they are now. */
    ProjectFigures of(ProjectId project) {
        return progress.figures(project);
    }

    /**
     * The tab "Summary".
     *
     * @param keyDays days to show on the timeline
     * @param beside cards for the column at the side
     * @param connect opens the window for links; null for who may not
     */
    SummaryPanel summary(
            ProjectBody.Shown shown,
            Clock clock,
            List<TimelineCard.KeyDay> keyDays,
            List<com.vaadin.flow.component.Component> beside,
            @Nullable Runnable connect) {
        ProjectId project = shown.project().id();
        boolean linked = !shown.links().isEmpty();
        return new SummaryPanel(
                shown,
                linked ? progress.days(project) : List.of(),
                linked ? items.rows(project, progress.longestLate(project)) : List.of(),
                items.today(),
                clock,
                keyDays,
                beside,
                connect);
    }

    IterationsPanel iterations(ProjectBody.Shown shown, QueryParameters query) {
        ProjectId project = shown.project().id();
        return new IterationsPanel(
                progress.iterations(project),
                names(shown.links()),
                items.today(),
                IterationsAddress.of(query),
                links(project),
                next -> UI.getCurrentOrThrow()
                        .navigate(
                                ProjectView.class,
                                ProjectAddress.parameters(project, ProjectAddress.ITERATIONS),
                                next.parameters()));
    }

    TeamPanel team(ProjectBody.Shown shown) {
        ProjectId project = shown.project().id();
        return new TeamPanel(people.people(project), progress.people(project), links(project));
    }

    SchedulePanel schedule(ProjectBody.Shown shown) {
        ProjectId project = shown.project().id();
        Map<LinkId, List<String>> counted = shown.figures().links().stream()
                .collect(Collectors.toMap(ProjectFigures.OfLink::link, ProjectFigures.OfLink::countedTypes));
        return new SchedulePanel(
                progress.schedule(project),
                counted,
                iteration -> progress.burnUp(project, iteration.link(), iteration.path()),
                keys -> items.rows(project, keys),
                items.today(),
                links(project));
    }

    RulesCard rules(List<Link> links) {
        return new RulesCard(rules, links);
    }

    private static ItemLinks links(ProjectId project) {
        return (text, filter) -> ProjectAddress.items(text, project, filter);
    }

    private static Map<LinkId, String> names(List<Link> links) {
        return links.stream().collect(Collectors.toMap(Link::id, LinkWords::system));
    }
}
