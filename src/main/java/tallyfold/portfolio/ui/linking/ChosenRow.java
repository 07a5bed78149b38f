package tallyfold.portfolio.ui.linking;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tallyfold.connection.FailureText;
import tallyfold.connection.FailureWords;
import tallyfold.portfolio.ui.linking.ElementSelection.Chosen;
import tallyfold.portfolio.ui.source.FailureNote;
import tallyfold.project.LinkPreview;
import tallyfold.provider.Element;
import tallyfold.provider.ProviderFailure;
import tallyfold.uikit.Symbol;
import tallyfold.uikit.Texts;

/** A chosen part with its count, what stands in its way, and the way to leave it out. */
final class ChosenRow extends ListItem {

    private final Span count = new Span();
    private final Div problem = new Div();
    private final Button remove = new Button(Symbol.CLOSE.icon());

    ChosenRow(Chosen chosen, Component icon, Consumer<Element> leaveOut, BiConsumer<Element, Boolean> below) {
        Element element = chosen.element();
        addClassName("tf-link-chosen");
        Span name = new Span(chosen.name());
        name.addClassName("tf-link-name");
        name.setTitle(chosen.name());
        count.addClassNames("tf-quiet", "tf-number");
        String label = Texts.of("linking.leave-out", chosen.name());
        remove.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        remove.setAriaLabel(label);
        remove.setTooltipText(label);
        remove.addClickListener(_ -> leaveOut.accept(element));
        Div line = new Div(icon, name, count, remove);
        line.addClassName("tf-link-chosen-line");
        add(line);
        if (ElementSelection.tree(element.kind())) {
            Checkbox all = new Checkbox(Texts.of("linking.below"), element.below());
            all.setAriaLabel(Texts.of("linking.below-of", chosen.name()));
            all.addValueChangeListener(change -> below.accept(element, change.getValue()));
            add(all);
        }
        problem.addClassNames("tf-bad", "tf-link-problem");
        problem.setVisible(false);
        add(problem);
    }

    void focusRemove() {
        remove.focus();
    }

    void show(LinkPreview.Part part) {
        Long items = part.count();
        count.setText(items == null ? "" : Texts.of("linking.count", items));
        ProviderFailure failure = part.failure();
        if (failure == null) {
            refuse(null);
        } else {
            FailureText words = FailureWords.of(failure);
            refuse(words.what() + " " + FailureNote.next(words));
            problem.add(FailureNote.helpLink(words));
        }
    }

    /** Shows what stands in the way; null when nothing does. */
    void refuse(@Nullable String reason) {
        problem.removeAll();
        problem.setVisible(reason != null);
        if (reason != null) {
            problem.add(Symbol.WARNING.icon(), new Span(reason));
        }
    }
}
