package tallyfold.progress.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tallyfold.uikit.SvgPicture;
import tallyfold.uikit.SvgPicture.Anchor;
import tallyfold.uikit.SvgPicture.Point;
import tallyfold.uikit.Texts;
import tallyfold.uikit.TimeAxis;

/**
 * Rows with a lane of time each: a table to screen readers, for whom the lanes are left out, and a picture to everybody
 * else. Months and today go through all lanes.
 */
final class LaneTable extends Div {

    static final int LANE = 32;

    private static final int HEAD = 36;
    private static final int MOST_TICKS = 8;

    private final TimeAxis axis;
    private final LocalDate today;
    private final Div body = new Div();

    LaneTable(String label, TimeAxis axis, LocalDate today, List<String> before, List<String> behind) {
        this.axis = axis;
        this.today = today;
        addClassName("tf-lanes");
        getElement().setAttribute("role", "table");
        getElement().setAttribute("aria-label", label);
        Div head = new Div();
        head.addClassNames("tf-lane-row", "tf-lane-head");
        head.getElement().setAttribute("role", "row");
        before.forEach(word -> head.add(cell("columnheader", new Span(word))));
        head.add(lane(head()));
        behind.forEach(word -> head.add(cell("columnheader", new Span(word))));
        Div top = new Div(head);
        top.getElement().setAttribute("role", "rowgroup");
        body.getElement().setAttribute("role", "rowgroup");
        add(top, body);
    }

    /**
     * One more row.
     *
     * @param depth 0 for the outermost
     * @param lane what is drawn over the months, {@link #LANE} pixels high; null for nothing
     */
    Div row(int depth, List<Component> before, @Nullable SvgPicture lane, List<Component> behind) {
        Div row = new Div();
        row.addClassNames("tf-lane-row", "tf-lane-depth-" + Math.clamp(depth, 0, 4));
        row.getElement().setAttribute("role", "row");
        before.forEach(content -> row.add(cell("cell", content)));
        row.add(lane(lane == null ? picture() : lane));
        behind.forEach(content -> row.add(cell("cell", content)));
        body.add(row);
        return row;
    }

    /** A lane to draw in, with its months and today. */
    SvgPicture picture() {
        SvgPicture picture = new SvgPicture(LANE);
        axis.months(MOST_TICKS).forEach(tick -> picture.upright("tf-pic-grid", tick.at(), 0, LANE));
        if (axis.covers(today)) {
            picture.upright("tf-pic-today", axis.during(today), 0, LANE);
        }
        return picture;
    }

    TimeAxis axis() {
        return axis;
    }

    private SvgPicture head() {
        SvgPicture picture = new SvgPicture(HEAD);
        List<TimeAxis.Tick> ticks = axis.months(MOST_TICKS);
        for (int index = 0; index < ticks.size(); index++) {
            TimeAxis.Tick tick = ticks.get(index);
            String odd = index % 2 == 1 ? " tf-pic-odd" : "";
            picture.upright("tf-pic-grid", tick.at(), 0, HEAD);
            picture.text("tf-pic-text tf-pic-month" + odd, new Point(tick.at(), 14), Anchor.START, tick.word());
        }
        if (axis.covers(today)) {
            double at = axis.during(today);
            Anchor anchor = at < 8 ? Anchor.START : at > 92 ? Anchor.END : Anchor.MIDDLE;
            picture.text("tf-pic-text tf-pic-bad", new Point(at, 30), anchor, Texts.of("uikit.today"));
        }
        return picture;
    }

    private static Div lane(SvgPicture picture) {
        Div lane = new Div(picture.draw());
        lane.addClassName("tf-lane");
        lane.getElement().setAttribute("aria-hidden", "true");
        return lane;
    }

    private static Div cell(String role, Component content) {
        Div cell = new Div(content);
        cell.addClassName("tf-lane-cell");
        cell.getElement().setAttribute("role", role);
        return cell;
    }

    /** The days that are known among some. */
    static List<LocalDate> known(Stream<@Nullable LocalDate> days) {
        return days.filter(Objects::nonNull).map(Objects::requireNonNull).toList();
    }
}
