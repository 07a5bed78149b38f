package tallyfold.portfolio.ui;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tallyfold.portfolio.Standing;
import tallyfold.project.KeyDate;
import tallyfold.project.OverallStatus;
import tallyfold.project.Project;
import tallyfold.project.ProjectStatuses;
import tallyfold.project.ProjectStatuses.Entry;
import tallyfold.project.ScheduleVerdict;
import tallyfold.project.StatusArea;

/** How projects stand, for tests. */
final class StandingSamples {

    static final LocalDate TODAY = LocalDate.ofInstant(ImportSamples.NOW, ZoneOffset.UTC);

    private static final ScheduleVerdict LATE = new ScheduleVerdict(
            OverallStatus.AT_RISK,
            List.of("91 % of the time has passed, 58 % is closed", "6 late items, 7 % of those open"));

    private StandingSamples() {}

    /** Nothing was said, and the schedule is computed. */
    static Standing standing(Project project) {
        return new Standing(
                of(project, Map.of(), List.of()).said(),
                new ScheduleVerdict(OverallStatus.NONE, List.of("Nothing to count yet")),
                List.of());
    }

    static Standing of(Project project, Map<StatusArea, Entry> said, List<KeyDate> dates) {
        Map<StatusArea, Entry> entries = new EnumMap<>(StatusArea.class);
        for (StatusArea area : StatusArea.values()) {
            entries.put(area, new Entry(area == StatusArea.SCHEDULE ? null : OverallStatus.NONE, "", null, null, null));
        }
        entries.putAll(said);
        return new Standing(new ProjectStatuses(project.id(), entries), LATE, dates);
    }

    static Entry said(OverallStatus status, String note, @Nullable Instant until) {
        return new Entry(status, note, "Anna Lee", ImportSamples.NOW, until);
    }

    static KeyDate keyDate(String name, int days, boolean done, KeyDate.Source source) {
        return KeyDate.of(name, TODAY.plusDays(days), done, source, TODAY);
    }
}
