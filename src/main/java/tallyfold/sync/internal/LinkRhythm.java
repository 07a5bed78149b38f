package tallyfold.sync.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tallyfold.project.Link;
import tallyfold.sync.SyncRun;

/** When links are synced next by themselves. */
@Component
public class LinkRhythm {

    private final SyncRunRepository runs;
    private final SyncSchedule schedule;
    private final Clock clock;

    LinkRhythm(SyncRunRepository runs, SyncSchedule schedule, Clock clock) {
        this.runs = runs;
        this.schedule = schedule;
        this.clock = clock;
    }

    /** The next time; empty for a read-only copy, and where it is off. */
    public Optional<Instant> next(Link link) {
        if (link.detached() != null) {
            return Optional.empty();
        }
        return link.syncEvery() == null ? schedule.next() : due(link).map(this::notPast);
    }

    /** When a link's own rhythm comes round after its last run, however long ago that was; empty without one. */
    Optional<Instant> due(Link link) {
        Duration every = link.syncEvery();
        if (every == null || every.isZero()) {
            return Optional.empty();
        }
        return Optional.of(runs.latest(link.id())
                .map(SyncRun::requested)
                .map(last -> last.plus(every))
                .orElseGet(clock::instant));
    }

    private Instant notPast(Instant due) {
        Instant now = clock.instant();
        return due.isBefore(now) ? now : due;
    }
}
