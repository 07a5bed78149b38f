package tallyfold.portfolio.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridSortOrder;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.page.Page;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.shared.Registration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;
import tallyfold.project.ImportStatus;
import tallyfold.project.Project;
import tallyfold.uikit.Symbol;
import tallyfold.uikit.Texts;
import tallyfold.uikit.Times;

/** The list of remote projects, with the name each will have here. */
final class ImportCandidateGrid extends Grid<ImportRow> {

    private static final int NARROW = 760;

    private final Runnable changed;
    // What stands in the cells in sight, so that a remark can appear without redrawing a field that is typed in.
    private final Map<ImportRow, ImportNameCell> nameCells = new WeakHashMap<>();
    private final Map<ImportRow, Div> statusCells = new WeakHashMap<>();
    private final List<Column<ImportRow>> wideOnly;
    private Map<ImportRow, String> problems = Map.of();
    private @Nullable Registration resizing;

    ImportCandidateGrid(
            String source,
            ImportSelection selection,
            List<Project> targets,
            ImportProcesses processes,
            Runnable changed) {
        this.changed = changed;
        addClassName("tf-import-grid");
        getElement().setAttribute("aria-label", Texts.of("importing.grid-label"));
        setSelectionMode(SelectionMode.MULTI);
        nameSelectionColumn();
        setItemSelectableProvider(ImportRow::selectable);
        Column<ImportRow> name = addColumn(row -> row.remote().name())
                .setHeader(Texts.of("importing.column.remote", source))
                .setComparator(Comparator.comparing(row -> row.remote().name(), String.CASE_INSENSITIVE_ORDER))
                .setPartNameGenerator(row -> row.selectable() ? "tf-first" : "tf-first tf-off")
                .setTooltipGenerator(row -> row.remote().name())
                .setAutoWidth(true)
                .setFlexGrow(1);
        addColumn(new ComponentRenderer<>(row -> nameCell(row, targets)))
                .setHeader(Texts.of("importing.column.name"))
                .setComparator(Comparator.comparing(ImportRow::nameInTallyfold, String.CASE_INSENSITIVE_ORDER))
                .setWidth("240px")
                .setFlexGrow(0);
        addColumn(new ComponentRenderer<>(this::statusCell))
                .setHeader(Texts.of("importing.column.status"))
                .setComparator(Comparator.comparing(ImportRow::status))
                .setWidth("146px")
                .setFlexGrow(0);
        Column<ImportRow> process = addColumn(processes::of)
                .setHeader(Texts.of("importing.column.process"))
                .setTooltipGenerator(ImportRow::process)
                .setWidth("130px")
                .setFlexGrow(0);
        Column<ImportRow> updated = addColumn(ImportCandidateGrid::updated)
                .setHeader(Texts.of("importing.column.updated"))
                .setComparator(Comparator.comparing(
                        row -> row.remote().lastUpdated(), Comparator.nullsFirst(Comparator.<Instant>naturalOrder())))
                .setWidth("130px")
                .setFlexGrow(0);
        Column<ImportRow> description = addColumn(row -> row.remote().description())
                .setHeader(Texts.of("importing.column.description"))
                .setComparator(Comparator.comparing(row -> row.remote().description(), String.CASE_INSENSITIVE_ORDER))
                .setTooltipGenerator(row -> row.remote().description())
                .setWidth("180px")
                .setFlexGrow(1);
        wideOnly = List.of(process, updated, description);
        getColumns().forEach(column -> column.setResizable(true));
        process.setSortable(false);
        setItems(List.copyOf(selection.rows()));
        getListDataView().setFilter(selection::matches);
        sort(GridSortOrder.asc(name).build());
        asMultiSelect().addValueChangeListener(event -> {
            selection.select(event.getValue());
            changed.run();
        });
    }

    /** Draws the list anew after the filter has changed. */
    void filterChanged() {
        getListDataView().refreshAll();
    }

    void choose(Collection<ImportRow> rows) {
        asMultiSelect().setValue(Set.copyOf(rows));
    }

    /** Shows on each row in sight what stands against it. */
    void show(Map<ImportRow, String> found) {
        problems = Map.copyOf(found);
        nameCells.forEach((row, cell) -> cell.show(problems.get(row)));
    }

    /** Brings a row into sight and puts the cursor into its field. */
    void goTo(ImportRow row) {
        scrollToItem(row);
        ImportNameCell cell = nameCells.get(row);
        if (cell != null) {
            cell.focusField();
        }
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        Page page = event.getUI().getPage();
        fit(page.getExtendedClientDetails().getWindowInnerWidth());
        resizing = page.addBrowserWindowResizeListener(resize -> fit(resize.getWidth()));
    }

    @Override
    protected void onDetach(DetachEvent event) {
        if (resizing != null) {
            resizing.remove();
            resizing = null;
        }
        super.onDetach(event);
    }

    private void fit(int windowWidth) {
        boolean wide = windowWidth <= 0 || windowWidth >= NARROW;
        wideOnly.forEach(column -> column.setVisible(wide));
    }

    private ImportNameCell nameCell(ImportRow row, List<Project> targets) {
        ImportNameCell cell = new ImportNameCell(row, targets, () -> {
            Div status = statusCells.get(row);
            if (status != null) {
                fill(status, row);
            }
            changed.run();
        });
        cell.show(problems.get(row));
        nameCells.put(row, cell);
        return cell;
    }

    private Div statusCell(ImportRow row) {
        Div cell = new Div();
        fill(cell, row);
        statusCells.put(row, cell);
        return cell;
    }

    private static void fill(Div cell, ImportRow row) {
        ImportStatus status = row.status();
        Span badge = switch (status) {
            case NEW -> badge(Symbol.ADD, "tf-accent");
            case LINK -> badge(Symbol.LINK, "tf-info");
            case ALREADY_LINKED -> badge(Symbol.CHECK, "tf-quiet");
        };
        badge.add(new Span(status.label()));
        cell.removeAll();
        cell.add(badge);
    }

    private static Span badge(Symbol symbol, String tone) {
        Span badge = new Span(symbol.icon());
        badge.addClassNames("tf-badge", tone);
        return badge;
    }

    private static String updated(ImportRow row) {
        Instant last = row.remote().lastUpdated();
        return last == null ? Texts.of("importing.not-known") : Times.day(last);
    }

    /** The component leaves the header of the column with the ticks empty; a screen reader needs a word there. */
    private void nameSelectionColumn() {
        addAttachListener(_ -> getElement().executeJs("""
                const column = this.querySelector('vaadin-grid-flow-selection-column');
                if (column) {
                    column.headerRenderer = root => {
                        const name = document.createElement('span');
                        name.className = 'tf-visually-hidden';
                        name.textContent = $0;
                        root.replaceChildren(name);
                    };
                }
                """, Texts.of("importing.selection")));
    }
}
