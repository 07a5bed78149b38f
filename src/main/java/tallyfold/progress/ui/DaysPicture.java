package tallyfold.progress.ui;

import com.vaadin.flow.component.Svg;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import tallyfold.progress.ProgressDay;
import tallyfold.uikit.SvgPicture;
import tallyfold.uikit.SvgPicture.Anchor;
import tallyfold.uikit.SvgPicture.Point;
import tallyfold.uikit.Texts;

/** Progress from day to day as a line between nothing and everything. */
final class DaysPicture {

    private static final int HEIGHT = 132;
    private static final double TOP = 18;
    private static final double BOTTOM = 108;
    private static final int FULL = 100;
    private static final int HALF = 50;
    /** Right of here a word stands left of its point. */
    private static final double ROOM = 12;

    private final List<ProgressDay> days;
    private final LocalDate first;
    private final LocalDate last;

    /** @param days at least two, oldest first */
    DaysPicture(List<ProgressDay> days) {
        this.days = days;
        first = days.getFirst().day();
        last = days.getLast().day();
    }

    Svg draw() {
        SvgPicture picture = new SvgPicture(HEIGHT);
        for (int percent = 0; percent <= FULL; percent += HALF) {
            picture.line("tf-pic-grid", new Point(0, down(percent)), new Point(FULL, down(percent)))
                    .text(
                            "tf-pic-text tf-pic-quiet",
                            new Point(0, down(percent) - 4),
                            Anchor.START,
                            Texts.of("progress.percent", percent));
        }
        List<Point> line = days.stream().map(this::point).toList();
        List<Point> area = new ArrayList<>(line);
        area.add(new Point(line.getLast().across(), BOTTOM));
        area.add(new Point(line.getFirst().across(), BOTTOM));
        picture.path("tf-pic-area", area).path("tf-pic-closed", line);
        line.stream().skip(1).forEach(point -> picture.dot("tf-pic-closed-dot", point));
        drawWords(picture, line);
        return picture.draw();
    }

    private void drawWords(SvgPicture picture, List<Point> line) {
        int now = days.getLast().percent();
        // A word above the line at its end would leave the picture where everything is closed.
        double above = now > FULL - ROOM ? 16 : -10;
        picture.text(
                        "tf-pic-text tf-pic-strong",
                        new Point(FULL, line.getLast().down() + above),
                        Anchor.END,
                        Texts.of("progress.percent", now))
                .text("tf-pic-text tf-pic-quiet", new Point(0, HEIGHT - 6), Anchor.START, Spans.shortDay(first))
                .text("tf-pic-text tf-pic-quiet", new Point(FULL, HEIGHT - 6), Anchor.END, Spans.shortDay(last));
    }

    private Point point(ProgressDay day) {
        double across =
                ChronoUnit.DAYS.between(first, day.day()) * (double) FULL / ChronoUnit.DAYS.between(first, last);
        return new Point(across, down(day.percent()));
    }

    private static double down(int percent) {
        return BOTTOM - (BOTTOM - TOP) * percent / FULL;
    }
}
