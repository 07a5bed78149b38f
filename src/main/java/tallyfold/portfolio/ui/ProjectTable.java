package tallyfold.portfolio.ui;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.provider.CallbackDataProvider;
import com.vaadin.flow.data.provider.Query;
import com.vaadin.flow.data.provider.SortDirection;
import com.vaadin.flow.router.RouterLink;
import java.time.Clock;
import tallyfold.kernel.PageQuery;
import tallyfold.uikit.Texts;

/** The projects as lines; reads a page when somebody scrolls there. */
final class ProjectTable extends Grid<ProjectRow> {

    ProjectTable(ProjectRows rows, String filter, Clock clock) {
        super();
        addThemeVariants(GridVariant.NO_BORDER);
        addClassName("tf-project-table");
        setSelectionMode(SelectionMode.NONE);
        getElement().setAttribute("aria-label", Texts.of("portfolio.title"));
        addComponentColumn(row -> name(row))
                .setHeader(Texts.of("portfolio.column.name"))
                .setSortProperty("name")
                .setSortable(true)
                .setWidth("220px");
        addComponentColumn(row -> SyncWords.status(row.run()))
                .setHeader(Texts.of("portfolio.column.status"))
                .setWidth("170px");
        addComponentColumn(row -> new ProgressLine(row.progress()))
                .setHeader(Texts.of("portfolio.column.progress"))
                .setWidth("170px");
        addComponentColumn(row -> quiet(ProjectDates.of(row.project()).words()))
                .setHeader(Texts.of("portfolio.column.dates"))
                .setWidth("200px");
        addComponentColumn(row -> {
                    Span systems = quiet(row.systems());
                    systems.setTitle(row.allSystems());
                    return systems;
                })
                .setHeader(Texts.of("portfolio.column.system"))
                .setWidth("130px");
        addColumn(row -> SyncWords.when(row.run(), clock))
                .setHeader(Texts.of("portfolio.column.last-sync"))
                .setWidth("120px");
        setItems(new CallbackDataProvider<ProjectRow, Void>(
                query -> rows.page(filter, page(query)).stream(),
                query -> {
                    page(query);
                    return rows.count(filter);
                },
                row -> row.project().id()));
    }

    private static PageQuery page(Query<ProjectRow, Void> query) {
        return new PageQuery(
                query.getOffset(),
                Math.clamp(query.getLimit(), 1, PageQuery.MAX_LIMIT),
                query.getSortOrders().stream()
                        .map(order ->
                                new PageQuery.Sort(order.getSorted(), order.getDirection() == SortDirection.ASCENDING))
                        .toList());
    }

    static RouterLink name(ProjectRow row) {
        RouterLink link = ProjectAddress.link(row.project());
        link.addClassName("tf-project-name");
        return link;
    }

    private static Span quiet(String text) {
        Span span = new Span(text);
        span.addClassName("tf-quiet");
        return span;
    }
}
