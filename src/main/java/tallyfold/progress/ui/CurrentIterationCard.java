package tallyfold.progress.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import tallyfold.progress.ProjectSchedule.CurrentIteration;
import tallyfold.project.LinkId;
import tallyfold.provider.StateCategory;
import tallyfold.uikit.Texts;
import tallyfold.workitem.StateCounts;
import tallyfold.workitem.WorkItemFilter;
import tallyfold.workitem.ui.StateBar;

/** How far the iteration is that is going on; with several, one chooses. */
final class CurrentIterationCard extends Div {

    private final Map<LinkId, List<String>> countedTypes;
    private final ItemLinks links;
    private final Div content = new Div();

    /**
     * Shows the first.
     *
     * @param all those that are going on; may be none
     * @param countedTypes of the linked systems; no types where every type counts
     * @param chosen hears which one somebody wants to see
     */
    CurrentIterationCard(
            List<CurrentIteration> all,
            Map<LinkId, List<String>> countedTypes,
            ItemLinks links,
            Consumer<CurrentIteration> chosen) {
        this.countedTypes = countedTypes;
        this.links = links;
        content.addClassName("tf-summary-card");
        Div card = Cards.card(Texts.of("progress.current"));
        if (all.isEmpty()) {
            card.add(Cards.quiet(Texts.of("progress.current.none")));
        } else if (all.size() > 1) {
            card.add(choice(all, chosen));
        }
        if (!all.isEmpty()) {
            show(all.getFirst());
        }
        card.add(content);
        add(card);
        addClassName("tf-panel-cell");
    }

    private Component choice(List<CurrentIteration> all, Consumer<CurrentIteration> chosen) {
        Select<CurrentIteration> choice = new Select<>();
        choice.setAriaLabel(Texts.of("progress.current"));
        choice.setItems(all);
        choice.setItemLabelGenerator(each -> Objects.requireNonNull(each).path());
        choice.setValue(all.getFirst());
        choice.addValueChangeListener(event -> {
            show(event.getValue());
            chosen.accept(event.getValue());
        });
        return choice;
    }

    private void show(CurrentIteration iteration) {
        content.removeAll();
        WorkItemFilter in = WorkItemFilter.NONE.withIterations(List.of(iteration.path()));
        WorkItemFilter counted = in.withTypes(countedTypes.getOrDefault(iteration.link(), List.of()));
        Span name = new Span(iteration.name());
        name.addClassName("tf-name");
        name.setTitle(iteration.path());
        Div head = new Div(name, Cards.quiet(when(iteration)));
        head.addClassName("tf-two-lines");
        content.add(
                head,
                new StateBar(new StateCounts(iteration.share().byCategory())),
                Cards.line(
                        Texts.of("progress.current.closed"),
                        FigureLink.of(
                                IterationWords.closed(iteration.share()),
                                iteration.share().items() == 0,
                                Texts.of("progress.current.closed"),
                                counted,
                                links)),
                Cards.line(
                        Texts.of("progress.current.in-progress"),
                        FigureLink.of(
                                iteration.inProgress(),
                                Texts.of("progress.current.in-progress"),
                                counted.withCategories(Set.of(StateCategory.IN_PROGRESS, StateCategory.RESOLVED)),
                                links)),
                Cards.line(
                        Texts.of("progress.current.late"),
                        FigureLink.of(iteration.late(), Texts.of("progress.current.late"), in.withLate(true), links)));
    }

    private static String when(CurrentIteration iteration) {
        String days = Spans.words(iteration.start(), iteration.finish());
        Long left = iteration.workingDaysLeft();
        return left == null ? days : Texts.of("progress.current.when", days, left);
    }
}
