package tallyfold.progress.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import java.time.LocalDate;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import tallyfold.progress.LinkIterations;
import tallyfold.progress.LinkIterations.Row;
import tallyfold.uikit.PhoneColumn;
import tallyfold.uikit.Texts;

/** All iterations of a linked system with their figures. */
final class IterationTable extends Grid<Row> {

    private static final int ALL_AT_ONCE = 20;
    private static final Comparator<@Nullable LocalDate> BY_DAY = Comparator.nullsLast(Comparator.naturalOrder());

    private final LinkIterations iterations;
    private final ItemLinks links;

    IterationTable(LinkIterations iterations, ItemLinks links) {
        this.iterations = iterations;
        this.links = links;
        addClassNames("tf-dense", "tf-iteration-table");
        setSelectionMode(SelectionMode.NONE);
        getElement().setAttribute("aria-label", Texts.of("progress.iterations"));
        addComponentColumn(this::name)
                .setHeader(Texts.of("progress.iterations.name"))
                .setWidth("180px")
                .setFlexGrow(1);
        addColumn(row -> Spans.day(row.start()))
                .setHeader(Texts.of("progress.iterations.start"))
                .setComparator((one, other) -> BY_DAY.compare(one.start(), other.start()))
                .setWidth("112px")
                .setFlexGrow(0);
        addColumn(row -> Spans.day(row.finish()))
                .setHeader(Texts.of("progress.iterations.finish"))
                .setComparator((one, other) -> BY_DAY.compare(one.finish(), other.finish()))
                .setWidth("112px")
                .setFlexGrow(0);
        addColumn(row -> IterationWords.closed(row.withBelow()))
                .setHeader(Texts.of("progress.iterations.closed"))
                .setComparator(Comparator.comparingLong(row -> row.withBelow().closed()))
                .setTextAlign(ColumnTextAlign.END)
                .setWidth("124px")
                .setFlexGrow(0);
        addColumn(row -> row.withBelow().items() == 0
                        ? Texts.of("progress.nothing")
                        : Texts.of("progress.percent", row.withBelow().percent()))
                .setHeader(Texts.of("progress.progress"))
                .setComparator(Comparator.comparingInt(row -> row.withBelow().percent()))
                .setTextAlign(ColumnTextAlign.END)
                .setWidth("100px")
                .setFlexGrow(0);
        addComponentColumn(row -> IterationWords.state(row.state()))
                .setHeader(Texts.of("progress.iterations.state"))
                .setComparator(Comparator.comparing(Row::state))
                .setWidth("150px")
                .setFlexGrow(0);
        PhoneColumn.follow(this, addComponentColumn(this::card).setHeader(Texts.of("progress.iterations")));
        setItems(iterations.rows());
        setAllRowsVisible(iterations.rows().size() <= ALL_AT_ONCE);
    }

    private Component card(Row row) {
        Div head = new Div(name(row), IterationWords.state(row.state()));
        head.addClassName("tf-figure-line");
        Div foot = new Div(
                Cards.quiet(Spans.words(row.start(), row.finish())),
                Cards.quiet(IterationWords.closed(row.withBelow())));
        foot.addClassName("tf-figure-line");
        return new Div(head, foot);
    }

    private Component name(Row row) {
        Component link = links.to(row.name(), IterationWords.items(iterations, row));
        link.addClassName("tf-lane-name");
        link.getElement().setAttribute("title", row.path());
        Div name = new Div(link);
        name.addClassNames("tf-lane-cell", "tf-lane-depth-" + Math.clamp(row.depth(), 0, 4));
        return name;
    }
}
