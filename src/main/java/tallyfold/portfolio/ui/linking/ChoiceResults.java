package tallyfold.portfolio.ui.linking;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tallyfold.provider.ElementChoice;
import tallyfold.provider.ElementKind;

/** What a filter found, each with its place. */
final class ChoiceResults extends Grid<ElementChoice> {

    private final ElementSelection selection;
    private final TypeIcons types;
    private final Runnable changed;
    private final Map<ElementChoice, ChoiceCell> cells = new HashMap<>();

    ChoiceResults(
            ElementKind kind,
            List<ElementChoice> found,
            ElementSelection selection,
            TypeIcons types,
            Runnable changed) {
        super();
        this.selection = selection;
        this.types = types;
        this.changed = changed;
        addClassName("tf-link-tree");
        setSelectionMode(SelectionMode.NONE);
        getElement().setAttribute("aria-label", KindWords.of("kind", kind));
        addComponentColumn(this::cell).setHeader(KindWords.of("kind", kind));
        setItems(found);
    }

    void refresh() {
        cells.values().forEach(ChoiceCell::refresh);
    }

    private Component cell(ElementChoice choice) {
        ChoiceCell cell = new ChoiceCell(choice, selection, types, changed);
        cells.put(choice, cell);
        if (choice.path().isBlank() || choice.path().equals(choice.name())) {
            return cell;
        }
        Span place = new Span(choice.path());
        place.addClassName("tf-second-line");
        place.setTitle(choice.path());
        Div both = new Div(cell, place);
        both.addClassName("tf-link-found");
        return both;
    }
}
