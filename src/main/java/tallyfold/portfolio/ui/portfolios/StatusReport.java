package tallyfold.portfolio.ui.portfolios;

import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
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

    private final Overview overview;
    private final ReportWords words;
    private final LocalDate today;

    StatusReport(Overview overview, Portfolio portfolio, ReportWords words, String reader, Clock clock) {
        this.overview = overview;
        this.words = words;
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
        add(new H2(Texts.of("portfolios.report.overview")), table(portfolio));
        add(new H2(Texts.of("portfolios.report.projects")));
        rows.forEach(row -> add(project(row)));
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

    private NativeTable table(Portfolio portfolio) {
        NativeTable table = new NativeTable();
        table.addClassName("tf-report-table");
        NativeTableRow head = table.getHead().addRow();
        for (String key : List.of(
                "portfolios.report.project",
                "portfolio.column.status",
                "portfolio.column.progress",
                "portfolios.column.late",
                "portfolio.column.dates",
                "portfolio.column.system")) {
            NativeTableHeaderCell cell = new NativeTableHeaderCell(Texts.of(key));
            cell.getElement().setAttribute("scope", "col");
            head.add(cell);
        }
        lines(table, portfolio);
        return table;
    }

    private void lines(NativeTable table, Portfolio portfolio) {
        for (Portfolio program : overview.tree().programs(portfolio.id())) {
            RollUp rollUp = overview.rollUp(program.id());
            NativeTableRow line = line(
                    Texts.of("portfolios.report.program", program.name()),
                    rollUp.projects() == 0 ? "" : rollUp.worst().label(),
                    rollUp.share().percent(),
                    rollUp.late(),
                    new ProjectDates(rollUp.start(), rollUp.finish(), false),
                    "");
            line.addClassName("tf-report-program");
            table.getBody().add(line);
            lines(table, program);
        }
        overview.direct(portfolio.id())
                .forEach(row -> table.getBody()
                        .add(line(
                                row.project().name(),
                                row.status().label(),
                                row.share().percent(),
                                row.figures().late(),
                                row.dates(),
                                String.join(", ", row.organizations()))));
    }

    private static NativeTableRow line(
            String name, String status, int percent, long late, ProjectDates dates, String systems) {
        NativeTableHeaderCell first = new NativeTableHeaderCell(name);
        first.getElement().setAttribute("scope", "row");
        return new NativeTableRow(
                first,
                new NativeTableCell(status),
                new NativeTableCell(Texts.of("portfolio.percent", percent)),
                new NativeTableCell(Texts.of("portfolio.count", late)),
                new NativeTableCell(dates.words()),
                new NativeTableCell(systems));
    }

    private Section project(ProjectRow row) {
        Section section = new Section(new H3(row.project().name()));
        section.addClassName("tf-report-project");
        ProjectDates dates = row.dates();
        String remaining = dates.remaining(today);
        section.add(
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
        words.said(row.project().id()).forEach(said -> section.add(named(said.name(), said.words())));
        String days = words.days(row.project().id(), today);
        if (!days.isEmpty()) {
            section.add(paragraph("portfolios.report.key-dates", days));
        }
        if (!row.manager().isEmpty()) {
            section.add(paragraph("portfolio.column.manager", row.manager()));
        }
        if (!row.project().description().isEmpty()) {
            Paragraph description = new Paragraph(row.project().description());
            description.addClassName("tf-portfolio-description");
            section.add(description);
        }
        return section;
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
