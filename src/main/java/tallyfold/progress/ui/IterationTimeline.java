package tallyfold.progress.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tallyfold.progress.IterationState;
import tallyfold.progress.LinkIterations;
import tallyfold.progress.LinkIterations.Row;
import tallyfold.uikit.SvgPicture;
import tallyfold.uikit.Texts;
import tallyfold.uikit.TimeAxis;

/** The iterations of a linked system that touch some months, as bars in time. */
final class IterationTimeline extends Div {

    private static final double THIN = 5;
    private static final double THICK = 14;

    private final LinkIterations iterations;
    private final LocalDate today;
    private final ItemLinks links;
    private final Set<String> parents = new HashSet<>();

    IterationTimeline(LinkIterations iterations, TimeAxis axis, LocalDate today, ItemLinks links) {
        this.iterations = iterations;
        this.today = today;
        this.links = links;
        addClassNames("tf-card", "tf-iterations");
        iterations.rows().forEach(row -> parents.add(above(row.path())));
        List<Row> shown = shown(axis);
        if (shown.isEmpty()) {
            Span nothing = new Span(Texts.of("progress.iterations.none-here"));
            nothing.addClassName("tf-quiet");
            add(nothing);
            return;
        }
        LaneTable table = new LaneTable(
                Texts.of("progress.iterations"),
                axis,
                today,
                List.of(Texts.of("progress.iterations.name"), Texts.of("progress.iterations.dates")),
                List.of(Texts.of("progress.iterations.closed"), Texts.of("progress.iterations.state")));
        int top = shown.stream().mapToInt(Row::depth).min().orElse(0);
        shown.forEach(row -> show(table, row, row.depth() - top));
        add(table);
    }

    /** Those that touch the months, with the ones without dates above them. */
    private List<Row> shown(TimeAxis axis) {
        List<Row> shown = new ArrayList<>();
        List<Row> all = iterations.rows();
        String kept = "";
        for (Row row : all.reversed()) {
            boolean holds = row.state() == IterationState.NOT_SCHEDULED
                    && row.depth() > 0
                    && IterationWords.isBelow(kept, row.path());
            if (touches(row, axis) || holds) {
                shown.addFirst(row);
                kept = row.path();
            }
        }
        return shown;
    }

    private static boolean touches(Row row, TimeAxis axis) {
        @Nullable LocalDate first = first(row);
        @Nullable LocalDate last = last(row);
        return first != null && last != null && !first.isAfter(axis.last()) && !last.isBefore(axis.first());
    }

    private static @Nullable LocalDate first(Row row) {
        LocalDate start = row.start();
        LocalDate finish = row.finish();
        if (start == null || finish == null) {
            return start == null ? finish : start;
        }
        return start.isBefore(finish) ? start : finish;
    }

    private static @Nullable LocalDate last(Row row) {
        LocalDate start = row.start();
        LocalDate finish = row.finish();
        if (start == null || finish == null) {
            return start == null ? finish : start;
        }
        return start.isBefore(finish) ? finish : start;
    }

    private void show(LaneTable table, Row row, int depth) {
        Component name = links.to(row.name(), IterationWords.items(iterations, row));
        name.addClassName("tf-lane-name");
        name.getElement().setAttribute("title", row.path());
        Span dates = new Span(Spans.words(row.start(), row.finish()));
        dates.addClassName("tf-quiet");
        Span closed = new Span(IterationWords.closed(row.withBelow()));
        closed.setClassName("tf-quiet", row.withBelow().items() == 0);
        closed.addClassName("tf-figure");
        Div line = table.row(
                depth, List.of(name, dates), bar(table, row), List.of(closed, IterationWords.state(row.state())));
        boolean parent = parents.contains(row.path());
        line.setClassName("tf-lane-parent", parent);
        line.setClassName("tf-lane-now", !parent && row.state() == IterationState.STARTED);
    }

    private SvgPicture bar(LaneTable table, Row row) {
        SvgPicture lane = table.picture();
        @Nullable LocalDate first = first(row);
        @Nullable LocalDate last = last(row);
        if (first == null || last == null) {
            return lane;
        }
        TimeAxis axis = table.axis();
        double from = axis.at(first);
        double to = axis.after(last);
        boolean parent = parents.contains(row.path());
        double high = parent ? THIN : THICK;
        double top = (LaneTable.LANE - high) / 2;
        String past = parent ? "tf-pic-parent" : "tf-pic-in-progress";
        return switch (row.state()) {
            case CLOSED -> lane.bar(parent ? "tf-pic-parent" : "tf-pic-completed", from, to, top, high);
            case STARTED -> lane.bar("tf-pic-rest", from, to, top, high).bar(past, from, axis.during(today), top, high);
            case NOT_STARTED, NOT_SCHEDULED -> lane.bar(parent ? "tf-pic-rest" : "tf-pic-planned", from, to, top, high);
        };
    }

    private static String above(String path) {
        return path.substring(0, Math.max(0, path.lastIndexOf('\\')));
    }
}
