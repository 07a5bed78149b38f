package tallyfold.sync.internal;

import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tallyfold.connection.ConnectionId;
import tallyfold.project.Rhythm;
import tallyfold.sync.internal.SyncSettingRepository.Scope;

/** All rhythms but those of links, as they are at one moment: a connection's goes before the server's. */
public final class Timetable {

    private final Map<UUID, Scope> scopes;
    private final Rhythm configured;
    private final ZoneId zone;
    private final Instant now;

    Timetable(Map<UUID, Scope> scopes, Rhythm configured, ZoneId zone, Instant now) {
        this.scopes = Map.copyOf(scopes);
        this.configured = configured;
        this.zone = zone;
        this.now = now;
    }

    /** What holds for whatever has no rhythm of its own. */
    public Rhythm server() {
        return chosen(SyncSettingRepository.SERVER).orElse(configured);
    }

    /** Whether somebody has chosen the server's. */
    public boolean chosen() {
        return chosen(SyncSettingRepository.SERVER).isPresent();
    }

    /** Empty for a connection that inherits. */
    public Optional<Rhythm> own(ConnectionId connection) {
        return chosen(connection.value());
    }

    /** What holds for the links of a connection. */
    public Rhythm of(ConnectionId connection) {
        return own(connection).orElseGet(this::server);
    }

    /** When the server's comes round next; empty when it is off. */
    public Optional<Instant> next() {
        return due(SyncSettingRepository.SERVER, server());
    }

    /** When the links of a connection are synced next; empty when that is off. */
    public Optional<Instant> next(ConnectionId connection) {
        return own(connection).map(rhythm -> due(connection.value(), rhythm)).orElseGet(this::next);
    }

    ZoneId zone() {
        return zone;
    }

    Instant now() {
        return now;
    }

    /** Everything that comes round by itself. */
    Map<UUID, Rhythm> rhythms() {
        Map<UUID, Rhythm> all = new LinkedHashMap<>();
        all.put(SyncSettingRepository.SERVER, server());
        scopes.forEach((scope, kept) -> {
            Rhythm rhythm = kept.rhythm();
            if (rhythm != null) {
                all.put(scope, rhythm);
            }
        });
        return all;
    }

    @Nullable
    Instant stored(UUID scope) {
        Scope kept = scopes.get(scope);
        return kept == null ? null : kept.due();
    }

    @Nullable
    Rhythm storedRhythm(UUID scope) {
        Scope kept = scopes.get(scope);
        return kept == null ? null : kept.rhythm();
    }

    /** As stored, unless the rhythm was shortened in the configuration since. */
    Optional<Instant> due(UUID scope, Rhythm rhythm) {
        Instant stored = stored(scope);
        return rhythm.next(now, zone).map(fresh -> stored == null || stored.isAfter(fresh) ? fresh : stored);
    }

    private Optional<Rhythm> chosen(UUID scope) {
        return Optional.ofNullable(storedRhythm(scope));
    }
}
