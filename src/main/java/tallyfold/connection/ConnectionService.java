package tallyfold.connection;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tallyfold.connection.ConnectionUsage.Usage;
import tallyfold.connection.internal.ConnectionChanges;
import tallyfold.connection.internal.ConnectionRepository;
import tallyfold.connection.internal.ConnectionTrail;
import tallyfold.connection.internal.SealedTokens;
import tallyfold.kernel.Secret;
import tallyfold.provider.CheckListener;
import tallyfold.provider.ConnectionReport;
import tallyfold.security.CurrentUser;
import tallyfold.security.Role;
import tallyfold.security.User;
import tallyfold.security.UserId;
import tallyfold.security.UserService;

/**
 * What people do with connections. Administrators do everything; project managers see the connections they were granted.
 * Methods that take a {@link CheckListener} ask the network: call them off the user-interface thread. A listener that
 * throws ends the check, and nothing is stored.
 */
@Service
@PreAuthorize("hasAnyRole('ADMINISTRATOR', 'PROJECT_MANAGER')")
public class ConnectionService {

    private final ConnectionRepository connections;
    private final SealedTokens tokens;
    private final ConnectionChanges changes;
    private final ConnectionHealthChecks checks;
    private final ConnectionTrail trail;
    private final CurrentUser users;
    private final UserService people;
    private final ObjectProvider<ConnectionUsage> usages;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    ConnectionService(
            ConnectionRepository connections,
            SealedTokens tokens,
            ConnectionChanges changes,
            ConnectionHealthChecks checks,
            ConnectionTrail trail,
            CurrentUser users,
            UserService people,
            ObjectProvider<ConnectionUsage> usages,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions) {
        this.connections = connections;
        this.tokens = tokens;
        this.changes = changes;
        this.checks = checks;
        this.trail = trail;
        this.users = users;
        this.people = people;
        this.usages = usages;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** The connections the signed-in user may import and link with, by name. */
    public List<Connection> usable() {
        return mayAdminister()
                ? connections.all()
                : connections.granted(users.require().id());
    }

    /** Whether the signed-in user may create, change and delete connections. */
    public boolean mayAdminister() {
        return users.is(Role.ADMINISTRATOR);
    }

    /** A connection the signed-in user may see. */
    public Optional<Connection> find(ConnectionId id) {
        return usable().stream()
                .filter(connection -> connection.id().equals(id))
                .findFirst();
    }

    /** The lines of the Connections page, by name: those the signed-in user may see. */
    public List<ConnectionRow> rows() {
        List<Connection> visible = usable();
        Map<ConnectionId, Usage> used =
                usageOf(visible.stream().map(Connection::id).toList());
        return visible.stream()
                .map(connection -> new ConnectionRow(
                        connection,
                        used.getOrDefault(connection.id(), Usage.NONE).projects()))
                .toList();
    }

    /** What hangs on a connection. */
    @PreAuthorize("hasRole('ADMINISTRATOR')")
    public Usage usage(ConnectionId id) {
        return usageOf(List.of(id)).getOrDefault(id, Usage.NONE);
    }

    /** The people a connection was granted to by name; empty when all project managers may use it. */
    @PreAuthorize("hasRole('ADMINISTRATOR')")
    public Set<UserId> people(ConnectionId id) {
        return connections.people(id);
    }

    /** The people a connection can be granted to, by name. */
    @PreAuthorize("hasRole('ADMINISTRATOR')")
    public List<User> candidates() {
        return people.list().stream()
                .filter(user -> user.enabled() && user.role() == Role.PROJECT_MANAGER)
                .toList();
    }

    /** Checks a connection with all that was entered, and stores it only when every check has passed. */
    @PreAuthorize("hasRole('ADMINISTRATOR')")
    public CreateConnectionResult create(ConnectionDraft draft, CheckListener progress) {
        CreateConnectionResult result = changes.create(draft, users.require().name(), progress);
        if (result instanceof CreateConnectionResult.Created created) {
            events.publishEvent(new ConnectionReady(created.connection().id()));
        }
        return result;
    }

    /** Replaces the token after checking the new one, which must reach the same organization. */
    @PreAuthorize("hasRole('ADMINISTRATOR')")
    public ChangeConnectionResult replaceToken(
            ConnectionId id, Secret token, @Nullable LocalDate expires, CheckListener progress) {
        return told(changes.replaceToken(id, token, expires, progress));
    }

    /**
     * Changes what an administrator may change. Asks the network only when a token comes along, as another address needs.
     *
     * @param version of the connection as it was shown
     */
    @PreAuthorize("hasRole('ADMINISTRATOR')")
    public ChangeConnectionResult edit(ConnectionId id, ConnectionEdit edit, int version, CheckListener progress) {
        boolean used = usage(id).projects() > 0;
        return told(changes.edit(id, edit, version, used, progress));
    }

    /** The same without anybody listening to the checks. */
    @PreAuthorize("hasRole('ADMINISTRATOR')")
    public ChangeConnectionResult edit(ConnectionId id, ConnectionEdit edit, int version) {
        return edit(id, edit, version, _ -> {});
    }

    /** Checks a stored connection now; its health follows. */
    @PreAuthorize("hasRole('ADMINISTRATOR')")
    public ConnectionReport check(ConnectionId id, CheckListener progress) {
        ConnectionReport report = checks.check(id, progress);
        connections.find(id).ifPresent(connection -> {
            if (report.passed()) {
                trail.done("connection.checked", connection, "All checks passed");
            } else {
                trail.refused("connection.checked", connection, report);
            }
        });
        return report;
    }

    /**
     * Deletes a connection with its token; what hangs on it is detached or erased in the same transaction.
     *
     * @return false when it was already gone
     */
    @PreAuthorize("hasRole('ADMINISTRATOR')")
    public boolean delete(ConnectionId id, DeletionMode mode) {
        boolean deleted = Boolean.TRUE.equals(transaction.execute(_ -> {
            Optional<Connection> connection = connections.lock(id);
            connection.ifPresent(found -> {
                events.publishEvent(new ConnectionDeleting(id, mode));
                tokens.remove(id);
                connections.delete(id);
                trail.done("connection.deleted", found, mode.name());
            });
            return connection.isPresent();
        }));
        if (deleted) {
            events.publishEvent(new ConnectionDeleted(id, mode));
        }
        return deleted;
    }

    private ChangeConnectionResult told(ChangeConnectionResult result) {
        if (result instanceof ChangeConnectionResult.Changed changed && changed.report() != null) {
            events.publishEvent(new ConnectionReady(changed.connection().id()));
        }
        return result;
    }

    private Map<ConnectionId, Usage> usageOf(Collection<ConnectionId> ids) {
        Map<ConnectionId, Usage> total = new HashMap<>();
        if (!ids.isEmpty()) {
            usages.forEach(usage -> usage.usage(ids).forEach((id, part) -> total.merge(id, part, Usage::plus)));
        }
        return total;
    }
}
