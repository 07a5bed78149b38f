package tallyfold.progress.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.stream.Collectors;
import tallyfold.progress.IterationState;
import tallyfold.progress.LinkIterations;
import tallyfold.progress.LinkIterations.Row;
import tallyfold.uikit.Texts;
import tallyfold.workitem.WorkItemFilter;

/** The iterations without dates, folded. */
final class NotScheduled extends Div {

    private static final int NAMED = 3;

    NotScheduled(LinkIterations iterations, ItemLinks links) {
        List<Row> rows = iterations.rows().stream()
                .filter(row -> row.state() == IterationState.NOT_SCHEDULED)
                .toList();
        setVisible(!rows.isEmpty());
        addClassNames("tf-card", "tf-not-scheduled");
        Span title = new Span(Texts.of("progress.iteration.NOT_SCHEDULED"));
        title.addClassName("tf-name");
        Span names = new Span(Texts.of("progress.not-scheduled", rows.size(), names(rows)));
        names.addClassNames("tf-quiet", "tf-not-scheduled-names");
        Div summary = new Div(title, names);
        summary.addClassName("tf-not-scheduled-head");
        Div body = new Div();
        rows.forEach(row -> body.add(line(iterations, row, links)));
        if (iterations.unknownItems() > 0) {
            Span unknown = new Span(Texts.of("progress.not-scheduled.unknown", iterations.unknownItems()));
            unknown.addClassName("tf-quiet");
            body.add(unknown);
        }
        Details details = new Details(summary, body);
        details.addClassName("tf-not-scheduled-details");
        long items = rows.stream().mapToLong(Row::items).sum();
        add(
                details,
                FigureLink.of(
                        Texts.of("progress.items", items),
                        items == 0,
                        Texts.of("progress.iteration.NOT_SCHEDULED"),
                        WorkItemFilter.NONE.withIterations(
                                rows.stream().map(Row::path).toList()),
                        links));
    }

    private static String names(List<Row> rows) {
        String some = rows.stream().limit(NAMED).map(Row::name).collect(Collectors.joining(", "));
        return rows.size() > NAMED ? Texts.of("progress.and-more", some, rows.size() - NAMED) : some;
    }

    private static Component line(LinkIterations iterations, Row row, ItemLinks links) {
        Component name = links.to(row.name(), IterationWords.items(iterations, row));
        name.getElement().setAttribute("title", row.path());
        Span count = new Span(Texts.of("progress.items", row.items()));
        count.addClassNames("tf-quiet", "tf-figure");
        Div line = new Div(name, count);
        line.addClassName("tf-figure-line");
        return line;
    }
}
