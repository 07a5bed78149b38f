package tallyfold.connection.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tallyfold.connection.ConnectionId;
import tallyfold.connection.ConnectionReady;
import tallyfold.connection.Health;
import tallyfold.connection.HealthDetail;
import tallyfold.connection.internal.ConnectionRepository.StoredHealth;
import tallyfold.provider.ConnectionReport;
import tallyfold.provider.ProviderFailure;
import tallyfold.provider.ProviderFailure.Throttled;

/** Writes outcomes down as health and tells when a connection can be used again. */
@Component
public class HealthBook {

    private static final Duration UNTOLD_WAIT = Duration.ofMinutes(5);

    private final ConnectionRepository connections;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    HealthBook(
            ConnectionRepository connections,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.connections = connections;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** A full check ended. */
    public void checked(ConnectionId id, ConnectionReport report) {
        boolean ready = changed(id, () -> {
            connections.setChecked(id, clock.instant());
            if (report.passed()) {
                connections.setIdentity(id, report.organizationId(), report.owner());
                return heal(id);
            }
            report.failure().ifPresent(failure -> fail(id, failure));
            return false;
        });
        tell(id, ready);
    }

    /** Something asked through the connection failed. */
    public void failed(ConnectionId id, ProviderFailure failure) {
        changed(id, () -> {
            fail(id, failure);
            return false;
        });
    }

    /** Something asked through the connection worked, which proves the token but not each permission. */
    public void worked(ConnectionId id) {
        boolean ready = changed(id, () -> {
            Health before = stored(id).map(StoredHealth::health).orElse(Health.HEALTHY);
            boolean proven = before != Health.PERMISSION_MISSING && before != Health.TOKEN_NEEDED;
            return proven && heal(id);
        });
        tell(id, ready);
    }

    /** The stored token is missing or cannot be opened. */
    public void tokenNeeded(ConnectionId id) {
        changed(id, () -> {
            set(id, Health.TOKEN_NEEDED, HealthDetail.TOKEN_NEEDED, "", clock.instant());
            return false;
        });
    }

    private boolean heal(ConnectionId id) {
        Optional<StoredHealth> before = stored(id);
        if (before.isEmpty() || before.get().health() == Health.HEALTHY) {
            return false;
        }
        connections.setHealth(id, Health.HEALTHY, null);
        return true;
    }

    private void fail(ConnectionId id, ProviderFailure failure) {
        HealthRules.of(failure).ifPresent(health -> {
            Instant at = clock.instant();
            if (failure instanceof Throttled throttled) {
                @Nullable Duration wait = throttled.retryAfter();
                at = at.plus(wait == null ? UNTOLD_WAIT : wait);
            }
            set(id, health, failure.code(), failure.detail(), at);
        });
    }

    private void set(ConnectionId id, Health health, String code, String detail, Instant at) {
        Instant since = stored(id)
                .filter(before -> before.health() == health && health != Health.THROTTLED)
                .flatMap(before -> HealthDetail.parse(before.detail()))
                .filter(before -> before.code().equals(code))
                .map(HealthDetail::at)
                .orElse(at);
        connections.setHealth(id, health, new HealthDetail(code, detail, since).text());
    }

    private Optional<StoredHealth> stored(ConnectionId id) {
        return connections.health(id);
    }

    private boolean changed(ConnectionId id, BooleanSupplier change) {
        return Boolean.TRUE.equals(transaction.execute(_ -> connections.lock(id).isPresent() && change.getAsBoolean()));
    }

    private void tell(ConnectionId id, boolean ready) {
        if (ready) {
            events.publishEvent(new ConnectionReady(id));
        }
    }
}
