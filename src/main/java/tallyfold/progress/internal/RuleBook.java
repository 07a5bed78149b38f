package tallyfold.progress.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tallyfold.progress.ProcessKey;
import tallyfold.progress.RuleScope;
import tallyfold.project.LinkId;
import tallyfold.workitem.LinkProcess;

/** Finds how the items of links count: by the link's own rule, else by that of its process, else by default. */
@Component
class RuleBook {

    private final ProgressRuleRepository rules;

    RuleBook(ProgressRuleRepository rules) {
        this.rules = rules;
    }

    /** In three queries, however many links there are. */
    Map<LinkId, LinkRule> of(Collection<LinkProcess> links) {
        List<UUID> ids = new ArrayList<>();
        for (LinkProcess link : links) {
            ids.add(own(link));
            ids.add(ofProcess(link));
        }
        Map<UUID, SavedRule> saved = rules.find(ids);
        Map<LinkId, LinkRule> found = new HashMap<>();
        for (LinkProcess link : links) {
            SavedRule rule = saved.get(own(link));
            found.put(link.link(), new LinkRule(link.base(), rule == null ? saved.get(ofProcess(link)) : rule));
        }
        return found;
    }

    private static UUID own(LinkProcess link) {
        return ProgressRuleRepository.id(new RuleScope.OfLink(link.link()));
    }

    /** A link that was never loaded has no process, for which nothing can have been saved. */
    private static UUID ofProcess(LinkProcess link) {
        String process = link.process();
        return ProgressRuleRepository.id(
                new RuleScope.OfProcess(new ProcessKey(link.organizationKey(), process == null ? "" : process)));
    }
}
