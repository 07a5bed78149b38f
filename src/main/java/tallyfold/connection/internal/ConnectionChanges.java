package tallyfold.connection.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tallyfold.connection.ChangeConnectionResult;
import tallyfold.connection.Connection;
import tallyfold.connection.ConnectionDraft;
import tallyfold.connection.ConnectionEdit;
import tallyfold.connection.ConnectionField;
import tallyfold.connection.ConnectionId;
import tallyfold.connection.ConnectionWarning;
import tallyfold.connection.CreateConnectionResult;
import tallyfold.connection.Health;
import tallyfold.kernel.Secret;
import tallyfold.provider.CheckListener;
import tallyfold.provider.ConnectionReport;
import tallyfold.provider.ConnectionSettings;
import tallyfold.provider.Provider;
import tallyfold.provider.RemotePerson;
import tallyfold.provider.Verdict;
import tallyfold.security.UserId;
import tallyfold.vault.SealBinding;
import tallyfold.vault.SealedSecret;
import tallyfold.vault.SecretVault;

/** Creates and changes connections: rules on the fields, then the checks on the network, then one short transaction. */
@Component
public class ConnectionChanges {

    private final ConnectionRepository connections;
    private final SealedTokens tokens;
    private final SecretVault vault;
    private final Providers providers;
    private final ConnectionChecker checker;
    private final ConnectionTrail trail;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ConnectionChanges(
            ConnectionRepository connections,
            SealedTokens tokens,
            SecretVault vault,
            Providers providers,
            ConnectionChecker checker,
            ConnectionTrail trail,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.connections = connections;
        this.tokens = tokens;
        this.vault = vault;
        this.providers = providers;
        this.checker = checker;
        this.trail = trail;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** Stores nothing unless every check passes. */
    public CreateConnectionResult create(ConnectionDraft draft, String creator, CheckListener progress) {
        Provider provider = providers.require(draft.provider());
        EntryRules rules = new EntryRules(connections, provider, clock);
        String organization = rules.organization(draft.address());
        String account = rules.account(draft.account());
        String name = organization;
        if (!organization.isEmpty() || !draft.name().isBlank()) {
            name = rules.name(draft.name().isBlank() ? organization : draft.name(), null);
        }
        rules.newExpiry(draft.tokenExpires());
        if (!rules.refusals().isEmpty()) {
            return new CreateConnectionResult.Refused(rules.refusals());
        }
        Connection connection = new Connection(
                new ConnectionId(UUID.randomUUID()),
                provider.id(),
                name,
                organization,
                provider.endpointOf(organization),
                null,
                account,
                null,
                null,
                draft.tokenExpires(),
                Health.HEALTHY,
                null,
                null,
                true,
                1);
        ConnectionReport report =
                checker.check(provider, ConnectionChecker.settings(provider, connection), draft.token(), progress);
        if (!report.passed()) {
            trail.refused("connection.created", connection, report);
            return new CreateConnectionResult.ChecksFailed(report);
        }
        SealedSecret sealed = seal(draft.token(), connection);
        Set<ConnectionWarning> warnings = warnings(connection, report);
        try {
            transaction.executeWithoutResult(_ -> {
                connections.insert(connection, creator);
                put(connection, sealed);
                connections.setIdentity(connection.id(), report.organizationId(), report.owner());
                connections.setChecked(connection.id(), clock.instant());
                trail.done("connection.created", connection, "All checks passed");
            });
        } catch (DuplicateKeyException taken) {
            return new CreateConnectionResult.Refused(nameTaken());
        }
        return new CreateConnectionResult.Created(stored(connection.id()), report, warnings);
    }

    /** The stored token stays unless every check passes with the new one. */
    public ChangeConnectionResult replaceToken(
            ConnectionId id, Secret token, @Nullable LocalDate expires, CheckListener progress) {
        Connection before = connections.find(id).orElse(null);
        if (before == null) {
            return new ChangeConnectionResult.Outdated();
        }
        Provider provider = providers.require(before.provider());
        EntryRules rules = new EntryRules(connections, provider, clock);
        rules.newExpiry(expires);
        if (!rules.refusals().isEmpty()) {
            return new ChangeConnectionResult.Refused(rules.refusals());
        }
        ConnectionSettings settings = ConnectionChecker.settings(provider, before);
        ConnectionReport report = checker.check(provider, settings, token, progress);
        if (!report.passed()) {
            trail.refused("connection.token-replaced", before, report);
            return new ChangeConnectionResult.ChecksFailed(report);
        }
        Connection after = with(before, before.name(), settings, before.account(), expires, before.forAllManagers());
        return store(before, after, null, seal(token, after), report, "connection.token-replaced");
    }

    /**
     * Changes the settings; with another organization the stored token goes and the new one is checked.
     *
     * @param used whether data of the present organization hangs on the connection, so that it must stay the same one
     */
    public ChangeConnectionResult edit(
            ConnectionId id, ConnectionEdit edit, int version, boolean used, CheckListener progress) {
        Connection before = connections.find(id).orElse(null);
        if (before == null || before.version() != version) {
            return new ChangeConnectionResult.Outdated();
        }
        Provider provider = providers.require(before.provider());
        EntryRules rules = new EntryRules(connections, provider, clock);
        String organization = rules.organization(edit.address());
        String account = rules.account(edit.account());
        String name = rules.name(edit.name(), id);
        boolean moved = !organization.isEmpty() && !organization.equals(before.organization());
        if (!Objects.equals(edit.tokenExpires(), before.tokenExpires())) {
            rules.newExpiry(edit.tokenExpires());
        }
        if (moved && edit.token() == null) {
            rules.refuse(ConnectionField.TOKEN, "NEEDED");
        }
        if (!rules.refusals().isEmpty()) {
            return new ChangeConnectionResult.Refused(rules.refusals());
        }
        ConnectionSettings settings = new ConnectionSettings(
                organization,
                provider.endpointOf(organization),
                moved && !used ? null : before.organizationId(),
                account);
        Connection after = with(before, name, settings, account, edit.tokenExpires(), edit.forAllManagers());
        @Nullable Secret token = edit.token();
        if (token == null) {
            // Only a checked token may change the endpoint that a stored one was sealed for.
            ConnectionSettings same =
                    new ConnectionSettings(organization, before.endpoint(), before.organizationId(), account);
            Connection kept = with(after, name, same, account, edit.tokenExpires(), edit.forAllManagers());
            return store(before, kept, edit.people(), null, null, "connection.edited");
        }
        ConnectionReport report = checker.check(provider, settings, token, progress);
        if (!report.passed()) {
            trail.refused("connection.edited", after, report);
            return new ChangeConnectionResult.ChecksFailed(report);
        }
        return store(before, after, edit.people(), seal(token, after), report, "connection.edited");
    }

    private ChangeConnectionResult store(
            Connection before,
            Connection after,
            @Nullable Set<UserId> people,
            @Nullable SealedSecret sealed,
            @Nullable ConnectionReport report,
            String action) {
        ConnectionId id = before.id();
        boolean stored;
        try {
            stored = Boolean.TRUE.equals(transaction.execute(_ -> {
                if (!connections.update(after)) {
                    return false;
                }
                if (people != null) {
                    connections.setPeople(id, after.forAllManagers() ? Set.of() : people);
                }
                if (sealed != null && report != null) {
                    put(after, sealed);
                    connections.setIdentity(id, report.organizationId(), report.owner());
                    connections.setHealth(id, Health.HEALTHY, null);
                    connections.setChecked(id, clock.instant());
                }
                trail.done(action, after, changed(before, after));
                return true;
            }));
        } catch (DuplicateKeyException taken) {
            return new ChangeConnectionResult.Refused(nameTaken());
        }
        if (!stored) {
            return new ChangeConnectionResult.Outdated();
        }
        Set<ConnectionWarning> warnings = report == null ? Set.of() : warnings(after, report);
        return new ChangeConnectionResult.Changed(stored(id), report, warnings);
    }

    private SealedSecret seal(Secret token, Connection connection) {
        return vault.seal(token, binding(connection));
    }

    /** Stores the token under the master key in use, which may have changed while the checks ran. */
    private void put(Connection connection, SealedSecret sealed) {
        tokens.put(connection.id(), vault.outdated(sealed) ? vault.sealAnew(sealed, binding(connection)) : sealed);
    }

    private static SealBinding binding(Connection connection) {
        return SealedTokens.binding(connection.id(), connection.endpoint().name(), connection.organization());
    }

    private Set<ConnectionWarning> warnings(Connection connection, ConnectionReport report) {
        Set<ConnectionWarning> warnings = EnumSet.noneOf(ConnectionWarning.class);
        @Nullable RemotePerson owner = report.owner();
        @Nullable String signIn = owner == null ? null : owner.uniqueName();
        if (signIn != null && !signIn.equalsIgnoreCase(connection.account())) {
            warnings.add(ConnectionWarning.OTHER_OWNER);
        }
        if (connections.organizationConnected(connection.provider(), connection.organization(), connection.id())) {
            warnings.add(ConnectionWarning.SECOND_CONNECTION);
        }
        return warnings;
    }

    private Connection stored(ConnectionId id) {
        return connections.find(id).orElseThrow(() -> new IllegalStateException("The connection is gone again"));
    }

    private static Connection with(
            Connection from,
            String name,
            ConnectionSettings settings,
            String account,
            @Nullable LocalDate expires,
            boolean forAllManagers) {
        return new Connection(
                from.id(),
                from.provider(),
                name,
                settings.organization(),
                settings.endpoint(),
                from.organizationId(),
                account,
                from.ownerName(),
                from.ownerAccount(),
                expires,
                from.health(),
                from.healthDetail(),
                from.lastChecked(),
                forAllManagers,
                from.version());
    }

    private static Map<ConnectionField, Verdict.Refused> nameTaken() {
        return Map.of(ConnectionField.NAME, new Verdict.Refused("TAKEN", null));
    }

    private static String changed(Connection before, Connection after) {
        StringBuilder words = new StringBuilder();
        note(words, "name", before.name(), after.name());
        note(words, "organization", before.organization(), after.organization());
        note(words, "account", before.account(), after.account());
        note(words, "expiry", String.valueOf(before.tokenExpires()), String.valueOf(after.tokenExpires()));
        note(words, "for all managers", before.forAllManagers() ? "yes" : "no", after.forAllManagers() ? "yes" : "no");
        return words.isEmpty() ? "No setting changed" : words.toString();
    }

    private static void note(StringBuilder words, String what, String before, String after) {
        if (!before.equals(after)) {
            words.append(words.isEmpty() ? "" : "; ")
                    .append(String.format(Locale.ROOT, "%s from %s to %s", what, before, after));
        }
    }
}
