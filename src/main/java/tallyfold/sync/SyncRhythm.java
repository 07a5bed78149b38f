package tallyfold.sync;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import tallyfold.project.Rhythm;

/** The rhythms people can choose from without knowing cron. */
public enum SyncRhythm {
    EVERY_5_MINUTES("Every 5 minutes", Duration.ofMinutes(5)),
    EVERY_15_MINUTES("Every 15 minutes", Duration.ofMinutes(15)),
    EVERY_30_MINUTES("Every 30 minutes", Duration.ofMinutes(30)),
    EVERY_HOUR("Every hour", Duration.ofHours(1)),
    EVERY_4_HOURS("Every 4 hours", Duration.ofHours(4)),
    EVERY_12_HOURS("Every 12 hours", Duration.ofHours(12)),
    EVERY_DAY("Once a day", Duration.ofDays(1)),
    OFF("Off: by hand only", Duration.ZERO);

    private final String label;
    private final Duration every;

    SyncRhythm(String label, Duration every) {
        this.label = label;
        this.every = every;
    }

    public String label() {
        return label;
    }

    public Rhythm rhythm() {
        return Rhythm.every(every);
    }

    /** The choice that means this; empty for a cron expression and for what only the configuration can give. */
    public static Optional<SyncRhythm> of(Rhythm wanted) {
        return Arrays.stream(values())
                .filter(choice -> choice.rhythm().equals(wanted))
                .findFirst();
    }
}
