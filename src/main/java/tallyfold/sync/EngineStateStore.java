package tallyfold.sync;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;
import tallyfold.sync.internal.EngineStateRepository;

/** How the engine is, for those who watch over the installation. */
@Component
public class EngineStateStore {

    private static final Duration LATE = Duration.ofMinutes(1);
    private static final Duration LOOKED_BACK = Duration.ofHours(24);

    private final EngineStateRepository repository;
    private final Clock clock;

    EngineStateStore(EngineStateRepository repository, Clock clock) {
        this.repository = repository;
        this.clock = clock;
    }

    /** As it is now, looked up anew. */
    public EngineState state() {
        Instant now = clock.instant();
        return new EngineState(
                repository.runs(SyncRunStatus.WAITING),
                repository.runs(SyncRunStatus.RUNNING),
                repository.overdue(now.minus(LATE)),
                repository.lastRound().orElse(null),
                repository.ended(now.minus(LOOKED_BACK)));
    }
}
