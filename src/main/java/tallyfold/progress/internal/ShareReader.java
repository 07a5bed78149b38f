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
import tallyfold.progress.Share;
import tallyfold.project.LinkId;
import tallyfold.project.ProjectId;
import tallyfold.provider.StateCategory;
import tallyfold.workitem.ItemFigureStore;
import tallyfold.workitem.LinkProcess;
import tallyfold.workitem.StateCount;

/** Applies the rules to the counts that are kept with every page: no item is looked at. */
@Component
class ShareReader {

    private final ItemFigureStore items;
    private final RuleBook rules;

    ShareReader(ItemFigureStore items, RuleBook rules) {
        this.items = items;
        this.rules = rules;
    }

    /** In a fixed number of queries. */
    Map<ProjectId, Shares> read(Collection<ProjectId> projects) {
        List<LinkProcess> links = items.links(projects);
        Map<LinkId, LinkRule> byLink = rules.of(links);
        Map<LinkId, List<StateCount>> counts =
                items.counts(projects).stream().collect(Collectors.groupingBy(StateCount::link));
        Map<ProjectId, List<LinkProcess>> linksOf = links.stream().collect(Collectors.groupingBy(LinkProcess::project));
        Map<ProjectId, Shares> shares = new HashMap<>();
        for (ProjectId project : projects) {
            shares.put(project, shares(linksOf.getOrDefault(project, List.of()), byLink, counts));
        }
        return shares;
    }

    Shares of(ProjectId project) {
        return read(List.of(project)).getOrDefault(project, new Shares(List.of(), Map.of(), Share.NONE, Map.of()));
    }

    private static Shares shares(
            List<LinkProcess> links, Map<LinkId, LinkRule> rules, Map<LinkId, List<StateCount>> counts) {
        List<ProjectFigures.OfLink> ofLinks = new ArrayList<>();
        Map<LinkId, LinkRule> ofProject = new HashMap<>();
        Share total = Share.NONE;
        Map<StateCategory, Long> all = new EnumMap<>(StateCategory.class);
        for (LinkProcess link : links) {
            LinkRule rule = rules.getOrDefault(link.link(), LinkRule.UNKNOWN);
            ofProject.put(link.link(), rule);
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
        return new Shares(ofLinks, ofProject, total, all);
    }
}
