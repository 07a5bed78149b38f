package tallyfold.project;

import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is said of a project, area by area.
 *
 * @param entries one for each area
 */
public record ProjectStatuses(ProjectId project, Map<StatusArea, Entry> entries) {

    /**
     * What is said of one area.
     *
     * @param status null when it is computed; see {@link ScheduleRule}
     * @param note plain text, empty when there is none
     * @param by who said so, null when nobody did
     * @param at when, null when nobody did
     * @param until when the computed one returns, null for until changed
     */
    public record Entry(
            @Nullable OverallStatus status,
            String note,
            @Nullable String by,
            @Nullable Instant at,
            @Nullable Instant until) {

        public boolean automatic() {
            return status == null;
        }
    }

    public ProjectStatuses {
        entries = Map.copyOf(new EnumMap<>(entries));
    }

    public Entry of(StatusArea area) {
        Entry entry = entries.get(area);
        if (entry == null) {
            throw new IllegalStateException("Nothing on " + area);
        }
        return entry;
    }

    /** What somebody said last, of whichever area; empty before anybody said anything. */
    public Optional<Entry> newest() {
        return entries.values().stream()
                .filter(entry -> entry.at() != null && entry.by() != null)
                .max(Comparator.comparing(entry -> entry.at() == null ? Instant.MIN : entry.at()));
    }
}
