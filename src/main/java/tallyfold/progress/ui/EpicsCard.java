package tallyfold.progress.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.Span;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tallyfold.progress.ProjectSchedule;
import tallyfold.progress.ProjectSchedule.DatedItem;
import tallyfold.uikit.SwappedPicture;
import tallyfold.uikit.Texts;
import tallyfold.uikit.TimeAxis;
import tallyfold.workitem.WorkItemFilter;
import tallyfold.workitem.WorkItemKey;
import tallyfold.workitem.WorkItemRow;
import tallyfold.workitem.ui.TypeIcon;

/** Epics and features with dates, as bars in time with their progress. */
final class EpicsCard extends Div {

    private static final int AT_ONCE = 40;

    private final List<EpicRow> rows;
    private final LaneTable lanes;
    private final ItemLinks links;
    private final LocalDate today;
    private final Function<List<WorkItemKey>, List<WorkItemRow>> details;
    private int shown;

    /** @param details finds items by their keys, for the pictograms their processes give them */
    EpicsCard(
            ProjectSchedule schedule,
            LocalDate today,
            Function<List<WorkItemKey>, List<WorkItemRow>> details,
            ItemLinks links) {
        this.links = links;
        this.details = details;
        this.today = today;
        rows = EpicRow.tree(schedule.dated());
        TimeAxis axis = TimeAxis.around(
                today,
                LaneTable.known(schedule.dated().stream()
                        .<@Nullable LocalDate>flatMap(item -> Stream.of(item.start(), item.due()))));
        lanes = new LaneTable(
                Texts.of("progress.epics"),
                axis,
                today,
                List.of(Texts.of("progress.epics.title"), Texts.of("progress.progress")),
                List.of());
        lanes.addClassName("tf-epics");
        addClassName("tf-panel-wide");
        if (rows.isEmpty()) {
            Div card = Cards.card(Texts.of("progress.epics"));
            card.add(Cards.quiet(Texts.of("progress.epics.none")));
            add(card);
            return;
        }
        Div picture = new Div(lanes);
        Button more = new Button(Texts.of("progress.epics.more"));
        more.addThemeVariants(ButtonVariant.TERTIARY);
        more.addClickListener(_ -> {
            showMore();
            more.setVisible(shown < rows.size());
        });
        picture.add(more);
        showMore();
        more.setVisible(shown < rows.size());
        SwappedPicture swapped = new SwappedPicture(Texts.of("progress.epics"), picture, table());
        Div card = Cards.card(
                Texts.of("progress.epics"),
                Cards.quiet(
                        schedule.allDated() > rows.size()
                                ? Texts.of("progress.epics.some", rows.size(), schedule.allDated())
                                : Texts.of("progress.epics.all", rows.size())),
                swapped.button());
        card.add(swapped);
        add(card);
    }

    private void showMore() {
        int end = Math.min(rows.size(), shown + AT_ONCE);
        List<EpicRow> next = rows.subList(shown, end);
        Map<WorkItemKey, WorkItemRow> found = new HashMap<>();
        details.apply(next.stream().map(row -> row.item().key()).toList()).forEach(row -> found.put(row.key(), row));
        next.forEach(row -> show(row, found.get(row.item().key())));
        shown = end;
    }

    private void show(EpicRow row, @Nullable WorkItemRow found) {
        DatedItem item = row.item();
        Component title = links.to(
                item.title(),
                WorkItemFilter.NONE.withText(Long.toString(item.key().id())).withTypes(List.of(item.type())));
        title.addClassName("tf-lane-name");
        title.getElement().setAttribute("title", item.title());
        Div name = new Div(icon(item, found), title);
        name.addClassName("tf-epic-name");
        Span percent = new Span(row.percentWords());
        percent.addClassName("tf-figure");
        percent.setClassName("tf-quiet", item.share().items() == 0);
        Div line = lanes.row(row.depth(), List.of(name, percent), row.bar(lanes, today), List.of());
        line.setClassName("tf-lane-parent", row.depth() == 0);
        Span dates = new Span(Spans.words(item.start(), item.due()) + " " + row.lateWords());
        dates.addClassName("tf-visually-hidden");
        name.add(dates);
    }

    private static TypeIcon icon(DatedItem item, @Nullable WorkItemRow found) {
        return found == null
                ? new TypeIcon(item.type(), item.level(), null, null)
                : new TypeIcon(item.type(), item.level(), found.typeIcon(), found.typeColor());
    }

    private NativeTable table() {
        return SwappedPicture.table(
                List.of(
                        Texts.of("progress.epics.title"),
                        Texts.of("progress.epics.type"),
                        Texts.of("progress.iterations.start"),
                        Texts.of("progress.epics.due"),
                        Texts.of("progress.progress"),
                        Texts.of("progress.iterations.state"),
                        Texts.of("progress.epics.late")),
                rows.stream()
                        .map(row -> List.of(
                                row.item().title(),
                                row.item().type(),
                                Spans.day(row.item().start()),
                                Spans.day(row.item().due()),
                                row.percentWords(),
                                row.item().state(),
                                row.lateWords().isEmpty() ? Texts.of("progress.nothing") : row.lateWords()))
                        .toList());
    }
}
