package tallyfold.progress.ui;

import com.vaadin.flow.component.Svg;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import tallyfold.progress.BurnUp;
import tallyfold.uikit.SvgPicture;
import tallyfold.uikit.SvgPicture.Anchor;
import tallyfold.uikit.SvgPicture.Point;
import tallyfold.uikit.Texts;

/** Scope, closed items and an even pace over the days of an iteration. */
final class BurnUpPicture {

    private static final int HEIGHT = 216;
    private static final double TOP = 18;
    private static final double BOTTOM = 172;
    private static final int LINES = 4;
    /** Long iterations are drawn by every so many days, so that a picture stays small. */
    private static final int MOST_POINTS = 120;

    private final BurnUp burnUp;
    private final EvenPace even;
    private final LocalDate today;
    private final long most;

    BurnUpPicture(BurnUp burnUp, LocalDate today) {
        this.burnUp = burnUp;
        this.today = today;
        even = EvenPace.of(burnUp);
        long highest = burnUp.days().stream().mapToLong(BurnUp.Day::scope).max().orElse(0);
        most = rounded(Math.max(highest, burnUp.scope()));
    }

    /** A round number that four lines divide, not below the one given. */
    private static long rounded(long highest) {
        for (long power = 1; ; power *= 10) {
            for (long step : new long[] {1, 2, 5}) {
                if (step * power * LINES >= highest) {
                    return step * power * LINES;
                }
            }
        }
    }

    Svg draw() {
        SvgPicture picture = new SvgPicture(HEIGHT);
        for (int line = 0; line <= LINES; line++) {
            long value = most / LINES * line;
            picture.line("tf-pic-grid", new Point(0, down((double) value)), new Point(100, down((double) value)));
            if (line > 0) {
                picture.text(
                        "tf-pic-text tf-pic-quiet",
                        new Point(0, down((double) value) - 4),
                        Anchor.START,
                        Texts.of("progress.count", value));
            }
        }
        drawPace(picture);
        drawDays(picture);
        drawWords(picture);
        return picture.draw("tf-burn-up");
    }

    private void drawPace(SvgPicture picture) {
        List<Point> pace = new ArrayList<>(List.of(new Point(0, down(0))));
        long days = ChronoUnit.DAYS.between(even.first(), even.last()) + 1;
        for (long day = 0; day < days; day += step(days)) {
            pace.add(point(even.first().plusDays(day), even.at(even.first().plusDays(day))));
        }
        pace.add(point(even.last(), even.at(even.last())));
        picture.path("tf-pic-pace", pace);
    }

    private void drawDays(SvgPicture picture) {
        List<Point> scope = new ArrayList<>();
        List<Point> closed = new ArrayList<>();
        List<BurnUp.Day> days = burnUp.days();
        for (int index = 0; index < days.size(); index += (int) step(days.size())) {
            add(days.get(index), scope, closed);
        }
        BurnUp.Day last = days.getLast();
        add(last, scope, closed);
        scope.addFirst(new Point(0, scope.getFirst().down()));
        closed.addFirst(new Point(0, down(0)));
        List<Point> area = new ArrayList<>(closed);
        area.add(new Point(closed.getLast().across(), down(0)));
        picture.path("tf-pic-area", area).path("tf-pic-scope", scope).path("tf-pic-closed", closed);
        picture.dot("tf-pic-scope-dot", scope.getLast()).dot("tf-pic-closed-dot", closed.getLast());
    }

    private void add(BurnUp.Day day, List<Point> scope, List<Point> closed) {
        scope.add(point(day.day(), (double) day.scope()));
        closed.add(point(day.day(), (double) day.closed()));
    }

    private void drawWords(SvgPicture picture) {
        picture.text("tf-pic-text tf-pic-quiet", new Point(0, 190), Anchor.START, Spans.shortDay(even.first()))
                .text("tf-pic-text tf-pic-quiet", new Point(100, 190), Anchor.END, Spans.shortDay(even.last()));
        if (!today.isBefore(even.first()) && !today.isAfter(even.last())) {
            double at = across(today);
            Anchor anchor = at < 10 ? Anchor.START : at > 90 ? Anchor.END : Anchor.MIDDLE;
            picture.upright("tf-pic-today", at, TOP - 8, BOTTOM + 4)
                    .text("tf-pic-text tf-pic-bad", new Point(at, 208), anchor, Texts.of("uikit.today"));
        }
        BurnUp.Day last = burnUp.days().getLast();
        double at = across(last.day());
        Anchor anchor = at > 70 ? Anchor.END : Anchor.START;
        double beside = at > 70 ? at - 1.5 : at + 1.5;
        // Two words at one height would hide each other.
        boolean apart = Math.abs(down((double) last.scope()) - down((double) last.closed())) > 18;
        picture.text(
                "tf-pic-text tf-pic-strong",
                new Point(beside, down((double) last.scope()) - 8),
                anchor,
                Texts.of("progress.burn-up.scope", last.scope()));
        picture.text(
                "tf-pic-text tf-pic-strong tf-pic-good",
                new Point(beside, down((double) last.closed()) + (apart ? 4 : 16)),
                anchor,
                Texts.of("progress.burn-up.closed", last.closed()));
    }

    private Point point(LocalDate day, double value) {
        return new Point(across(day), down(value));
    }

    /** Where a day ends; the left edge is the beginning of the first. */
    private double across(LocalDate day) {
        double days = ChronoUnit.DAYS.between(even.first(), even.last()) + 1.0;
        return Math.clamp((ChronoUnit.DAYS.between(even.first(), day) + 1) * 100 / days, 0, 100);
    }

    private double down(double value) {
        return BOTTOM - (BOTTOM - TOP) * value / most;
    }

    private static long step(long days) {
        return Math.max(1, days / MOST_POINTS);
    }
}
