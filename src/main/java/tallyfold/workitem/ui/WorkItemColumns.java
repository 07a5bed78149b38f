package tallyfold.workitem.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.treegrid.TreeGrid;
import com.vaadin.flow.function.ValueProvider;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tallyfold.provider.StateCategory;
import tallyfold.uikit.Symbol;
import tallyfold.uikit.Texts;
import tallyfold.uikit.Times;
import tallyfold.workitem.WorkItemColumn;
import tallyfold.workitem.WorkItemRow;

/** The columns of work items, the same in list and tree. Titles and names are shown as text, whatever they hold. */
final class WorkItemColumns {

    private WorkItemColumns() {}

    /**
     * Adds all columns.
     *
     * @param placeOnly whether a row is there only to give others their place
     * @param details shows everything of a row
     * @param mapped columns of mapped fields and what they show
     */
    static void addTo(
            Grid<WorkItemRow> grid,
            Predicate<WorkItemRow> placeOnly,
            Consumer<WorkItemRow> details,
            MappedCells mapped) {
        for (WorkItemColumn column : WorkItemColumn.values()) {
            Grid.Column<WorkItemRow> added =
                    column == WorkItemColumn.TITLE && grid instanceof TreeGrid<WorkItemRow> tree
                            ? tree.addComponentHierarchyColumn(row -> title(row, placeOnly))
                            : add(grid, column, placeOnly);
            added.setKey(column.key()).setHeader(Texts.of("workitem.column." + column.key()));
            if (column.sortable()) {
                added.setSortable(true).setSortProperty(column.key());
            }
            size(added, column);
        }
        for (String name : mapped.columns()) {
            grid.addColumn(row -> mapped.of(row, name))
                    .setKey("field-" + name)
                    .setHeader(name)
                    .setResizable(true)
                    .setFlexGrow(1)
                    .setWidth("124px");
        }
        grid.addComponentColumn(row -> actions(row, details))
                .setKey("open")
                .setHeader(hidden(Texts.of("workitem.column.open")))
                .setFlexGrow(0)
                .setWidth("88px")
                // However many columns somebody has chosen, what a row can do stays in sight.
                .setFrozenToEnd(true);
        grid.setMultiSort(false);
    }

    private static Grid.Column<WorkItemRow> add(
            Grid<WorkItemRow> grid, WorkItemColumn column, Predicate<WorkItemRow> placeOnly) {
        return switch (column) {
            case ID -> grid.addColumn(row -> row.key().id());
            case TITLE -> grid.addComponentColumn(row -> title(row, placeOnly));
            case TYPE -> grid.addColumn(WorkItemRow::type);
            case STATE -> grid.addComponentColumn(row -> new StateBadge(row.state(), row.category(), row.stateColor()));
            case ASSIGNEE -> grid.addComponentColumn(row -> quietIfNull(row.assignee(), "workitem.unassigned"));
            case AREA -> grid.addColumn(WorkItemRow::area);
            case ITERATION -> grid.addComponentColumn(row -> lastStep(row.iteration()));
            case PRIORITY -> grid.addColumn(row -> number(row.priority()));
            case EFFORT -> grid.addColumn(numberOf(WorkItemRow::effort));
            case ORIGINAL_ESTIMATE -> grid.addColumn(numberOf(WorkItemRow::originalEstimate));
            case REMAINING_WORK -> grid.addColumn(numberOf(WorkItemRow::remainingWork));
            case COMPLETED_WORK -> grid.addColumn(numberOf(WorkItemRow::completedWork));
            case START -> grid.addColumn(row -> row.start() == null ? "" : Times.day(row.start()));
            case DUE -> grid.addComponentColumn(WorkItemColumns::due);
            case CHANGED -> grid.addColumn(row -> row.changed() == null ? "" : Times.minute(row.changed()));
            case TAGS -> grid.addColumn(row -> String.join(", ", row.tags()));
        };
    }

    private static void size(Grid.Column<WorkItemRow> added, WorkItemColumn column) {
        switch (column) {
            case ID -> added.setFlexGrow(0).setWidth("76px");
            case TITLE -> added.setFlexGrow(6).setWidth("240px");
            case PRIORITY, EFFORT, ORIGINAL_ESTIMATE, REMAINING_WORK, COMPLETED_WORK ->
                added.setTextAlign(ColumnTextAlign.END).setFlexGrow(0).setWidth("88px");
            case START, DUE ->
                added.setTextAlign(ColumnTextAlign.END).setFlexGrow(0).setWidth("112px");
            default -> added.setFlexGrow(1).setWidth("124px");
        }
        added.setResizable(true);
    }

    private static Component title(WorkItemRow row, Predicate<WorkItemRow> placeOnly) {
        Span text = new Span(row.title());
        text.setTitle(row.title());
        Span title = new Span(new TypeIcon(row.type(), row.level(), row.typeIcon(), row.typeColor()), text);
        title.addClassName("tf-item-title");
        title.setClassName("tf-item-place", placeOnly.test(row));
        title.setClassName("tf-item-removed", row.category() == StateCategory.REMOVED || row.removed() != null);
        if (row.removed() != null) {
            Span note = new Span(Texts.of("workitem.removed-on", Times.day(row.removed())));
            note.addClassName("tf-item-note");
            title.add(note);
        }
        return title;
    }

    /** The day from the item itself, else quietly the end of its iteration when that makes it late. */
    private static Component due(WorkItemRow row) {
        @Nullable LocalDate own = row.due() != null ? row.due() : row.target();
        @Nullable LocalDate day = own == null && row.late() ? row.iterationFinish() : own;
        if (day == null) {
            return new Span();
        }
        Span cell = new Span();
        cell.addClassName("tf-item-due");
        if (row.late()) {
            cell.addClassName("tf-bad");
            cell.add(Symbol.CLOCK.icon(), hidden(Texts.of("workitem.late")));
        }
        cell.add(new Span(Times.day(day)));
        if (own == null) {
            cell.setTitle(Texts.of("workitem.due-by-iteration"));
        }
        return cell;
    }

    private static Component actions(WorkItemRow row, Consumer<WorkItemRow> details) {
        String number = Long.toString(row.key().id());
        Button show = new Button(Symbol.INFO.icon(), _ -> details.accept(row));
        show.addThemeVariants(ButtonVariant.TERTIARY);
        show.setAriaLabel(Texts.of("workitem.details", number));
        show.setTooltipText(Texts.of("workitem.details", number));
        Span both = new Span(show, open(row));
        both.addClassName("tf-item-actions");
        return both;
    }

    private static Component open(WorkItemRow row) {
        if (row.webAddress() == null) {
            return new Span();
        }
        Anchor link = new Anchor(row.webAddress().toString(), "");
        link.add(Symbol.OPEN.icon());
        link.setTarget(AnchorTarget.BLANK);
        link.getElement().setAttribute("rel", "noopener noreferrer");
        link.getElement()
                .setAttribute(
                        "aria-label",
                        Texts.of("workitem.open", Long.toString(row.key().id())));
        link.setTitle(Texts.of("workitem.open", Long.toString(row.key().id())));
        link.addClassName("tf-item-open");
        return link;
    }

    private static Component quietIfNull(@Nullable String value, String otherwise) {
        Span span = new Span(value == null ? Texts.of(otherwise) : value);
        span.setClassName("tf-quiet", value == null);
        return span;
    }

    private static Component lastStep(String path) {
        Span step = new Span(path.substring(path.lastIndexOf('\\') + 1));
        step.setTitle(path);
        step.addClassName("tf-quiet");
        return step;
    }

    private static Span hidden(String text) {
        Span span = new Span(text);
        span.addClassName("tf-visually-hidden");
        return span;
    }

    private static ValueProvider<WorkItemRow, String> numberOf(ValueProvider<WorkItemRow, @Nullable Double> value) {
        return row -> number(value.apply(row));
    }

    private static String number(@Nullable Number value) {
        return value == null
                ? ""
                : NumberFormat.getNumberInstance(Locale.ENGLISH).format(value);
    }
}
