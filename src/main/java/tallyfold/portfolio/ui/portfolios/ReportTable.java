package tallyfold.portfolio.ui.portfolios;

import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import java.util.List;
import tallyfold.portfolio.ui.ProjectDates;
import tallyfold.project.Portfolio;
import tallyfold.uikit.Texts;

/** All projects of a status report in lines, below the programs they lie in. */
final class ReportTable extends NativeTable {

    private final Overview overview;

    ReportTable(Overview overview, Portfolio portfolio) {
        this.overview = overview;
        addClassName("tf-report-table");
        NativeTableRow head = getHead().addRow();
        for (String key : List.of(
                "portfolios.report.project",
                "portfolio.column.status",
                "portfolio.column.schedule",
                "portfolio.column.progress",
                "portfolios.column.late",
                "portfolio.column.dates",
                "portfolio.column.system")) {
            NativeTableHeaderCell cell = new NativeTableHeaderCell(Texts.of(key));
            cell.getElement().setAttribute("scope", "col");
            head.add(cell);
        }
        lines(portfolio);
    }

    private void lines(Portfolio portfolio) {
        for (Portfolio program : overview.tree().programs(portfolio.id())) {
            RollUp rollUp = overview.rollUp(program.id());
            NativeTableRow line = line(
                    Texts.of("portfolios.report.program", program.name()),
                    rollUp.projects() == 0 ? "" : rollUp.worst().label(),
                    "",
                    rollUp.share().percent(),
                    rollUp.late(),
                    new ProjectDates(rollUp.start(), rollUp.finish(), false),
                    "");
            line.addClassName("tf-report-program");
            getBody().add(line);
            lines(program);
        }
        overview.direct(portfolio.id())
                .forEach(row -> getBody()
                        .add(line(
                                row.project().name(),
                                row.status().label(),
                                row.schedule().status().label(),
                                row.share().percent(),
                                row.figures().late(),
                                row.dates(),
                                String.join(", ", row.organizations()))));
    }

    private static NativeTableRow line(
            String name, String status, String schedule, int percent, long late, ProjectDates dates, String systems) {
        NativeTableHeaderCell first = new NativeTableHeaderCell(name);
        first.getElement().setAttribute("scope", "row");
        return new NativeTableRow(
                first,
                new NativeTableCell(status),
                new NativeTableCell(schedule),
                new NativeTableCell(Texts.of("portfolio.percent", percent)),
                new NativeTableCell(Texts.of("portfolio.count", late)),
                new NativeTableCell(dates.words()),
                new NativeTableCell(systems));
    }
}
