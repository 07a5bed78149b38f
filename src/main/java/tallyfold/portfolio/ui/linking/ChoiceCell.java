package tallyfold.portfolio.ui.linking;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import tallyfold.portfolio.ui.linking.ElementSelection.Mark;
import tallyfold.provider.ElementChoice;
import tallyfold.provider.ElementKind;
import tallyfold.uikit.Symbol;
import tallyfold.uikit.Texts;
import tallyfold.uikit.Times;

/** A choice in a list or tree: its tick, its name, and what helps to tell it from others. */
final class ChoiceCell extends Div {

    private final ElementChoice choice;
    private final ElementSelection selection;
    private final Checkbox tick = new Checkbox();
    private final Span included = new Span(Texts.of("linking.included"));

    /**
     * A cell.
     *
     * @param changed called after the user ticked or unticked it
     */
    ChoiceCell(ElementChoice choice, ElementSelection selection, TypeIcons types, Runnable changed) {
        this.choice = choice;
        this.selection = selection;
        addClassName("tf-link-choice");
        if (!choice.selectable()) {
            add(Symbol.PROJECTS.icon("tf-quiet"), new Span(choice.name()));
            return;
        }
        boolean item = choice.kind() == ElementKind.WORK_ITEM;
        tick.setLabel(ElementSelection.name(choice));
        tick.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                if (Boolean.TRUE.equals(change.getValue())) {
                    selection.tick(choice);
                } else {
                    selection.untick(choice.element(true));
                }
                changed.run();
            }
        });
        included.addClassNames("tf-quiet", "tf-link-note");
        if (item) {
            add(types.icon(choice.type()));
        }
        add(tick, included, details());
        refresh();
    }

    /** Shows how the choice stands now, without losing the focus that is on it. */
    void refresh() {
        Mark mark = choice.selectable() ? selection.mark(choice) : Mark.NONE;
        tick.setValue(mark == Mark.TICKED || mark == Mark.INCLUDED);
        tick.setEnabled(mark != Mark.INCLUDED);
        tick.setIndeterminate(mark == Mark.PARTLY);
        included.setVisible(mark == Mark.INCLUDED);
        setClassName("tf-link-ticked", mark == Mark.TICKED);
    }

    private Span details() {
        Span details = new Span(
                switch (choice.kind()) {
                    case ITERATION -> dates();
                    case WORK_ITEM -> choice.state() == null ? "" : choice.state();
                    case PROJECT, TEAM, AREA, QUERY -> "";
                });
        details.addClassNames("tf-quiet", "tf-link-note");
        return details;
    }

    private String dates() {
        return choice.start() == null || choice.finish() == null
                ? ""
                : Texts.of("portfolio.from-until", Times.day(choice.start()), Times.day(choice.finish()));
    }
}
