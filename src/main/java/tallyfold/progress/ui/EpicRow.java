package tallyfold.progress.ui;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tallyfold.progress.ProjectSchedule.DatedItem;
import tallyfold.provider.StateCategory;
import tallyfold.uikit.SvgPicture;
import tallyfold.uikit.SvgPicture.Anchor;
import tallyfold.uikit.SvgPicture.Point;
import tallyfold.uikit.Texts;
import tallyfold.uikit.TimeAxis;
import tallyfold.workitem.WorkItemKey;

/**
 * An epic or feature in its place.
 *
 * @param depth how many of its ancestors are shown above it, 0 or more
 */
record EpicRow(DatedItem item, int depth) {

    private static final double MIDDLE = LaneTable.LANE / 2.0;
    /** Beyond this the words beside a bar stand before it. */
    private static final double CROWDED = 72;

    /** Each below its parent, siblings as given; what leads back to itself begins anew. */
    static List<EpicRow> tree(List<DatedItem> items) {
        Map<WorkItemKey, List<DatedItem>> below = new HashMap<>();
        Set<WorkItemKey> known = new HashSet<>();
        items.forEach(item -> known.add(item.key()));
        List<DatedItem> roots = new ArrayList<>();
        for (DatedItem item : items) {
            Long parent = item.parent();
            WorkItemKey above =
                    parent == null ? null : new WorkItemKey(item.key().connection(), parent);
            if (above == null || !known.contains(above)) {
                roots.add(item);
            } else {
                below.computeIfAbsent(above, _ -> new ArrayList<>()).add(item);
            }
        }
        List<EpicRow> rows = new ArrayList<>();
        Set<WorkItemKey> placed = new HashSet<>();
        roots.forEach(root -> place(root, 0, below, placed, rows));
        items.forEach(item -> place(item, 0, below, placed, rows));
        return rows;
    }

    private static void place(
            DatedItem item,
            int depth,
            Map<WorkItemKey, List<DatedItem>> below,
            Set<WorkItemKey> placed,
            List<EpicRow> rows) {
        if (placed.add(item.key())) {
            rows.add(new EpicRow(item, depth));
            below.getOrDefault(item.key(), List.of()).forEach(each -> place(each, depth + 1, below, placed, rows));
        }
    }

    private boolean done() {
        return item.category() == StateCategory.COMPLETED;
    }

    private int percent() {
        return item.share().items() == 0 && done() ? 100 : item.share().percent();
    }

    String percentWords() {
        return item.share().items() == 0 && !done()
                ? Texts.of("progress.nothing")
                : Texts.of("progress.percent", percent());
    }

    /** "10 days late"; empty when it is not. */
    String lateWords() {
        return item.daysLate() > 0 ? Texts.of("progress.late", item.daysLate()) : "";
    }

    SvgPicture bar(LaneTable lanes, LocalDate today) {
        SvgPicture picture = lanes.picture();
        TimeAxis axis = lanes.axis();
        LocalDate start = item.start();
        LocalDate due = item.due();
        if (start == null || due == null || due.isBefore(start)) {
            // Without two days in order there is no span to draw, only the day that matters.
            LocalDate day = due == null ? start : due;
            if (day != null) {
                picture.diamond(
                        item.daysLate() > 0 ? "tf-pic-late-day" : "tf-pic-day", new Point(axis.during(day), MIDDLE));
                words(picture, axis.during(day) - 2, axis.during(day) + 2);
            }
            return picture;
        }
        double from = axis.at(start);
        double to = axis.after(due);
        double high = depth == 0 ? 14 : 10;
        double top = MIDDLE - high / 2;
        if (percent() == 0 && start.isAfter(today)) {
            picture.bar("tf-pic-planned", from, to, top, high);
        } else {
            picture.bar("tf-pic-rest", from, to, top, high);
            if (percent() > 0) {
                picture.bar(
                        done() || percent() == 100 ? "tf-pic-completed" : "tf-pic-in-progress",
                        from,
                        from + (to - from) * percent() / 100,
                        top,
                        high);
            }
        }
        if (item.daysLate() > 0) {
            picture.bar("tf-pic-late", from, to, top, high);
        }
        words(picture, from, to);
        return picture;
    }

    private void words(SvgPicture picture, double from, double to) {
        if (item.daysLate() > 0) {
            boolean before = to > CROWDED;
            picture.text(
                    "tf-pic-text tf-pic-bad tf-pic-beside",
                    new Point(before ? from - 1 : to + 1, MIDDLE + 4),
                    before ? Anchor.END : Anchor.START,
                    lateWords());
        }
    }
}
