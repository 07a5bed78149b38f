package tallyfold.portfolio.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tallyfold.uikit.SvgPicture;
import tallyfold.uikit.SvgPicture.Anchor;
import tallyfold.uikit.SvgPicture.Point;
import tallyfold.uikit.SwappedPicture;
import tallyfold.uikit.Symbol;
import tallyfold.uikit.Texts;
import tallyfold.uikit.TimeAxis;
import tallyfold.uikit.Times;

/** Start, finish, key dates and today of a project as a picture and as a table. */
final class TimelineCard extends Div {

    /** Room above the track for names, and below it for today. */
    private static final int ABOVE = 24;

    private static final int BELOW = 38;
    private static final int SMALL = 14;
    /** From so many points of percent between time and work on, it is worth a colour. */
    private static final int WORTH_A_WARNING = 10;
    /** Of a letter, in percent of the width of the narrowest picture that shows names at all. */
    private static final double LETTER = 1.15;

    /**
     * A day that matters.
     *
     * @param done whether what was to happen has happened
     */
    record KeyDay(String name, LocalDate day, boolean done) {}

    /**
     * A timeline.
     *
     * @param closed share of the work that is done in percent; null where there is none
     */
    TimelineCard(ProjectDates dates, LocalDate today, @Nullable Integer closed, List<KeyDay> keyDays) {
        addClassNames("tf-card", "tf-summary-card");
        Div head = new Div(new H2(Texts.of("portfolio.timeline")));
        head.addClassName("tf-panel-head");
        add(head);
        LocalDate start = dates.start();
        LocalDate finish = dates.finish();
        @Nullable Integer elapsed = dates.elapsedPercent(today);
        if (elapsed == null || start == null || finish == null) {
            add(SummaryPanel.quiet(dates.words()));
            return;
        }
        Span finding = finding(elapsed, closed);
        List<KeyDay> inOrder =
                keyDays.stream().sorted(Comparator.comparing(KeyDay::day)).toList();
        SwappedPicture picture = new SwappedPicture(
                Texts.of("portfolio.timeline"),
                picture(start, finish, today, inOrder),
                table(start, finish, today, inOrder));
        head.add(picture.button());
        add(finding, picture);
        if (dates.found()) {
            add(SummaryPanel.quiet(Texts.of("portfolio.timeline.found")));
        }
    }

    private static Span finding(int elapsed, @Nullable Integer closed) {
        Span finding = new Span();
        boolean behind = closed != null && elapsed - closed >= WORTH_A_WARNING;
        finding.addClassNames("tf-status-word", "tf-summary-verdict", behind ? "tf-warning" : "tf-quiet");
        if (behind) {
            finding.add(Symbol.WARNING.icon());
        }
        finding.add(new Span(
                closed == null
                        ? Texts.of("portfolio.timeline.passed", elapsed)
                        : Texts.of("portfolio.timeline.finding", elapsed, closed)));
        return finding;
    }

    private static Div picture(LocalDate start, LocalDate finish, LocalDate today, List<KeyDay> keyDays) {
        TimeAxis axis = new TimeAxis(start, finish);
        double now = axis.during(today);
        double track = keyDays.isEmpty() ? SMALL : SMALL + ABOVE;
        SvgPicture picture = new SvgPicture((int) track + BELOW);
        picture.bar("tf-pic-track", 0, 100, track - 5, 10);
        if (!today.isBefore(start)) {
            picture.bar("tf-pic-past", 0, now, track - 5, 10);
        }
        double free = -LETTER;
        for (KeyDay each : keyDays) {
            if (!axis.covers(each.day())) {
                continue;
            }
            double at = axis.during(each.day());
            picture.diamond(each.done() ? "tf-pic-day-done" : "tf-pic-day", new Point(at, track));
            double wide = Math.min(each.name().length(), SvgPicture.LONGEST_TEXT) * LETTER;
            double from = switch (anchor(at)) {
                case START -> at;
                case MIDDLE -> at - wide / 2;
                case END -> at - wide;
            };
            // One that would lie over another is left to the table.
            if (from >= free) {
                picture.text("tf-pic-text tf-pic-name", new Point(at, track - 20), anchor(at), each.name());
                free = from + wide + LETTER;
            }
        }
        if (axis.covers(today)) {
            picture.upright("tf-pic-now", now, track - 14, track + 14)
                    .text("tf-pic-text tf-pic-bad", new Point(now, track + 30), anchor(now), Texts.of("uikit.today"));
        }
        Div ends = new Div(
                new Span(Texts.of("portfolio.timeline.start", Times.day(start))),
                new Span(Texts.of("portfolio.timeline.finish", Times.day(finish))));
        ends.addClassName("tf-project-foot");
        Div both = new Div(picture.draw(), ends);
        both.getElement().setAttribute("aria-hidden", "true");
        return both;
    }

    private static Anchor anchor(double at) {
        return at < 10 ? Anchor.START : at > 90 ? Anchor.END : Anchor.MIDDLE;
    }

    private static NativeTable table(LocalDate start, LocalDate finish, LocalDate today, List<KeyDay> keyDays) {
        List<KeyDay> all = new ArrayList<>(keyDays);
        all.add(new KeyDay(Texts.of("portfolio.timeline.start-word"), start, !start.isAfter(today)));
        all.add(new KeyDay(Texts.of("portfolio.timeline.finish-word"), finish, finish.isBefore(today)));
        all.sort(Comparator.comparing(KeyDay::day));
        List<List<String>> rows = new ArrayList<>();
        all.forEach(each -> rows.add(List.of(each.name(), Times.day(each.day()), Times.distance(each.day(), today))));
        rows.add(List.of(Texts.of("portfolio.timeline.today-word"), Times.day(today), ""));
        return SwappedPicture.table(
                List.of(
                        Texts.of("portfolio.timeline.what"),
                        Texts.of("portfolio.timeline.day"),
                        Texts.of("portfolio.timeline.distance")),
                rows);
    }
}
