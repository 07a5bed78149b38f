package tallyfold.portfolio.ui.portfolios;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import tallyfold.audit.AuditLog;
import tallyfold.portfolio.PortfolioNavigation;
import tallyfold.portfolio.ui.ImportLauncher;
import tallyfold.portfolio.ui.ProjectRow;
import tallyfold.portfolio.ui.ProjectRows;
import tallyfold.project.Portfolio;
import tallyfold.project.PortfolioId;
import tallyfold.project.PortfolioService;
import tallyfold.security.CurrentUser;
import tallyfold.security.Role;
import tallyfold.uikit.EmptyState;
import tallyfold.uikit.Notifications;
import tallyfold.uikit.Symbol;
import tallyfold.uikit.Texts;

/** The page of a portfolio or program. */
@Route(PortfolioNavigation.PORTFOLIOS + "/:portfolio")
@RolesAllowed(Role.VIEWER_ROLE)
class PortfolioView extends Div
        implements BeforeEnterObserver, AfterNavigationObserver, HasDynamicTitle, PortfolioHead.Actions {

    private final transient ProjectRows rows;
    private final transient PortfolioService portfolios;
    private final transient ImportLauncher launcher;
    private final transient AuditLog audit;
    private final transient Clock clock;
    private final boolean manages;
    private final Div above = new Div();
    private final PortfolioToolbar toolbar =
            new PortfolioToolbar(wish -> wish.apply(this.address).open(this.portfolio.id()));
    private final Div body = new Div();
    private transient Overview overview;
    private transient Portfolio portfolio;
    private transient PortfolioAddress address;

    @SuppressWarnings("NullAway.Init")
    PortfolioView(
            ProjectRows rows,
            PortfolioService portfolios,
            ImportLauncher launcher,
            AuditLog audit,
            CurrentUser user,
            Clock clock) {
        this.rows = rows;
        this.portfolios = portfolios;
        this.launcher = launcher;
        this.audit = audit;
        this.clock = clock;
        manages = user.is(Role.PROJECT_MANAGER);
        addClassNames("tf-page", "tf-portfolio");
        add(above, toolbar, body);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        PortfolioId id = PortfolioAddress.portfolio(event.getRouteParameters());
        portfolio = portfolios.find(id).orElseThrow(NotFoundException::new);
        address = PortfolioAddress.of(event.getLocation().getQueryParameters());
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        show();
    }

    @Override
    public String getPageTitle() {
        return portfolio.name();
    }

    private void show() {
        overview = new Overview(rows.read());
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        List<ProjectRow> below = overview.below(portfolio.id());
        List<ProjectRow> shown = below.stream().filter(address::matches).toList();
        RollUp rollUp = RollUp.of(below);
        boolean nothing =
                below.isEmpty() && overview.tree().programs(portfolio.id()).isEmpty();
        above.removeAll();
        above.add(
                new PortfolioHead(overview.tree(), portfolio, rollUp, manages ? this : null, export()),
                new PortfolioCards(below, rollUp, today));
        toolbar.setVisible(!nothing);
        toolbar.show(address, below, shown.size());
        body.removeAll();
        body.add(nothing ? empty() : shown.isEmpty() && address.filters() ? nothingFound() : list(shown, today));
    }

    private Component list(List<ProjectRow> shown, LocalDate today) {
        return address.table()
                ? new PortfolioTable(overview.tree(), portfolio, shown)
                : new PortfolioTimeline(overview, portfolio, address, today);
    }

    private ExportMenu export() {
        return new ExportMenu(portfolio, rows, audit, clock);
    }

    private Component empty() {
        return manages
                ? new EmptyState(
                        Symbol.PROJECTS,
                        Texts.of("portfolios.no-projects.title"),
                        Texts.of("portfolios.no-projects.text"),
                        new Button(Texts.of("portfolios.add-projects"), _ -> addProjects()),
                        new Button(Texts.of("portfolio.import"), Symbol.IMPORT.icon(), _ -> importProjects()))
                : new EmptyState(
                        Symbol.PROJECTS,
                        Texts.of("portfolios.no-projects.title"),
                        Texts.of("portfolios.no-projects.viewer"));
    }

    private Component nothingFound() {
        return new EmptyState(
                Symbol.SEARCH,
                Texts.of("portfolios.none-found.title"),
                Texts.of("portfolios.none-found.text"),
                new Button(
                        Texts.of("portfolio.none-found.clear"),
                        _ -> address.withText("").withOrganization("").open(portfolio.id())));
    }

    @Override
    public void importProjects() {
        launcher.open(null, portfolio.id(), this::show);
    }

    @Override
    public void addProjects() {
        new AddProjectsDialog(portfolio, rows.read(), portfolios, count -> {
                    Notifications.success(Texts.of("portfolios.added", count));
                    show();
                })
                .open();
    }

    @Override
    public void newProgram() {
        PortfolioDialog.create(portfolios, portfolio.id(), made -> {
                    Notifications.success(Texts.of("portfolios.created", made.name()));
                    show();
                })
                .open();
    }

    @Override
    public void edit() {
        PortfolioDialog.edit(portfolios, portfolio, changed -> {
                    portfolio = changed;
                    Notifications.success(Texts.of("portfolios.saved"));
                    show();
                })
                .open();
    }

    @Override
    public void delete() {
        new DeletePortfolioDialog(
                        portfolios.tree(),
                        portfolio,
                        () -> portfolios.delete(portfolio.id(), portfolio.version()),
                        () -> {
                            Notifications.success(Texts.of("portfolios.deleted", portfolio.name()));
                            UI.getCurrentOrThrow().navigate(PortfoliosView.class);
                        })
                .open();
    }
}
