package tallyfold.portfolio.ui.portfolios;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.treegrid.TreeGrid;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import tallyfold.portfolio.ui.NarrowColumns;
import tallyfold.portfolio.ui.ProgressLine;
import tallyfold.portfolio.ui.ProjectDates;
import tallyfold.project.Portfolio;
import tallyfold.project.PortfolioId;
import tallyfold.uikit.Texts;

/** Portfolios with their programs below them, each with the figures of all that lies in it. */
final class PortfolioTreeGrid extends TreeGrid<Portfolio> {

    private static final int FEW = 30;

    private final transient Map<PortfolioId, RollUp> figures = new HashMap<>();

    PortfolioTreeGrid(Overview overview) {
        overview.tree().inOrder().forEach(one -> figures.put(one.id(), overview.rollUp(one.id())));
        addThemeVariants(GridVariant.NO_BORDER);
        addClassName("tf-portfolio-tree");
        setSelectionMode(SelectionMode.NONE);
        getElement().setAttribute("aria-label", Texts.of("portfolios.title"));
        addComponentHierarchyColumn(this::name)
                .setHeader(Texts.of("portfolio.column.name"))
                .setWidth("200px")
                .setFlexGrow(2);
        addComponentColumn(one -> new ProgressLine(of(one).share()))
                .setHeader(Texts.of("portfolio.column.progress"))
                .setWidth("160px")
                .setFlexGrow(1);
        addColumn(one -> Texts.of("portfolio.count", of(one).late()))
                .setHeader(Texts.of("portfolios.column.late"))
                .setTextAlign(ColumnTextAlign.END)
                .setPartNameGenerator(one -> of(one).late() > 0 ? "tf-late" : null)
                .setWidth("76px")
                .setFlexGrow(0);
        addColumn(one -> Texts.of("portfolio.count", of(one).projects()))
                .setHeader(Texts.of("portfolios.column.projects"))
                .setTextAlign(ColumnTextAlign.END)
                .setWidth("92px")
                .setFlexGrow(0);
        addComponentColumn(one -> statuses(of(one)))
                .setHeader(Texts.of("portfolios.column.statuses"))
                .setWidth("200px")
                .setFlexGrow(2);
        addColumn(one -> new ProjectDates(of(one).start(), of(one).finish(), false).words())
                .setHeader(Texts.of("portfolio.column.dates"))
                .setWidth("210px")
                .setFlexGrow(0);
        NarrowColumns.keepFirst(this);
        setItems(overview.tree().roots(), one -> overview.tree().programs(one.id()));
        expandRecursively(overview.tree().roots(), 2);
        setAllRowsVisible(figures.size() <= FEW);
    }

    private RollUp of(Portfolio one) {
        return Objects.requireNonNull(figures.get(one.id()));
    }

    private Component name(Portfolio one) {
        Div both = new Div(PortfolioAddress.link(one));
        both.addClassName("tf-portfolio-name");
        if (!one.owner().isEmpty()) {
            Span owner = new Span(one.owner());
            owner.addClassName("tf-second-line");
            both.add(owner);
        }
        RollUp rollUp = of(one);
        Span brief =
                new Span(Texts.of("portfolios.brief-of", rollUp.share().percent(), rollUp.late(), rollUp.projects()));
        brief.addClassNames("tf-second-line", "tf-narrow-only");
        both.add(brief);
        return both;
    }

    /** "4 On Track, 2 At Risk", worst first. */
    static Div statuses(RollUp rollUp) {
        Div line = new Div();
        line.addClassName("tf-portfolio-statuses");
        rollUp.byStatus().forEach((status, projects) -> line.add(status.count(projects)));
        return line;
    }
}
