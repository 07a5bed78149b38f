package tallyfold.progress.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import java.util.List;
import java.util.Set;
import java.util.function.ToLongFunction;
import tallyfold.progress.ProjectSchedule;
import tallyfold.progress.ProjectSchedule.Backlog;
import tallyfold.provider.WorkItemLevel;
import tallyfold.uikit.Texts;
import tallyfold.workitem.WorkItemFilter;
import tallyfold.workitem.WorkItemTrait;

/** How much there is to do, by type, and what of it nobody has planned yet. */
final class BacklogCard {

    private static final int MOST_TYPES = 8;

    private BacklogCard() {}

    static Component of(ProjectSchedule schedule, ItemLinks links) {
        Div card = Cards.card(Texts.of("progress.backlog"), Cards.quiet(Texts.of("progress.backlog.open")));
        if (schedule.backlog().isEmpty()) {
            card.add(Cards.quiet(Texts.of("progress.backlog.none")));
            return card;
        }
        schedule.backlog().stream()
                .limit(MOST_TYPES)
                .forEach(line -> card.add(Cards.line(line.type(), open(line, links))));
        List<Backlog> planned = planned(schedule.backlog());
        card.add(
                missing("estimate", WorkItemTrait.WITHOUT_ESTIMATE, planned, Backlog::withoutEstimate, links),
                missing("iteration", WorkItemTrait.WITHOUT_ITERATION, planned, Backlog::withoutIteration, links));
        return card;
    }

    private static Component open(Backlog line, ItemLinks links) {
        return FigureLink.of(line.open(), Texts.of("progress.backlog.of", line.type()), open(List.of(line)), links);
    }

    /** The lines of the types that iterations are planned by: requirements, or tasks where there are none. */
    private static List<Backlog> planned(List<Backlog> all) {
        for (WorkItemLevel level : List.of(WorkItemLevel.REQUIREMENT, WorkItemLevel.TASK)) {
            List<Backlog> lines =
                    all.stream().filter(line -> line.level() == level).toList();
            if (!lines.isEmpty()) {
                return lines;
            }
        }
        return all;
    }

    private static Component missing(
            String name, WorkItemTrait trait, List<Backlog> lines, ToLongFunction<Backlog> count, ItemLinks links) {
        String word = Texts.of("progress.backlog." + name);
        long number = lines.stream().mapToLong(count).sum();
        return Cards.line(word, FigureLink.of(number, word, open(lines).withTraits(Set.of(trait)), links));
    }

    private static WorkItemFilter open(List<Backlog> lines) {
        return WorkItemFilter.NONE
                .withTypes(lines.stream().map(Backlog::type).toList())
                .withCategories(WorkItemFilter.OPEN);
    }
}
