package tallyfold.portfolio.ui.portfolios;

import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import tallyfold.portfolio.ui.PortfolioField;
import tallyfold.portfolio.ui.ProjectDates;
import tallyfold.portfolio.ui.ProjectRow;
import tallyfold.project.Portfolio;
import tallyfold.uikit.Texts;
import tallyfold.uikit.Times;

/** What a status report says: the portfolio in a few figures, all projects in a table, then each with its words. */
final class StatusReport extends Article {

    private final LocalDate today;

    StatusReport(Overview overview, Portfolio portfolio, ReportWords words, String reader, Clock clock) {
        today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        addClassName("tf-report");
        Span made = new Span(Texts.of("portfolios.report.made", Times.minute(clock.instant()), reader));
        made.addClassName("tf-report-made");
        add(new H1(Texts.of("portfolios.report.title", PortfolioField.path(overview.tree(), portfolio.id()))), made);
        if (!portfolio.owner().isEmpty()) {
            add(new Paragraph(Texts.of("portfolios.report.owner", portfolio.owner())));
        }
        if (!portfolio.description().isEmpty()) {
            Paragraph description = new Paragraph(portfolio.description());
            description.addClassName("tf-portfolio-description");
            add(description);
        }
        List<ProjectRow> rows = overview.below(portfolio.id());
        add(summary(RollUp.of(rows)));
        if (rows.isEmpty()) {
            add(new Paragraph(Texts.of("portfolios.no-projects.title")));
            return;
        }
        add(new H2(Texts.of("portfolios.report.overview")), new ReportTable(overview, portfolio));
        add(new H2(Texts.of("portfolios.report.projects")));
        rows.forEach(row -> add(new ReportProject(row, words, today)));
    }

    private Div summary(RollUp rollUp) {
        Div summary = new Div(
                fact(
                        "portfolios.card.progress",
                        Texts.of("portfolio.percent", rollUp.share().percent()),
                        Texts.of(
                                "portfolios.closed",
                                rollUp.share().closed(),
                                rollUp.share().items())),
                fact("portfolios.column.projects", Texts.of("portfolio.count", rollUp.projects()), statuses(rollUp)),
                fact("portfolios.card.late", Texts.of("portfolio.count", rollUp.late()), ""),
                fact(
                        "portfolio.column.dates",
                        new ProjectDates(rollUp.start(), rollUp.finish(), false).words(),
                        new ProjectDates(rollUp.start(), rollUp.finish(), false).remaining(today)));
        summary.addClassName("tf-report-facts");
        return summary;
    }

    private static String statuses(RollUp rollUp) {
        return rollUp.byStatus().entrySet().stream()
                .map(entry -> Texts.of(
                        "portfolios.status.count",
                        entry.getValue(),
                        entry.getKey().label()))
                .collect(Collectors.joining(", "));
    }

    private static Div fact(String key, String figure, String words) {
        Span name = new Span(Texts.of(key));
        name.addClassName("tf-report-name");
        Span strong = new Span(figure);
        strong.addClassName("tf-report-figure");
        Div fact = new Div(name, strong);
        if (!words.isEmpty()) {
            fact.add(new Span(words));
        }
        return fact;
    }
}
