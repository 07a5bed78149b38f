package tallyfold.progress.internal;

import java.util.List;
import java.util.Map;
import tallyfold.progress.ProjectFigures;
import tallyfold.progress.Share;
import tallyfold.progress.internal.Tally.Kind;
import tallyfold.project.LinkId;
import tallyfold.provider.StateCategory;

/**
 * How far a project is.
 *
 * @param rules how the items of each link count
 * @param all items of every type, each once
 */
record Shares(
        List<ProjectFigures.OfLink> links, Map<LinkId, LinkRule> rules, Share total, Map<StateCategory, Long> all) {

    /** A link that is not one of the project's any more counts by the defaults for an unknown process. */
    LinkRule rule(LinkId link) {
        return rules.getOrDefault(link, LinkRule.UNKNOWN);
    }

    /**
     * The items that count among some.
     *
     * @param counts how many of each kind, by its place in the list of kinds
     */
    Share counted(List<Kind> kinds, Map<Integer, Integer> counts) {
        Share share = Share.NONE;
        for (Map.Entry<Integer, Integer> count : counts.entrySet()) {
            Kind kind = kinds.get(count.getKey());
            share = share.plus(rule(kind.link()).counted(kind.type(), kind.state(), kind.category(), count.getValue()));
        }
        return share;
    }
}
