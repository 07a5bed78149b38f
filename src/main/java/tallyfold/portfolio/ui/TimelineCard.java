package tallyfold.portfolio.ui;

import com.vaadin.flow.component.Svg;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import tallyfold.uikit.Texts;
import tallyfold.uikit.Times;
import tallyfold.workitem.WorkItemSummary.Counts;

/** Start, finish and today of a project as a picture, and as a table for those who cannot see it. */
final class TimelineCard extends Div {

    TimelineCard(ProjectDates dates, LocalDate today, Counts progress) {
        addClassNames("tf-card", "tf-summary-card");
        add(SummaryPanel.card("portfolio.timeline").getComponentAt(0));
        @Nullable Integer elapsed = dates.elapsedPercent(today);
        if (elapsed == null) {
            add(SummaryPanel.quiet(dates.words()));
            return;
        }
        add(SummaryPanel.quiet(
                progress.sum() == 0
                        ? Texts.of("portfolio.timeline.passed", elapsed)
                        : Texts.of("portfolio.timeline.finding", elapsed, progress.percent())));
        Svg picture = new Svg(picture(elapsed));
        picture.addClassName("tf-timeline");
        picture.getElement().setAttribute("aria-hidden", "true");
        Div ends = new Div(
                new Span(Texts.of("portfolio.timeline.start", day(dates.start()))),
                new Span(Texts.of("portfolio.timeline.finish", day(dates.finish()))));
        ends.addClassName("tf-project-foot");
        ends.getElement().setAttribute("aria-hidden", "true");
        add(picture, ends, table(dates, today));
        if (dates.found()) {
            add(SummaryPanel.quiet(Texts.of("portfolio.timeline.found")));
        }
    }

    /** Numbers only, so that nothing anybody wrote gets into the markup. */
    private static String picture(int elapsed) {
        return """
                <svg viewBox="0 0 100 6" preserveAspectRatio="none" width="100%%" height="24">
                <rect class="tf-timeline-track" y="2" width="100" height="2"/>
                <rect class="tf-timeline-past" y="2" width="%1$d" height="2"/>
                <line class="tf-timeline-today" x1="%1$d" x2="%1$d" y1="0" y2="6" vector-effect="non-scaling-stroke"/>
                </svg>
                """.formatted(elapsed);
    }

    private static NativeTable table(ProjectDates dates, LocalDate today) {
        NativeTable table = new NativeTable();
        table.addClassName("tf-visually-hidden");
        table.getElement().setAttribute("aria-label", Texts.of("portfolio.timeline"));
        line(table, "portfolio.timeline.start-word", day(dates.start()));
        line(table, "portfolio.timeline.today-word", Times.day(today));
        line(table, "portfolio.timeline.finish-word", day(dates.finish()));
        return table;
    }

    private static void line(NativeTable table, String key, String value) {
        NativeTableRow row = table.getBody().addRow();
        row.add(new NativeTableHeaderCell(Texts.of(key)), new NativeTableCell(value));
    }

    private static String day(@Nullable LocalDate day) {
        return day == null ? "" : Times.day(day);
    }
}
