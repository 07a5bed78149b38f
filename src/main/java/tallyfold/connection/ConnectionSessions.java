package tallyfold.connection;

import org.springframework.stereotype.Component;
import tallyfold.connection.internal.ConnectionChecker;
import tallyfold.connection.internal.ConnectionRepository;
import tallyfold.connection.internal.HealthBook;
import tallyfold.connection.internal.Providers;
import tallyfold.connection.internal.SealedTokens;
import tallyfold.kernel.Secret;
import tallyfold.provider.ConnectionSettings;
import tallyfold.provider.Diagnosed;
import tallyfold.provider.Provider;
import tallyfold.provider.ProviderException;
import tallyfold.provider.ProviderFailure;
import tallyfold.provider.ProviderFailure.TokenRejected;
import tallyfold.provider.ProviderSession;
import tallyfold.vault.SealedSecret;
import tallyfold.vault.SecretVault;
import tallyfold.vault.UnreadableSecretException;

/** Opens sessions through stored connections; for the engine and for services, never for a view. */
@Component
public class ConnectionSessions {

    private final ConnectionRepository connections;
    private final SealedTokens tokens;
    private final SecretVault vault;
    private final Providers providers;
    private final HealthBook health;

    ConnectionSessions(
            ConnectionRepository connections,
            SealedTokens tokens,
            SecretVault vault,
            Providers providers,
            HealthBook health) {
        this.connections = connections;
        this.tokens = tokens;
        this.vault = vault;
        this.providers = providers;
        this.health = health;
    }

    /**
     * Opens the sealed token and a session with it; asks nothing of the network yet.
     *
     * @throws tallyfold.provider.ProviderException with {@code TokenRejected} when no token is stored or it cannot be
     *     opened; the connection is marked as needing a token, no other one is touched
     */
    public ProviderSession open(ConnectionId id) {
        Connection connection = connections.find(id).orElseThrow(ConnectionSessions::rejected);
        Provider provider = providers.require(connection.provider());
        ConnectionSettings settings = ConnectionChecker.settings(provider, connection);
        try (Secret token = unseal(id, settings)) {
            return provider.open(settings, token);
        }
    }

    /**
     * Has every question asked once through a stored connection.
     *
     * @throws tallyfold.provider.ProviderException as {@link #open}
     */
    void diagnose(ConnectionId id, Diagnosed.Listener listener) {
        Connection connection = connections.find(id).orElseThrow(ConnectionSessions::rejected);
        Provider provider = providers.require(connection.provider());
        ConnectionSettings settings = ConnectionChecker.settings(provider, connection);
        try (Secret token = unseal(id, settings)) {
            provider.diagnose(settings, token, listener);
        }
    }

    /** Tells that something asked through a connection failed; its health follows. */
    public void reportFailure(ConnectionId id, ProviderFailure failure) {
        health.failed(id, failure);
    }

    /** Tells that something asked through a connection worked; heals everything but a missing permission. */
    public void reportSuccess(ConnectionId id) {
        health.worked(id);
    }

    // The binding names today's endpoint: a token sealed for the simulator does not open for the cloud, nor the
    // reverse.
    private Secret unseal(ConnectionId id, ConnectionSettings settings) {
        SealedSecret sealed = tokens.find(id).orElse(null);
        if (sealed != null) {
            try {
                return vault.open(
                        sealed, SealedTokens.binding(id, settings.endpoint().name(), settings.organization()));
            } catch (UnreadableSecretException unreadable) {
                health.tokenNeeded(id);
                throw rejected();
            }
        }
        health.tokenNeeded(id);
        throw rejected();
    }

    private static ProviderException rejected() {
        return new ProviderException(new TokenRejected(TokenRejected.Rejection.NOT_ACCEPTED));
    }
}
