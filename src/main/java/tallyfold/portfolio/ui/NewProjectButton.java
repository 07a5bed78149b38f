package tallyfold.portfolio.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.router.QueryParameters;
import tallyfold.portfolio.ProjectNavigation;
import tallyfold.project.PortfolioService;
import tallyfold.project.Project;
import tallyfold.project.ProjectService;
import tallyfold.uikit.Notifications;
import tallyfold.uikit.Symbol;
import tallyfold.uikit.Texts;

/** Opens the window for a new project, and goes to the page of what was made. */
final class NewProjectButton extends Button {

    NewProjectButton(ProjectService projects, PortfolioService portfolios) {
        super(
                Texts.of("portfolio.new"),
                Symbol.ADD.icon(),
                _ -> new NewProjectDialog(
                                projects::create,
                                new PortfolioField(portfolios.tree(), null),
                                NewProjectButton::created)
                        .open());
    }

    private static void created(Project project, boolean connect) {
        Notifications.success(Texts.of("portfolio.new.done", project.name()));
        UI.getCurrentOrThrow()
                .navigate(
                        ProjectView.class,
                        ProjectAddress.parameters(project.id(), ProjectAddress.SUMMARY),
                        connect ? QueryParameters.of(ProjectNavigation.CONNECT, "") : QueryParameters.empty());
    }
}
