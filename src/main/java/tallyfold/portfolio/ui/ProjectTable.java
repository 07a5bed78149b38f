package tallyfold.portfolio.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridSortOrder;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.provider.SortDirection;
import com.vaadin.flow.router.RouterLink;
import java.time.Clock;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import tallyfold.project.Portfolio;
import tallyfold.project.ProjectId;
import tallyfold.uikit.Texts;

/** The projects as lines; the browser asks for those in sight. */
final class ProjectTable extends Grid<ProjectRow> {

    private static final int FEW = 30;

    /** @param sorted hears by which column somebody sorts, with a minus in front when turned around; empty for none */
    ProjectTable(
            List<ProjectRow> rows,
            ProjectsAddress address,
            Clock clock,
            BiConsumer<ProjectId, Boolean> mark,
            Consumer<String> sorted) {
        super();
        addThemeVariants(GridVariant.NO_BORDER);
        addClassName("tf-project-table");
        setSelectionMode(SelectionMode.NONE);
        getElement().setAttribute("aria-label", Texts.of("portfolio.title"));
        Span stars = new Span(Texts.of("portfolios.favourites"));
        stars.addClassName("tf-visually-hidden");
        addComponentColumn(row -> new Star(row, mark))
                .setHeader(stars)
                .setWidth("52px")
                .setFlexGrow(0)
                .setPartNameGenerator(_ -> "tf-star-cell");
        sortable(addComponentColumn(ProjectTable::name), ProjectColumn.NAME, "160px")
                .setFlexGrow(2);
        sortable(addComponentColumn(row -> row.status().badge()), ProjectColumn.STATUS, "122px")
                .setFlexGrow(0);
        sortable(addComponentColumn(row -> new ScheduleBadge(row.schedule())), ProjectColumn.SCHEDULE, "122px")
                .setFlexGrow(0);
        sortable(addComponentColumn(row -> new ProgressLine(row.share())), ProjectColumn.PROGRESS, "120px");
        sortable(addColumn(row -> Texts.of("portfolio.count", row.figures().late())), ProjectColumn.LATE, "72px")
                .setTextAlign(ColumnTextAlign.END)
                .setPartNameGenerator(row -> row.figures().late() > 0 ? "tf-late" : null)
                .setFlexGrow(0);
        sortable(addColumn(ProjectRow::manager), ProjectColumn.MANAGER, "92px")
                .setTooltipGenerator(ProjectRow::manager);
        sortable(addColumn(row -> row.dates().words()), ProjectColumn.DATES, "204px");
        sortable(addColumn(ProjectTable::portfolio), ProjectColumn.PORTFOLIO, "140px");
        sortable(addComponentColumn(ProjectTable::systems), ProjectColumn.SYSTEM, "130px");
        sortable(addComponentColumn(row -> ProjectCard.sync(row.run(), clock)), ProjectColumn.LAST_SYNC, "112px");
        List<String> wanted = address.columns();
        List<String> shown = wanted == null ? ProjectColumn.USUAL : wanted;
        ProjectColumn.optional()
                .forEach(column -> getColumnByKey(column.key()).setVisible(shown.contains(column.key())));
        setItems(rows);
        setAllRowsVisible(rows.size() <= FEW);
        show(address.sort());
        addSortListener(event -> {
            if (event.isFromClient()) {
                sorted.accept(event.getSortOrder().stream()
                        .findFirst()
                        .map(order -> (order.getDirection() == SortDirection.DESCENDING ? "-" : "")
                                + order.getSorted().getKey())
                        .orElse(""));
            }
        });
    }

    private Column<ProjectRow> sortable(Column<ProjectRow> column, ProjectColumn what, String width) {
        return column.setKey(what.key())
                .setHeader(what.label())
                .setComparator(what.order())
                .setWidth(width);
    }

    private void show(String sort) {
        boolean down = sort.startsWith("-");
        ProjectColumn.of(down ? sort.substring(1) : sort).ifPresent(column -> {
            Column<ProjectRow> shown = getColumnByKey(column.key());
            sort(
                    down
                            ? GridSortOrder.desc(shown).build()
                            : GridSortOrder.asc(shown).build());
        });
    }

    static RouterLink name(ProjectRow row) {
        return ProjectAddress.named(row.project());
    }

    private static String portfolio(ProjectRow row) {
        Portfolio portfolio = row.portfolio();
        return portfolio == null ? "" : portfolio.name();
    }

    private static Component systems(ProjectRow row) {
        Span systems = new Span(row.systems());
        systems.addClassName("tf-quiet");
        systems.setTitle(row.allSystems());
        return systems;
    }
}
