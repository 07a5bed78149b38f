package tallyfold.sync.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import tallyfold.connection.ConnectionDeleting;
import tallyfold.connection.ConnectionId;
import tallyfold.project.Rhythm;
import tallyfold.sync.internal.SyncSettingRepository.Scope;

/**
 * When everything is synced: what an administrator chose for the server, else property {@code tallyfold.sync.every}, for
 * example {@code 15m}, {@code off}, or a cron expression; and what connections have of their own. Cron expressions go by the
 * time zone an administrator chose, else by {@code tallyfold.time-zone}, else by the machine's.
 */
@Component
public class SyncSchedule {

    private final SyncSettingRepository settings;
    private final Clock clock;
    private final Rhythm configured;
    private final SyncZoneRepository zones;
    private final ZoneId configuredZone;

    SyncSchedule(
            SyncSettingRepository settings,
            SyncZoneRepository zones,
            Clock clock,
            @Value("${tallyfold.sync.every:15m}") String every,
            @Value("${tallyfold.time-zone:}") String timeZone) {
        this.settings = settings;
        this.zones = zones;
        this.clock = clock;
        this.configured = configured(every.strip());
        this.configuredZone = timeZone.isBlank() ? ZoneId.systemDefault() : ZoneId.of(timeZone.strip());
    }

    private static Rhythm configured(String every) {
        try {
            if (every.equalsIgnoreCase("off")) {
                return Rhythm.OFF;
            }
            return every.contains(" ") ? new Rhythm.Cron(every) : Rhythm.every(DurationStyle.detectAndParse(every));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "tallyfold.sync.every must be a minute or more, a cron expression, or off: " + every, e);
        }
    }

    /** The zone by which days and hours are told. */
    public ZoneId zone() {
        return chosenZone().orElse(configuredZone);
    }

    /** What an administrator chose, if anything. */
    public Optional<ZoneId> chosenZone() {
        return zones.find();
    }

    /** What holds while nothing is chosen. */
    public ZoneId configuredZone() {
        return configuredZone;
    }

    /** Chooses a zone, or with null the configured one, and moves the next times of cron expressions accordingly. */
    public void chooseZone(@Nullable ZoneId zone) {
        zones.save(zone);
        Timetable table = timetable();
        table.rhythms().forEach((scope, rhythm) -> {
            if (rhythm instanceof Rhythm.Cron) {
                settings.save(
                        scope,
                        new Scope(
                                table.storedRhythm(scope),
                                rhythm.next(table.now(), table.zone()).orElse(null)));
            }
        });
    }

    /** The rhythms as they are now. */
    public Timetable timetable() {
        return new Timetable(settings.all(), configured, zone(), clock.instant().truncatedTo(ChronoUnit.MICROS));
    }

    /** Stores the server's and moves its next time accordingly. */
    public void choose(Rhythm rhythm) {
        save(SyncSettingRepository.SERVER, rhythm);
    }

    /** Stores a connection's and moves its next time accordingly; null has it inherit the server's. */
    public void choose(ConnectionId connection, @Nullable Rhythm rhythm) {
        if (rhythm == null) {
            settings.erase(connection.value());
        } else {
            save(connection.value(), rhythm);
        }
    }

    private void save(UUID scope, Rhythm rhythm) {
        Timetable table = timetable();
        settings.save(
                scope, new Scope(rhythm, rhythm.next(table.now(), table.zone()).orElse(null)));
    }

    @EventListener
    void on(ConnectionDeleting deleting) {
        settings.erase(deleting.connection().value());
    }

    /**
     * Has come round whatever is due: each is done first and moved then, so that a process that is killed in between does it
     * once more rather than not at all.
     */
    void comeRound(Runnable server, java.util.function.Consumer<ConnectionId> connection) {
        Timetable table = timetable();
        Map<UUID, Rhythm> rhythms = table.rhythms();
        List<UUID> due = new ArrayList<>();
        rhythms.forEach((scope, rhythm) -> {
            Optional<Instant> when = table.due(scope, rhythm);
            if (when.filter(time -> !time.isAfter(table.now())).isPresent()) {
                due.add(scope);
            } else if (!when.equals(Optional.ofNullable(table.stored(scope)))) {
                settings.save(scope, new Scope(table.storedRhythm(scope), when.orElse(null)));
            }
        });
        for (UUID scope : due) {
            if (scope.equals(SyncSettingRepository.SERVER)) {
                server.run();
            } else {
                connection.accept(new ConnectionId(scope));
            }
            Rhythm rhythm = rhythms.get(scope);
            settings.save(
                    scope,
                    new Scope(
                            table.storedRhythm(scope),
                            rhythm == null
                                    ? null
                                    : rhythm.next(table.now(), table.zone()).orElse(null)));
        }
    }
}
