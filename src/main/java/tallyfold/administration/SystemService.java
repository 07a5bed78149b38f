package tallyfold.administration;

import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.dao.DataAccessException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import tallyfold.administration.SystemState.Check;
import tallyfold.administration.SystemState.Database;
import tallyfold.administration.SystemState.Disk;
import tallyfold.administration.internal.DatabaseRepository;
import tallyfold.administration.internal.HomeDisk;
import tallyfold.administration.internal.VaultHealth;
import tallyfold.provider.Allowances;
import tallyfold.security.Role;
import tallyfold.security.SessionStore;
import tallyfold.sync.EngineState;
import tallyfold.sync.EngineStateStore;
import tallyfold.uikit.Texts;

/** How the installation is: version, database, disk, queue, runs, allowances, health. For administrators. */
@Service
@PreAuthorize("hasRole('" + Role.ADMINISTRATOR_ROLE + "')")
public class SystemService {

    private static final Logger LOG = LoggerFactory.getLogger(SystemService.class);

    /** The scheduler looks every 15 seconds. */
    private static final Duration SILENT = Duration.ofMinutes(2);

    private final DatabaseRepository databases;
    private final HomeDisk home;
    private final EngineStateStore engine;
    private final ObjectProvider<Allowances> allowances;
    private final VaultHealth vault;
    private final SessionStore sessions;
    private final ObjectProvider<BuildProperties> build;
    private final Clock clock;

    SystemService(
            DatabaseRepository databases,
            HomeDisk home,
            EngineStateStore engine,
            ObjectProvider<Allowances> allowances,
            VaultHealth vault,
            SessionStore sessions,
            ObjectProvider<BuildProperties> build,
            Clock clock) {
        this.databases = databases;
        this.home = home;
        this.engine = engine;
        this.allowances = allowances;
        this.vault = vault;
        this.sessions = sessions;
        this.build = build;
        this.clock = clock;
    }

    /**
     * Looks everything up anew, but for the sealed secrets, which are opened once a minute at most. Does not fail: what does not
     * answer is part of what it tells.
     */
    public SystemState state() {
        Instant now = clock.instant();
        Database database = null;
        EngineState state = null;
        try {
            OptionalLong size = databases.size();
            database =
                    new Database(databases.product(), size.isPresent() ? size.getAsLong() : null, databases.schema());
            state = engine.state();
        } catch (DataAccessException e) {
            LOG.warn("The database does not answer", e);
        }
        Disk disk = home.disk();
        BuildProperties version = build.getIfAvailable();
        return new SystemState(
                now,
                version == null ? "" : String.valueOf(version.getVersion()),
                Runtime.version() + ", " + System.getProperty("java.vendor"),
                Duration.ofMillis(ManagementFactory.getRuntimeMXBean().getUptime()),
                database,
                disk,
                state,
                allowances.stream().flatMap(each -> each.allowances().stream()).toList(),
                List.of(
                        check("database", database != null),
                        check("disk", !disk.isLow()),
                        scheduler(state, now),
                        check("vault", vaultOpens(database != null)),
                        transport(database != null)));
    }

    private Check transport(boolean databaseAnswers) {
        Check check = check("transport", !databaseAnswers || !signInsInTheClear());
        return check.good()
                ? check
                : new Check(
                        check.name(),
                        false,
                        check.word(),
                        check.detail(),
                        "help/run-and-keep-safe#put-it-on-the-network");
    }

    private boolean signInsInTheClear() {
        try {
            return sessions.anyInTheClear();
        } catch (DataAccessException e) {
            LOG.warn("The sessions cannot be read", e);
            return false;
        }
    }

    private static Check scheduler(@Nullable EngineState state, Instant now) {
        Instant round = state == null ? null : state.lastRound();
        boolean fresh = Duration.ofMillis(ManagementFactory.getRuntimeMXBean().getUptime())
                        .compareTo(SILENT)
                < 0;
        return check("scheduler", round == null ? fresh : fresh || !round.isBefore(now.minus(SILENT)));
    }

    private boolean vaultOpens(boolean databaseAnswers) {
        try {
            return databaseAnswers && vault.sound();
        } catch (DataAccessException e) {
            LOG.warn("The sealed secrets cannot be read", e);
            return false;
        }
    }

    private static Check check(String name, boolean good) {
        String key = "administration.health." + name;
        return new Check(
                Texts.of(key),
                good,
                Texts.of(good ? "administration.health.good" : "administration.health.bad"),
                good ? "" : Texts.of(key + "-bad"));
    }
}
