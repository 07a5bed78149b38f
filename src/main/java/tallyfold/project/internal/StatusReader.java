package tallyfold.project.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tallyfold.project.OverallStatus;
import tallyfold.project.Project;
import tallyfold.project.ProjectId;
import tallyfold.project.ProjectStatuses;
import tallyfold.project.ProjectStatuses.Entry;
import tallyfold.project.StatusArea;
import tallyfold.project.StatusChange;

/** Makes what holds now from what was said. */
@Component
public class StatusReader {

    private final StatusChangeRepository changes;
    private final Clock clock;

    StatusReader(StatusChangeRepository changes, Clock clock) {
        this.changes = changes;
        this.clock = clock;
    }

    /** In the order of the projects. */
    public List<ProjectStatuses> read(Collection<Project> projects) {
        if (projects.isEmpty()) {
            return List.of();
        }
        Instant now = clock.instant();
        Map<ProjectId, List<StatusChange>> said = changes
                .newest(projects.stream().map(Project::id).toList())
                .stream()
                .collect(Collectors.groupingBy(StatusChange::project));
        return projects.stream()
                .map(project -> statuses(project, said.getOrDefault(project.id(), List.of()), now))
                .toList();
    }

    private static ProjectStatuses statuses(Project project, List<StatusChange> said, Instant now) {
        Map<StatusArea, Entry> entries = new EnumMap<>(StatusArea.class);
        for (StatusArea area : StatusArea.values()) {
            @Nullable
            OverallStatus unsaid = switch (area) {
                case OVERALL -> project.status().overall();
                case SCHEDULE -> null;
                case RISK, ISSUES -> OverallStatus.NONE;
            };
            entries.put(area, new Entry(unsaid, "", null, null, null));
        }
        for (StatusChange change : said) {
            entries.put(change.area(), entry(change, now));
        }
        return new ProjectStatuses(project.id(), entries);
    }

    private static Entry entry(StatusChange change, Instant now) {
        Instant until = change.until();
        // The job that writes this down may not have come round yet.
        return until != null && !until.isAfter(now)
                ? new Entry(null, "", null, until, null)
                : new Entry(change.status(), change.note(), change.by(), change.at(), until);
    }
}
