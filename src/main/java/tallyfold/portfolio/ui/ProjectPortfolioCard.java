package tallyfold.portfolio.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tallyfold.project.Portfolio;
import tallyfold.project.PortfolioService;
import tallyfold.project.PortfolioTree;
import tallyfold.project.ProjectId;
import tallyfold.uikit.Notifications;
import tallyfold.uikit.Texts;

/** In which portfolio a project lies, to be read or to be changed. */
public final class ProjectPortfolioCard extends Div {

    /** @param changed hears when the project was moved; null where it can only be read */
    public ProjectPortfolioCard(ProjectId project, PortfolioService portfolios, @Nullable Runnable changed) {
        addClassNames("tf-card", "tf-project-settings");
        PortfolioTree tree = portfolios.tree();
        PortfolioField field =
                new PortfolioField(tree, tree.of(project).map(Portfolio::id).orElse(null));
        field.setReadOnly(changed == null);
        field.setWidthFull();
        Paragraph why = new Paragraph(Texts.of("portfolios.settings.text"));
        why.addClassName("tf-quiet");
        add(new H2(Texts.of("portfolios.field")), why, field);
        if (changed != null) {
            Button move = new Button(Texts.of("portfolios.settings.move"), _ -> {
                if (portfolios.place(List.of(project), field.chosen())) {
                    Notifications.success(Texts.of("portfolios.settings.moved"));
                    changed.run();
                } else {
                    field.setErrorMessage(Texts.of("project.portfolio.gone"));
                    field.setInvalid(true);
                }
            });
            Div buttons = new Div(move);
            buttons.addClassName("tf-actions");
            add(buttons);
        }
    }
}
