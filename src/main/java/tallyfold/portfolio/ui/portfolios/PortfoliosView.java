package tallyfold.portfolio.ui.portfolios;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import tallyfold.portfolio.PortfolioNavigation;
import tallyfold.portfolio.ui.ProjectRows;
import tallyfold.project.Portfolio;
import tallyfold.project.PortfolioService;
import tallyfold.security.CurrentUser;
import tallyfold.security.Role;
import tallyfold.uikit.EmptyState;
import tallyfold.uikit.Notifications;
import tallyfold.uikit.PageHeader;
import tallyfold.uikit.Symbol;
import tallyfold.uikit.Texts;

/** The page "Portfolios": the tree of portfolios and programs with their figures. */
@Route(PortfolioNavigation.PORTFOLIOS)
@PageTitle("Portfolios")
@RolesAllowed(Role.VIEWER_ROLE)
class PortfoliosView extends Div implements AfterNavigationObserver {

    private final transient ProjectRows rows;
    private final transient PortfolioService portfolios;
    private final boolean manages;
    private final PageHeader header;
    private final Div body = new Div();

    PortfoliosView(ProjectRows rows, PortfolioService portfolios, CurrentUser user) {
        this.rows = rows;
        this.portfolios = portfolios;
        manages = user.is(Role.PROJECT_MANAGER);
        header = new PageHeader(
                Texts.of("portfolios.title"), "", manages ? new Component[] {newButton()} : new Component[0]);
        addClassName("tf-page");
        add(header, body);
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        show();
    }

    private void show() {
        Overview overview = new Overview(rows.read());
        List<Portfolio> all = overview.tree().inOrder();
        long programs = all.stream().filter(Portfolio::program).count();
        header.setSentence(
                all.isEmpty()
                        ? ""
                        : Texts.of("portfolios.sentence", all.size() - programs, programs)
                                + (overview.homeless().isEmpty()
                                        ? ""
                                        : " · "
                                                + Texts.of(
                                                        "portfolios.homeless",
                                                        overview.homeless().size())));
        body.removeAll();
        body.add(all.isEmpty() ? empty() : new PortfolioTreeGrid(overview));
    }

    private Component empty() {
        String text = Texts.of(manages ? "portfolios.empty.text" : "portfolios.empty.viewer");
        return manages
                ? new EmptyState(Symbol.PORTFOLIOS, Texts.of("portfolios.empty.title"), text, newButton())
                : new EmptyState(Symbol.PORTFOLIOS, Texts.of("portfolios.empty.title"), text);
    }

    private Button newButton() {
        Button button = new Button(
                Texts.of("portfolios.new"),
                Symbol.ADD.icon(),
                _ -> PortfolioDialog.create(portfolios, null, this::created).open());
        button.addThemeVariants(ButtonVariant.PRIMARY);
        return button;
    }

    private void created(Portfolio made) {
        Notifications.success(Texts.of("portfolios.created", made.name()));
        UI.getCurrentOrThrow().navigate(PortfolioView.class, PortfolioAddress.parameters(made.id()));
    }
}
