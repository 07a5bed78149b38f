package tallyfold.portfolio.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import java.util.function.BiConsumer;
import tallyfold.project.ProjectId;
import tallyfold.uikit.Symbol;
import tallyfold.uikit.Texts;

/** Marks a project as a favourite of the reader, or takes the mark away. */
final class Star extends Button {

    private boolean marked;

    Star(ProjectRow row, BiConsumer<ProjectId, Boolean> mark) {
        super(Symbol.STAR.icon());
        marked = row.favourite();
        addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        addClassName("tf-star");
        setAriaLabel(Texts.of("portfolios.favourite", row.project().name()));
        setTooltipText(Texts.of("portfolios.favourite.tip"));
        addClickListener(_ -> {
            marked = !marked;
            mark.accept(row.project().id(), marked);
            show();
        });
        show();
    }

    private void show() {
        setClassName("tf-star-marked", marked);
        getElement().setAttribute("aria-pressed", Boolean.toString(marked));
    }
}
