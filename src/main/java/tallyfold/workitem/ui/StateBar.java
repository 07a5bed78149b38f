package tallyfold.workitem.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.stream.Collectors;
import tallyfold.provider.StateCategory;
import tallyfold.uikit.Texts;
import tallyfold.workitem.StateCounts;

/** How much of some work is completed, resolved, in progress and proposed, as one bar. */
public final class StateBar extends Div {

    /** The order of the bar and of its legend: what is done first. */
    public static final List<StateCategory> ORDER =
            List.of(StateCategory.COMPLETED, StateCategory.RESOLVED, StateCategory.IN_PROGRESS, StateCategory.PROPOSED);

    public StateBar(StateCounts counts) {
        addClassName("tf-state-bar");
        getElement().setAttribute("role", "img");
        getElement().setAttribute("aria-label", words(counts));
        for (StateCategory category : ORDER) {
            long count = counts.of(category);
            if (count > 0) {
                Span segment = new Span();
                segment.addClassName(StateBadge.className(category));
                segment.getStyle().set("--tf-share", Long.toString(count));
                segment.setTitle(Texts.of("workitem.bar.part", StateBadge.word(category), count));
                add(segment);
            }
        }
    }

    private static String words(StateCounts counts) {
        if (counts.total() == 0) {
            return Texts.of("workitem.bar.none");
        }
        return ORDER.stream()
                .filter(category -> counts.of(category) > 0)
                .map(category -> Texts.of("workitem.bar.part", StateBadge.word(category), counts.of(category)))
                .collect(Collectors.joining(", "));
    }
}
