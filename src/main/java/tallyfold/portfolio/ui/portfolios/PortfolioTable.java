package tallyfold.portfolio.ui.portfolios;

import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import tallyfold.portfolio.ui.NarrowColumns;
import tallyfold.portfolio.ui.ProgressLine;
import tallyfold.portfolio.ui.ProjectAddress;
import tallyfold.portfolio.ui.ProjectRow;
import tallyfold.portfolio.ui.ScheduleBadge;
import tallyfold.project.Portfolio;
import tallyfold.project.PortfolioTree;
import tallyfold.uikit.Texts;

/** The projects of a portfolio as lines. */
final class PortfolioTable extends Grid<ProjectRow> {

    private static final int FEW = 30;

    PortfolioTable(PortfolioTree tree, Portfolio portfolio, List<ProjectRow> rows) {
        super();
        addThemeVariants(GridVariant.NO_BORDER);
        addClassName("tf-portfolio-table");
        setSelectionMode(SelectionMode.NONE);
        getElement().setAttribute("aria-label", Texts.of("portfolios.table.label", portfolio.name()));
        addComponentColumn(PortfolioTable::name)
                .setHeader(Texts.of("portfolio.column.name"))
                .setComparator(Comparator.comparing(row -> row.project().name(), String.CASE_INSENSITIVE_ORDER))
                .setWidth("200px")
                .setFlexGrow(2);
        addColumn(row -> program(tree, portfolio, row))
                .setHeader(Texts.of("portfolios.program"))
                .setComparator(Comparator.comparing(row -> program(tree, portfolio, row)))
                .setWidth("150px");
        addComponentColumn(row -> row.status().badge())
                .setHeader(Texts.of("portfolio.column.status"))
                .setComparator(Comparator.comparing(ProjectRow::status))
                .setWidth("130px")
                .setFlexGrow(0);
        addComponentColumn(row -> new ScheduleBadge(row.schedule()))
                .setHeader(Texts.of("portfolio.column.schedule"))
                .setComparator(Comparator.comparingInt(row -> row.schedule().rank()))
                .setWidth("122px")
                .setFlexGrow(0);
        addComponentColumn(row -> new ProgressLine(row.share()))
                .setHeader(Texts.of("portfolio.column.progress"))
                .setComparator(Comparator.comparingInt(row -> row.share().percent()))
                .setWidth("160px");
        addColumn(row -> Texts.of("portfolio.count", row.figures().late()))
                .setHeader(Texts.of("portfolios.column.late"))
                .setComparator(Comparator.comparingLong(row -> row.figures().late()))
                .setPartNameGenerator(row -> row.figures().late() > 0 ? "tf-late" : null)
                .setTextAlign(ColumnTextAlign.END)
                .setWidth("84px")
                .setFlexGrow(0);
        addColumn(ProjectRow::manager)
                .setHeader(Texts.of("portfolio.column.manager"))
                .setComparator(Comparator.comparing(ProjectRow::manager, String.CASE_INSENSITIVE_ORDER))
                .setTooltipGenerator(ProjectRow::manager)
                .setWidth("120px");
        addColumn(row -> row.dates().words())
                .setHeader(Texts.of("portfolio.column.dates"))
                .setComparator(Comparator.comparing(
                        row -> row.dates().finish(), Comparator.nullsLast(Comparator.<LocalDate>naturalOrder())))
                .setWidth("210px");
        addComponentColumn(row -> {
                    Span systems = new Span(row.systems());
                    systems.setTitle(row.allSystems());
                    return systems;
                })
                .setHeader(Texts.of("portfolio.column.system"))
                .setComparator(Comparator.comparing(ProjectRow::systems))
                .setWidth("140px");
        NarrowColumns.keepFirst(this);
        setItems(rows);
        setAllRowsVisible(rows.size() <= FEW);
    }

    private static Div name(ProjectRow row) {
        Span brief = new Span(Texts.of(
                "portfolios.brief",
                row.share().percent(),
                row.figures().late(),
                row.status().label()));
        brief.addClassNames("tf-second-line", "tf-narrow-only");
        Div both = new Div(ProjectAddress.named(row.project()), brief);
        both.addClassName("tf-portfolio-name");
        return both;
    }

    /** The way from the portfolio to where a project lies; empty for its own. */
    private static String program(PortfolioTree tree, Portfolio portfolio, ProjectRow row) {
        Portfolio own = row.portfolio();
        return own == null
                ? ""
                : tree.path(own.id()).stream()
                        .dropWhile(each -> !each.id().equals(portfolio.id()))
                        .skip(1)
                        .map(Portfolio::name)
                        .collect(Collectors.joining(" / "));
    }
}
