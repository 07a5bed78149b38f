package tallyfold.portfolio.ui.portfolios;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import tallyfold.portfolio.PortfolioNavigation;
import tallyfold.portfolio.StandingService;
import tallyfold.portfolio.ui.ProjectRow;
import tallyfold.portfolio.ui.ProjectRows;
import tallyfold.project.Portfolio;
import tallyfold.project.StatusService;
import tallyfold.security.CurrentUser;
import tallyfold.security.Role;
import tallyfold.uikit.Symbol;
import tallyfold.uikit.Texts;

/** The status report of a portfolio: a page for paper, without the frame of the others. */
@Route(value = PortfolioNavigation.PORTFOLIOS + "/:portfolio/report", autoLayout = false)
@RolesAllowed(Role.VIEWER_ROLE)
class StatusReportView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    private final transient ProjectRows rows;
    private final transient StatusService statuses;
    private final transient StandingService standings;
    private final transient CurrentUser user;
    private final transient Clock clock;
    private String title = "";

    StatusReportView(
            ProjectRows rows, StatusService statuses, StandingService standings, CurrentUser user, Clock clock) {
        this.rows = rows;
        this.statuses = statuses;
        this.standings = standings;
        this.user = user;
        this.clock = clock;
        addClassName("tf-report-page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Overview overview = new Overview(rows.read());
        Portfolio portfolio = overview.find(PortfolioAddress.portfolio(event.getRouteParameters()))
                .orElseThrow(NotFoundException::new);
        title = Texts.of("portfolios.report.title", portfolio.name());
        Button print = new Button(
                Texts.of("portfolios.report.print"),
                Symbol.PRINT.icon(),
                _ -> UI.getCurrentOrThrow().getPage().executeJs("window.print()"));
        print.addThemeVariants(ButtonVariant.PRIMARY);
        RouterLink back = new RouterLink("", PortfolioView.class, PortfolioAddress.parameters(portfolio.id()));
        back.add(Symbol.BACK.icon(), new Span(Texts.of("portfolios.report.back")));
        back.addClassName("tf-report-back");
        Div bar = new Div(back, print);
        bar.addClassName("tf-report-bar");
        removeAll();
        List<ProjectRow> below = overview.below(portfolio.id());
        ReportWords words = new ReportWords(
                statuses.statusesOf(below.stream().map(ProjectRow::project).toList()),
                below.stream()
                        .map(row -> row.project().id())
                        .collect(Collectors.toMap(Function.identity(), standings::keyDates)));
        add(bar, new StatusReport(overview, portfolio, words, user.require().displayName(), clock));
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}
