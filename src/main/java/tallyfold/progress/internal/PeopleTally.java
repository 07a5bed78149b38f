package tallyfold.progress.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tallyfold.progress.PersonLoad;
import tallyfold.workitem.FigureItem;

/** Makes a line for everybody with items. */
final class PeopleTally {

    private static final int WEEK_END = 6;

    /** By name, nobody last. */
    private static final Comparator<PersonLoad> BY_NAME = Comparator.comparing((PersonLoad row) -> row.key() == null)
            .thenComparing(PersonLoad::name, String.CASE_INSENSITIVE_ORDER)
            .thenComparing(PersonLoad::name)
            .thenComparing(row -> row.key() == null ? "" : row.key());

    private final @Nullable String key;
    private String name;
    private boolean active = true;
    private long inProgress;
    private long completed;
    private long notStarted;
    private long thisWeek;
    private long late;

    private PeopleTally(@Nullable String key) {
        this.key = key;
        this.name = key == null ? "" : key;
    }

    static List<PersonLoad> of(ProjectItems items) {
        Map<@Nullable String, PeopleTally> people = new HashMap<>();
        for (FigureItem item : items.once()) {
            if (!ProjectItems.removed(item)) {
                people.computeIfAbsent(item.assignee(), PeopleTally::new).add(item, items);
            }
        }
        List<PersonLoad> rows = new ArrayList<>();
        people.values().forEach(person -> rows.add(person.row()));
        rows.sort(BY_NAME);
        return rows;
    }

    private void add(FigureItem item, ProjectItems items) {
        String called = item.assigneeName();
        // A person may be stored under an old and a new name until all items have been read again.
        if (key != null && called != null && (name.equals(key) || called.compareTo(name) > 0)) {
            name = called;
        }
        active &= item.assigneeActive();
        switch (item.category()) {
            case PROPOSED -> notStarted++;
            case IN_PROGRESS, RESOLVED -> inProgress++;
            case COMPLETED -> completed++;
            case REMOVED -> throw new IllegalArgumentException("Removed items are nobody's");
        }
        LocalDate deadline = items.deadline(item);
        if (ProjectItems.open(item) && deadline != null) {
            LocalDate monday = Days.monday(items.today());
            thisWeek += deadline.isBefore(monday) || deadline.isAfter(monday.plusDays(WEEK_END)) ? 0 : 1;
            late += items.late(item) ? 1 : 0;
        }
    }

    private PersonLoad row() {
        return new PersonLoad(key, name, active, inProgress, completed, notStarted, thisWeek, late);
    }
}
