package tallyfold.portfolio.ui.portfolios;

import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.time.LocalDate;
import tallyfold.portfolio.ui.ProjectDates;
import tallyfold.portfolio.ui.ProjectRow;
import tallyfold.uikit.Texts;

/** What a status report says of one project. */
final class ReportProject extends Section {

    ReportProject(ProjectRow row, ReportWords words, LocalDate today) {
        super(new H3(row.project().name()));
        addClassName("tf-report-project");
        ProjectDates dates = row.dates();
        String remaining = dates.remaining(today);
        add(
                paragraph(
                        "portfolio.column.status",
                        row.status().label() + " ("
                                + row.project().status().progress().label() + ", "
                                + row.project().status().stage().label() + ")"),
                paragraph(
                        "portfolio.column.progress",
                        row.share().items() == 0
                                ? Texts.of("portfolio.nothing-counts")
                                : Texts.of("portfolio.percent", row.share().percent()) + ", "
                                        + Texts.of(
                                                "portfolios.closed",
                                                row.share().closed(),
                                                row.share().items())),
                paragraph(
                        "portfolio.column.dates",
                        remaining.isEmpty() ? dates.words() : dates.words() + ", " + remaining),
                paragraph(
                        "portfolios.card.late",
                        Texts.of("portfolio.count", row.figures().late())));
        words.said(row).forEach(said -> add(named(said.name(), said.words())));
        String days = words.days(row.project().id(), today);
        if (!days.isEmpty()) {
            add(paragraph("portfolios.report.key-dates", days));
        }
        if (!row.manager().isEmpty()) {
            add(paragraph("portfolio.column.manager", row.manager()));
        }
        if (!row.project().description().isEmpty()) {
            Paragraph description = new Paragraph(row.project().description());
            description.addClassName("tf-portfolio-description");
            add(description);
        }
    }

    private static Paragraph paragraph(String key, String words) {
        return named(Texts.of(key), words);
    }

    private static Paragraph named(String what, String words) {
        Span name = new Span(what);
        name.addClassName("tf-report-name");
        return new Paragraph(name, new Span(words));
    }
}
