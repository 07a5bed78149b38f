package tallyfold.portfolio.ui.portfolios;

import com.vaadin.flow.component.Svg;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tallyfold.portfolio.ui.ProjectDates;
import tallyfold.uikit.Texts;

/** Draws the head of a timeline and its bars. Nothing but numbers and words of our own get into the markup. */
final class TimelinePicture {

    /** Room of a word before the line of today, in percent of the width. */
    private static final int WORD = 22;

    private final TimelineScale scale;
    private final LocalDate today;
    private final String grid;

    TimelinePicture(TimelineScale scale, LocalDate today) {
        this.scale = scale;
        this.today = today;
        StringBuilder lines = new StringBuilder();
        scale.lines().forEach(line -> lines.append(line("tf-roadmap-line", line.at())));
        grid = lines.append(line("tf-roadmap-today", scale.at(today))).toString();
    }

    /** The words over the lines. A word that would run into the one for today gives way. */
    Svg head() {
        double now = scale.at(today);
        StringBuilder words = new StringBuilder();
        for (TimelineScale.Line line : scale.lines()) {
            words.append(line("tf-roadmap-line", line.at()));
            if (line.at() < now - WORD || line.at() > now + 2) {
                words.append(
                        "<text x=\"%s%%\" y=\"60%%\" dx=\"6\">%s</text>".formatted(number(line.at()), line.words()));
            }
        }
        boolean left = now > 10;
        words.append(line("tf-roadmap-today", now))
                .append(
                        "<text class=\"tf-roadmap-today-word\" x=\"%s%%\" y=\"60%%\" dx=\"%d\" text-anchor=\"%s\">%s</text>"
                                .formatted(
                                        number(now),
                                        left ? -6 : 6,
                                        left ? "end" : "start",
                                        Texts.of("portfolios.timeline.today")));
        return svg(words.toString(), "tf-roadmap-head");
    }

    /**
     * The bar of a project, or the thinner one of a program.
     *
     * @param closed share of the work that is closed, in percent
     * @param begun whether anything of it has begun
     */
    Svg bar(ProjectDates dates, int closed, boolean begun, boolean program) {
        @Nullable LocalDate start = dates.start();
        @Nullable LocalDate finish = dates.finish();
        StringBuilder shapes = new StringBuilder(grid);
        if (start != null && finish != null && !finish.isBefore(start)) {
            double from = scale.at(start);
            double width = Math.max(scale.at(finish.plusDays(1)) - from, 0.4);
            shapes.append(rect(begun ? "tf-roadmap-bar" : "tf-roadmap-bar tf-roadmap-planned", from, width, program));
            if (begun && closed > 0) {
                shapes.append(rect("tf-roadmap-closed", from, width * closed / 100, program));
            }
        } else if (finish != null || start != null) {
            LocalDate only = finish == null ? java.util.Objects.requireNonNull(start) : finish;
            shapes.append("<circle class=\"tf-roadmap-point\" cx=\"%s%%\" cy=\"50%%\" r=\"5\"/>"
                    .formatted(number(scale.at(only))));
        }
        return svg(shapes.toString(), program ? "tf-roadmap tf-roadmap-program" : "tf-roadmap");
    }

    private static String rect(String name, double from, double width, boolean thin) {
        return "<rect class=\"%s\" x=\"%s%%\" width=\"%s%%\" y=\"%d\" height=\"%d\" rx=\"3\"/>"
                .formatted(name, number(from), number(width), thin ? 17 : 12, thin ? 5 : 14);
    }

    private static String line(String name, double at) {
        return "<line class=\"%s\" x1=\"%s%%\" x2=\"%s%%\" y1=\"0\" y2=\"100%%\"/>"
                .formatted(name, number(at), number(at));
    }

    private static Svg svg(String content, String names) {
        Svg svg = new Svg("<svg width=\"100%\" height=\"38\">" + content + "</svg>");
        svg.addClassNames(names.split(" "));
        svg.getElement().setAttribute("aria-hidden", "true");
        return svg;
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
