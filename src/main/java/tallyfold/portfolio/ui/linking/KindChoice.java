package tallyfold.portfolio.ui.linking;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import tallyfold.provider.ElementKind;
import tallyfold.uikit.Texts;

/** "What to link": one kind at a time is looked at, with how many of it are chosen. */
final class KindChoice extends RadioButtonGroup<ElementKind> {

    private final Map<ElementKind, Span> counts = new EnumMap<>(ElementKind.class);

    KindChoice(Consumer<ElementKind> chosen) {
        super(Texts.of("linking.what"));
        addClassName("tf-link-kinds");
        for (ElementKind kind : ElementKind.values()) {
            Span count = new Span();
            count.addClassName("tf-tab-count");
            counts.put(kind, count);
        }
        setItems(ElementKind.values());
        setItemLabelGenerator(kind -> KindWords.of("kind", kind));
        setRenderer(new ComponentRenderer<>(this::line));
        setValue(ElementKind.PROJECT);
        addValueChangeListener(change -> chosen.accept(change.getValue()));
    }

    void show(ElementSelection selection) {
        counts.forEach((kind, span) -> {
            long count = selection.count(kind);
            span.setText(count == 0 ? "" : Texts.of("linking.count", count));
        });
    }

    private Component line(ElementKind kind) {
        Span line = new Span(KindWords.symbol(kind).icon(), new Span(KindWords.of("kind", kind)));
        line.addClassName("tf-link-kind");
        Span count = counts.get(kind);
        if (count != null) {
            line.add(count);
        }
        return line;
    }
}
