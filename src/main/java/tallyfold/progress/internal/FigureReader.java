package tallyfold.progress.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tallyfold.progress.ProjectFigures;
import tallyfold.progress.ScheduleRollup;
import tallyfold.progress.Share;
import tallyfold.project.LinkId;
import tallyfold.project.ProjectId;
import tallyfold.provider.StateCategory;
import tallyfold.workitem.ItemFigureStore;
import tallyfold.workitem.LinkProcess;
import tallyfold.workitem.StateCount;

/** Makes the figures of projects from what is kept: no item is looked at. */
@Component
public class FigureReader {

    private final ItemFigureStore items;
    private final RuleBook rules;

    FigureReader(ItemFigureStore items, RuleBook rules) {
        this.items = items;
        this.rules = rules;
    }

    /** Those of a project that has nothing. */
    public static ProjectFigures none(ProjectId project) {
        return new ProjectFigures(project, List.of(), Share.NONE, Map.of(), 0, null, ScheduleRollup.NONE, null, null);
    }

    /** In a fixed number of queries. */
    public Map<ProjectId, ProjectFigures> read(Collection<ProjectId> projects) {
        List<LinkProcess> links = items.links(projects);
        Map<LinkId, LinkRule> byLink = rules.of(links);
        Map<LinkId, List<StateCount>> counts =
                items.counts(projects).stream().collect(Collectors.groupingBy(StateCount::link));
        Map<ProjectId, List<LinkProcess>> linksOf = links.stream().collect(Collectors.groupingBy(LinkProcess::project));
        Map<ProjectId, ProjectFigures> figures = new HashMap<>();
        for (ProjectId project : projects) {
            figures.put(project, figures(project, linksOf.getOrDefault(project, List.of()), byLink, counts));
        }
        return figures;
    }

    private static ProjectFigures figures(
            ProjectId project,
            List<LinkProcess> links,
            Map<LinkId, LinkRule> rules,
            Map<LinkId, List<StateCount>> counts) {
        List<ProjectFigures.OfLink> ofLinks = new ArrayList<>();
        Share total = Share.NONE;
        Map<StateCategory, Long> all = new EnumMap<>(StateCategory.class);
        for (LinkProcess link : links) {
            LinkRule rule = rules.getOrDefault(link.link(), new LinkRule(null, null));
            Share share = Share.NONE;
            Map<StateCategory, Long> allOfLink = new EnumMap<>(StateCategory.class);
            for (StateCount count : counts.getOrDefault(link.link(), List.of())) {
                share = share.plus(rule.counted(count.type(), count.state(), count.category(), count.items()));
                total = total.plus(rule.counted(count.type(), count.state(), count.category(), count.once()));
                allOfLink.merge(count.category(), count.items(), Long::sum);
                all.merge(count.category(), count.once(), Long::sum);
            }
            ofLinks.add(new ProjectFigures.OfLink(link.link(), rule.countedTypes(), share, allOfLink));
        }
        return new ProjectFigures(project, ofLinks, total, all, 0, null, ScheduleRollup.NONE, null, null);
    }
}
