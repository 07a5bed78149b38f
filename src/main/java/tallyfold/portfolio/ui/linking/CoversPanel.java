package tallyfold.portfolio.ui.linking;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tallyfold.portfolio.ui.linking.ElementSelection.Chosen;
import tallyfold.project.LinkPreview;
import tallyfold.provider.Element;
import tallyfold.provider.ElementKind;
import tallyfold.uikit.Texts;

/** "This link covers": the count as it is known, and the chosen parts. */
final class CoversPanel extends Div {

    private final ElementSelection selection;
    private final TypeIcons icons;
    private final Runnable changed;
    private final Span total = new Span();
    private final Span state = new Span();
    private final Button stopCounting = new Button(Texts.of("linking.stop-counting"));
    private final Div types = new Div();
    private final H3 chosenTitle = new H3(Texts.of("linking.chosen"));
    private final UnorderedList chosen = new UnorderedList();
    private final Span shared = new Span();
    private final Map<Element, ChosenRow> rows = new HashMap<>();

    /**
     * A panel.
     *
     * @param changed called after a part was left out or changed here
     * @param stop gives the counting up
     */
    CoversPanel(ElementSelection selection, TypeIcons icons, Runnable changed, Runnable stop) {
        this.selection = selection;
        this.icons = icons;
        this.changed = changed;
        addClassNames("tf-card", "tf-link-covers");
        Span label = new Span(Texts.of("linking.covers"));
        label.addClassName("tf-quiet");
        total.addClassName("tf-project-percent");
        state.addClassName("tf-quiet");
        stopCounting.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        stopCounting.setVisible(false);
        stopCounting.addClickListener(_ -> {
            stop.run();
            notCounted();
        });
        Div figure = new Div(total, state);
        figure.addClassName("tf-link-figure");
        figure.getElement().setAttribute("aria-live", "polite");
        types.addClassName("tf-link-types");
        chosen.getElement().setAttribute("aria-label", Texts.of("linking.chosen"));
        shared.addClassNames("tf-quiet", "tf-link-note");
        add(label, figure, stopCounting, types, chosenTitle, chosen, shared);
        refresh();
    }

    /** Shows the chosen parts; rows that stay are kept, so that the focus stays too. */
    void refresh() {
        List<Chosen> parts = selection.whole() ? List.of() : selection.parts();
        Map<Element, Chosen> wanted =
                parts.stream().collect(Collectors.toMap(each -> ElementSelection.key(each.element()), each -> each));
        rows.keySet().removeIf(key -> {
            ChosenRow row = wanted.containsKey(key) ? null : rows.get(key);
            if (row != null) {
                chosen.remove(row);
            }
            return row != null;
        });
        parts.forEach(part -> rows.computeIfAbsent(ElementSelection.key(part.element()), _ -> {
            ChosenRow row = new ChosenRow(part, icon(part), this::leaveOut, this::below);
            chosen.add(row);
            return row;
        }));
        rows.values().forEach(row -> row.refuse(null));
        chosenTitle.setVisible(!rows.isEmpty());
        if (selection.elements().isEmpty()) {
            total.setText("");
            types.removeAll();
            shared.setText("");
            state.setText(Texts.of("linking.covers-nothing"));
            stopCounting.setVisible(false);
        }
    }

    void counting(long soFar) {
        stopCounting.setVisible(true);
        state.setText(soFar == 0 ? Texts.of("linking.counting") : Texts.of("linking.counting-so-far", soFar));
    }

    void show(LinkPreview preview) {
        stopCounting.setVisible(false);
        total.setText(Texts.of("linking.count", preview.total()));
        state.setText(Texts.of("linking.work-items", preview.total()));
        types.removeAll();
        preview.byType().forEach((type, count) -> {
            Span number = new Span(Texts.of("linking.count", count));
            number.addClassName("tf-number");
            Div line = new Div(icons.icon(type), new Span(type), number);
            line.addClassName("tf-link-type");
            types.add(line);
        });
        preview.parts().forEach(part -> {
            ChosenRow row = rows.get(ElementSelection.key(part.element()));
            if (row != null) {
                row.show(part);
            }
        });
        shared.setText(preview.shared() == 0 ? "" : Texts.of("linking.shared", preview.shared()));
    }

    /** The count could not be had; why stands elsewhere. */
    void notCounted() {
        stopCounting.setVisible(false);
        total.setText("");
        state.setText(Texts.of("linking.not-counted"));
    }

    /** Shows at each part what stands in its way. */
    void refuse(Map<Element, String> reasons) {
        reasons.forEach((element, reason) -> {
            ChosenRow row = rows.get(ElementSelection.key(element));
            if (row != null) {
                row.refuse(reason);
            }
        });
    }

    private Component icon(Chosen part) {
        ElementKind kind = part.element().kind();
        return kind == ElementKind.WORK_ITEM
                ? icons.icon(part.type())
                : KindWords.symbol(kind).icon("tf-quiet");
    }

    private void leaveOut(Element element) {
        selection.untick(element);
        changed.run();
        selection.parts().stream()
                .findFirst()
                .map(next -> rows.get(ElementSelection.key(next.element())))
                .ifPresent(ChosenRow::focusRemove);
    }

    private void below(Element element, boolean all) {
        selection.below(element, all);
        changed.run();
    }
}
