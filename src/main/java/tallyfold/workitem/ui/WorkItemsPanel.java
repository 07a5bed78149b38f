package tallyfold.workitem.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.contextmenu.SubMenu;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridSortOrder;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import com.vaadin.flow.data.provider.SortDirection;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import tallyfold.kernel.PageQuery.Sort;
import tallyfold.project.ProjectId;
import tallyfold.uikit.EmptyState;
import tallyfold.uikit.Symbol;
import tallyfold.uikit.Texts;
import tallyfold.uikit.ViewTabs;
import tallyfold.workitem.MappedFieldService;
import tallyfold.workitem.WorkItemColumn;
import tallyfold.workitem.WorkItemFilter;
import tallyfold.workitem.WorkItemRow;
import tallyfold.workitem.WorkItemService;
import tallyfold.workitem.WorkItemTree;

/** The work items of a project as a tree or a list. Shows what an address says; what a reader changes is a new address. */
public final class WorkItemsPanel extends Div {

    private final WorkItemService items;
    private final ProjectId project;
    private final transient Consumer<WorkItemRow> details;
    private final transient MappedFieldService mapped;
    private final Consumer<WorkItemAddress> navigate;
    private final Tab treeTab = new Tab(Symbol.TREE.icon(), new Span(Texts.of("workitem.tree")));
    private final Tab listTab = new Tab(Symbol.LIST.icon(), new Span(Texts.of("workitem.list")));
    private final Tabs views = new ViewTabs(treeTab, listTab);
    private final WorkItemFilterBar filters;
    private final ActiveFilters active;
    private final Span hits = new Span();
    private final SubMenu columnMenu;
    private final Div body = new Div();
    private volatile WorkItemAddress address = WorkItemAddress.START;

    /**
     * A panel that shows nothing yet.
     *
     * @param details shows everything of one item
     * @param mapped what mapped fields say
     * @param navigate goes to an address, which comes back by {@link #show}
     */
    public WorkItemsPanel(
            WorkItemService items,
            ProjectId project,
            WorkItemDetailsLauncher details,
            MappedFieldService mapped,
            Consumer<WorkItemAddress> navigate) {
        this.items = items;
        this.project = project;
        this.mapped = mapped;
        this.details = row -> details.open(project, row);
        this.navigate = navigate;
        filters = new WorkItemFilterBar(
                items.facets(project), new MappedFilters(mapped.choices(project)), this::filtered);
        active = new ActiveFilters(filters::person, this::filtered);
        addClassName("tf-items");
        views.getElement().setAttribute("aria-label", Texts.of("workitem.view"));
        views.addSelectedChangeListener(event -> {
            if (event.isFromClient()) {
                go(address.withTree(treeTab.equals(event.getSelectedTab())));
            }
        });
        MenuBar columns = new MenuBar();
        columns.addThemeVariants(MenuBarVariant.TERTIARY);
        MenuItem columnItem = columns.addItem(Symbol.COLUMNS.icon(), Texts.of("workitem.columns"));
        columnItem.setAriaLabel(Texts.of("workitem.columns"));
        columnMenu = columnItem.getSubMenu();
        Div toolbar =
                new Div(views, filters, columns, new WorkItemExport(items, mapped, project, () -> address.filter()));
        toolbar.addClassName("tf-toolbar");
        hits.addClassName("tf-item-hits");
        hits.getElement().setAttribute("aria-live", "polite");
        Div line = new Div(active, hits);
        line.addClassName("tf-item-line");
        body.addClassName("tf-item-body");
        add(toolbar, line, body);
    }

    /** Shows what an address says, read anew. */
    public void show(WorkItemAddress next) {
        address = next;
        views.setSelectedTab(next.tree() ? treeTab : listTab);
        filters.show(next.filter());
        active.show(next.filter());
        showColumnMenu();
        long all = items.count(project, WorkItemFilter.NONE);
        boolean unfiltered = next.filter().isEmpty();
        long found = unfiltered ? all : items.count(project, next.filter());
        hits.setText(unfiltered ? Texts.of("workitem.hits.all", all) : Texts.of("workitem.hits", found, all));
        body.removeAll();
        if (found == 0) {
            body.add(nothing(unfiltered));
        } else {
            body.add(next.tree() ? tree(unfiltered) : list(found));
        }
    }

    private Component list(long found) {
        WorkItemList list = new WorkItemList(items, project, details, cells());
        prepare(list);
        list.show(address, found);
        return list;
    }

    private Component tree(boolean unfiltered) {
        WorkItemTreeGrid grid = new WorkItemTreeGrid(items, project, details, cells());
        prepare(grid);
        if (unfiltered) {
            grid.show(address);
            return grid;
        }
        WorkItemTree tree = items.tree(project, address.filter(), address.sort());
        grid.show(address, tree);
        if (tree.complete()) {
            return grid;
        }
        Span cut = new Span(Texts.of("workitem.tree.cut", tree.size()));
        cut.addClassName("tf-quiet");
        Div both = new Div(cut, grid);
        both.addClassName("tf-item-body");
        return both;
    }

    private void prepare(Grid<WorkItemRow> grid) {
        grid.addThemeVariants(GridVariant.NO_BORDER);
        grid.addClassName("tf-item-grid");
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.getElement().setAttribute("aria-label", Texts.of("workitem.grid"));
        for (WorkItemColumn column : WorkItemColumn.values()) {
            column(grid, column).setVisible(address.columns().contains(column));
        }
        grid.sort(address.sort().stream()
                .map(sort -> new GridSortOrder<>(
                        Objects.requireNonNull(grid.getColumnByKey(sort.column())),
                        sort.ascending() ? SortDirection.ASCENDING : SortDirection.DESCENDING))
                .toList());
        grid.addSortListener(event -> {
            if (event.isFromClient()) {
                go(address.withSort(sorts(event.getSortOrder())));
            }
        });
    }

    private static List<Sort> sorts(List<GridSortOrder<WorkItemRow>> orders) {
        return orders.stream()
                .map(order -> new Sort(order.getSorted().getKey(), order.getDirection() == SortDirection.ASCENDING))
                .toList();
    }

    private static Grid.Column<WorkItemRow> column(Grid<WorkItemRow> grid, WorkItemColumn column) {
        return Objects.requireNonNull(grid.getColumnByKey(column.key()));
    }

    private Component nothing(boolean unfiltered) {
        if (unfiltered) {
            return new EmptyState(Symbol.INBOX, Texts.of("workitem.none.title"), Texts.of("workitem.none.text"));
        }
        Button clear = new Button(Texts.of("workitem.filter.clear"), _ -> filtered(WorkItemFilter.NONE));
        return new EmptyState(
                Symbol.FILTER, Texts.of("workitem.none-found.title"), Texts.of("workitem.none-found.text"), clear);
    }

    private void showColumnMenu() {
        columnMenu.removeAll();
        for (WorkItemColumn column : WorkItemColumn.values()) {
            if (column != WorkItemColumn.ID && column != WorkItemColumn.TITLE) {
                MenuItem item = columnMenu.addItem(
                        Texts.of("workitem.column." + column.key()),
                        event -> go(address.withColumn(column, event.getSource().isChecked())));
                item.setCheckable(true);
                item.setChecked(address.columns().contains(column));
            }
        }
        for (String name : mapped.columns(project)) {
            MenuItem item = columnMenu.addItem(
                    name, event -> go(address.withField(name, event.getSource().isChecked())));
            item.setCheckable(true);
            item.setChecked(address.fields().contains(name));
        }
    }

    private MappedCells cells() {
        List<String> there = address.fields().isEmpty() ? List.of() : mapped.columns(project);
        return new MappedCells(
                mapped,
                project,
                there.stream().filter(address.fields()::contains).toList());
    }

    private void filtered(WorkItemFilter filter) {
        go(address.withFilter(filter));
    }

    private void go(WorkItemAddress next) {
        if (!next.equals(address)) {
            navigate.accept(next);
        }
    }
}
