package tallyfold.sync.internal;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tallyfold.project.Link;
import tallyfold.project.LinkId;
import tallyfold.project.ProjectId;
import tallyfold.project.ProjectStore;
import tallyfold.project.Rhythm;
import tallyfold.sync.SyncRun;

/** When links are synced next by themselves: by their own rhythm, else by that of their connection or the server. */
@Component
public class LinkRhythm {

    private final RunHistoryRepository history;
    private final SyncSchedule schedule;
    private final ProjectStore projects;

    LinkRhythm(RunHistoryRepository history, SyncSchedule schedule, ProjectStore projects) {
        this.history = history;
        this.schedule = schedule;
        this.projects = projects;
    }

    /** As {@link #next(Collection)} for one. */
    public Optional<Instant> next(Link link) {
        return Optional.ofNullable(next(List.of(link)).get(link.id()));
    }

    /** The next times, none before now; nothing for read-only copies, inactive projects, and where it is off. */
    public Map<LinkId, Instant> next(Collection<Link> links) {
        Timetable table = schedule.timetable();
        Set<ProjectId> resting = projects.resting();
        Map<LinkId, SyncRun> latest = latest(links);
        Map<LinkId, Instant> next = new HashMap<>();
        links.stream()
                .filter(link -> link.detached() == null && !resting.contains(link.project()))
                .forEach(link -> {
                    Rhythm own = link.rhythm();
                    Optional<Instant> time =
                            own == null ? table.next(link.connection()) : due(own, latest.get(link.id()), table);
                    time.ifPresent(when -> next.put(link.id(), when.isBefore(table.now()) ? table.now() : when));
                });
        return next;
    }

    /** Those of some links that have a rhythm of their own and whose turn has come. */
    List<Link> due(Collection<Link> links) {
        Timetable table = schedule.timetable();
        Map<LinkId, SyncRun> latest = latest(links);
        return links.stream()
                .filter(link -> {
                    Rhythm own = link.rhythm();
                    return own != null
                            && due(own, latest.get(link.id()), table)
                                    .filter(time -> !time.isAfter(table.now()))
                                    .isPresent();
                })
                .toList();
    }

    private Map<LinkId, SyncRun> latest(Collection<Link> links) {
        return history.latest(links.stream()
                .filter(link -> link.rhythm() != null)
                .map(Link::id)
                .toList());
    }

    /** After the last run, however long ago that was; at once when there was none. */
    private static Optional<Instant> due(Rhythm own, @Nullable SyncRun last, Timetable table) {
        if (own.equals(Rhythm.OFF)) {
            return Optional.empty();
        }
        return last == null ? Optional.of(table.now()) : own.next(last.requested(), table.zone());
    }
}
