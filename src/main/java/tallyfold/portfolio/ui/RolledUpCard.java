package tallyfold.portfolio.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import tallyfold.progress.ScheduleRollup;
import tallyfold.uikit.Texts;
import tallyfold.uikit.Times;

/** Dates and work of a project as its items say, rolled up from those that have none below them. */
final class RolledUpCard extends Div {

    /**
     * Key figures.
     *
     * @param items work items of every type
     * @param synced when they were read last
     */
    RolledUpCard(ScheduleRollup schedule, long items, Span synced) {
        addClassNames("tf-card", "tf-summary-card");
        add(new H2(Texts.of("portfolio.figures")));
        line("items", Texts.of("portfolio.count", items));
        line("start", day(schedule.start()));
        line("due", day(schedule.due()));
        line(
                "duration",
                schedule.workingDays() == null
                        ? Texts.of("portfolio.figures.none")
                        : Texts.of("portfolio.figures.days", schedule.workingDays()));
        line("effort", hours(schedule.effort()));
        line("completed", hours(schedule.completed()));
        line("remaining", hours(schedule.remaining()));
        line("points", Texts.of("portfolio.figures.number", schedule.storyPoints()));
        line("last-sync", synced);
        if (schedule.oddEstimates() > 0) {
            Span odd = new Span(Texts.of("portfolio.figures.odd", schedule.oddEstimates()));
            odd.addClassName("tf-quiet");
            add(odd);
        }
    }

    private static String day(@Nullable LocalDate day) {
        return day == null ? Texts.of("portfolio.figures.none") : Times.day(day);
    }

    private static String hours(double hours) {
        return Texts.of("portfolio.figures.hours", hours);
    }

    private void line(String key, String value) {
        line(key, new Span(value));
    }

    private void line(String key, Span value) {
        Span name = new Span(Texts.of("portfolio.figures." + key));
        name.addClassName("tf-quiet");
        value.addClassName("tf-number");
        Div line = new Div(name, value);
        line.addClassName("tf-summary-figure");
        add(line);
    }
}
