package tallyfold.workitem;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a list of work items shows; every one but the tags can be sorted by. */
public enum WorkItemColumn {
    ID,
    TITLE,
    TYPE,
    STATE,
    ASSIGNEE,
    AREA,
    ITERATION,
    PRIORITY,
    EFFORT,
    ORIGINAL_ESTIMATE,
    REMAINING_WORK,
    COMPLETED_WORK,
    START,
    DUE,
    CHANGED,
    TAGS;

    /** The name in addresses and in {@link tallyfold.kernel.PageQuery.Sort}, for example {@code remaining-work}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public boolean sortable() {
        return this != TAGS;
    }

    public static Optional<WorkItemColumn> of(String key) {
        return Arrays.stream(values())
                .filter(column -> column.key().equals(key))
                .findFirst();
    }
}
