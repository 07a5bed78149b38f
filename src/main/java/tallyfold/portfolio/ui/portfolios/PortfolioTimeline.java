package tallyfold.portfolio.ui.portfolios;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tallyfold.portfolio.ui.ProjectAddress;
import tallyfold.portfolio.ui.ProjectDates;
import tallyfold.portfolio.ui.ProjectRow;
import tallyfold.portfolio.ui.ShownStatus;
import tallyfold.project.Portfolio;
import tallyfold.project.PortfolioId;
import tallyfold.uikit.Texts;

/** The projects of a portfolio, program by program, each with its bar between its days. */
final class PortfolioTimeline extends Div {

    private static final int STEP = 100;

    private final TimelinePicture picture;
    private final NativeTable table = new NativeTable();
    private final List<NativeTableRow> waiting = new ArrayList<>();
    private final Button more = new Button(Texts.of("portfolio.more"), _ -> addMore());

    PortfolioTimeline(Overview overview, Portfolio portfolio, PortfolioAddress address, LocalDate today) {
        addClassName("tf-portfolio-timeline");
        List<ProjectRow> shown =
                overview.below(portfolio.id()).stream().filter(address::matches).toList();
        Stream<@Nullable LocalDate> days = shown.stream()
                .flatMap(row -> Stream.of(row.dates().start(), row.dates().finish()));
        picture = new TimelinePicture(TimelineScale.of(days, today, address.unit()), today);
        table.addClassName("tf-roadmaps");
        table.getElement().setAttribute("role", "table");
        table.getElement().setAttribute("aria-label", Texts.of("portfolios.timeline"));
        head();
        collect(overview, portfolio.id(), address, 0);
        Div frame = new Div(table);
        frame.addClassName("tf-roadmaps-frame");
        add(frame, more, legend());
        addMore();
    }

    private void addMore() {
        List<NativeTableRow> next = List.copyOf(waiting.subList(0, Math.min(STEP, waiting.size())));
        table.getBody().add(next.toArray(Component[]::new));
        waiting.removeAll(next);
        more.setVisible(!waiting.isEmpty());
    }

    private void head() {
        NativeTableRow row = table.getHead().addRow();
        for (String key : List.of(
                "portfolio.column.name",
                "portfolio.column.system",
                "portfolio.column.status",
                "portfolio.column.progress",
                "portfolios.column.late")) {
            row.add(role(new NativeTableHeaderCell(Texts.of(key)), "columnheader"));
        }
        Span word = new Span(Texts.of("portfolio.column.dates"));
        word.addClassName("tf-visually-hidden");
        row.add(role(new NativeTableHeaderCell(word, picture.head()), "columnheader"));
        role(row, "row");
    }

    /** Programs come before the projects that lie in none of them. */
    private void collect(Overview overview, PortfolioId id, PortfolioAddress address, int depth) {
        for (Portfolio program : overview.tree().programs(id)) {
            List<ProjectRow> below = overview.below(program.id()).stream()
                    .filter(address::matches)
                    .toList();
            if (!below.isEmpty() || !address.filters()) {
                waiting.add(program(program, RollUp.of(below), depth));
                collect(overview, program.id(), address, depth + 1);
            }
        }
        overview.direct(id).stream().filter(address::matches).forEach(row -> waiting.add(project(row, depth)));
    }

    private NativeTableRow program(Portfolio program, RollUp rollUp, int depth) {
        ProjectDates dates = new ProjectDates(rollUp.start(), rollUp.finish(), false);
        int closed = rollUp.share().closedPercent();
        NativeTableRow row = row(
                depth,
                PortfolioAddress.link(program),
                quiet(Texts.of("portfolios.program")),
                new Span(),
                rollUp.share().percent(),
                rollUp.late(),
                dates,
                picture.bar(dates, closed, ShownStatus.begun(rollUp.share()), true),
                closed);
        row.addClassName("tf-roadmaps-program");
        return row;
    }

    private NativeTableRow project(ProjectRow project, int depth) {
        Span systems = quiet(project.systems());
        systems.setTitle(project.allSystems());
        int closed = project.share().closedPercent();
        return row(
                depth,
                ProjectAddress.named(project.project()),
                systems,
                project.status().badge(),
                project.share().percent(),
                project.figures().late(),
                project.dates(),
                picture.bar(project.dates(), closed, ShownStatus.begun(project.share()), false),
                closed);
    }

    private static NativeTableRow row(
            int depth,
            Component name,
            Component system,
            Component status,
            int percent,
            long late,
            ProjectDates dates,
            Component bar,
            int closed) {
        NativeTableHeaderCell first = new NativeTableHeaderCell(name);
        first.addClassNames("tf-roadmaps-name", "tf-roadmaps-depth-" + Math.min(depth, 4));
        NativeTableCell lateCell = new NativeTableCell(Texts.of("portfolio.count", late));
        lateCell.addClassName(late > 0 ? "tf-bad" : "tf-quiet");
        Span words = new Span(Texts.of("portfolios.timeline.words", dates.words(), closed));
        words.addClassName("tf-visually-hidden");
        NativeTableCell lane = new NativeTableCell(words, bar);
        lane.setTitle(words.getText());
        NativeTableRow row = new NativeTableRow(role(first, "rowheader"));
        Stream.of(
                        new NativeTableCell(system),
                        new NativeTableCell(status),
                        new NativeTableCell(Texts.of("portfolio.percent", percent)),
                        lateCell,
                        lane)
                .forEach(cell -> row.add(role(cell, "cell")));
        return role(row, "row");
    }

    /** Said aloud, because on small screens the parts are laid out as something else than a table. */
    private static <T extends Component> T role(T component, String role) {
        component.getElement().setAttribute("role", role);
        return component;
    }

    private static Span quiet(String text) {
        Span span = new Span(text);
        span.addClassName("tf-quiet");
        return span;
    }

    private static Div legend() {
        Div legend = new Div();
        legend.addClassName("tf-roadmaps-legend");
        for (String what : List.of("closed", "remaining", "planned")) {
            Span sample = new Span();
            sample.addClassNames("tf-roadmaps-sample", "tf-roadmaps-sample-" + what);
            legend.add(new Span(sample, new Span(Texts.of("portfolios.legend." + what))));
        }
        return legend;
    }
}
