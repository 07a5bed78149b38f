package tallyfold.connection.internal;

import java.security.cert.X509Certificate;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tallyfold.connection.ProxyDraft;
import tallyfold.connection.ProxyEntry;
import tallyfold.connection.ProxyField;
import tallyfold.connection.ProxyMode;
import tallyfold.connection.internal.NetworkRepository.Stored;
import tallyfold.kernel.Secret;
import tallyfold.network.NetworkPath;
import tallyfold.network.NetworkPath.Route;
import tallyfold.network.NetworkSettings;
import tallyfold.vault.SealedSecret;
import tallyfold.vault.SecretVault;
import tallyfold.vault.UnreadableSecretException;

/** What is chosen about the network, from the database to those who open ways. */
@Component
public class StoredNetwork implements NetworkSettings {

    private static final Logger LOG = LoggerFactory.getLogger(StoredNetwork.class);

    private final NetworkRepository repository;
    private final SealedProxyPassword sealedPassword;
    private final SecretVault vault;

    StoredNetwork(NetworkRepository repository, SealedProxyPassword sealedPassword, SecretVault vault) {
        this.repository = repository;
        this.sealedPassword = sealedPassword;
        this.vault = vault;
    }

    @Override
    public long version() {
        return repository.version();
    }

    @Override
    public NetworkPath path() {
        Stored stored = repository.read();
        return new NetworkPath(route(stored, null), repository.authorities());
    }

    /** The way as it would be with a draft; a password of the draft stays the caller's. */
    public NetworkPath path(ProxyDraft draft) {
        Stored wanted = stored(draft);
        Secret typed = draft.password();
        if (typed == null && !keepsPassword(repository.read(), wanted)) {
            return new NetworkPath(withoutPassword(wanted), repository.authorities());
        }
        return new NetworkPath(route(wanted, typed), repository.authorities());
    }

    public ProxyEntry proxy() {
        Stored stored = repository.read();
        return new ProxyEntry(
                stored.mode(),
                stored.host(),
                stored.port(),
                stored.user(),
                sealedPassword.find().isPresent(),
                stored.direct());
    }

    /**
     * Stores a draft that was found to be in order.
     *
     * @return what became different; empty when all was so already
     */
    public Set<ProxyField> save(ProxyDraft draft) {
        Stored before = repository.read();
        Stored wanted = stored(draft);
        Secret typed = draft.password();
        boolean had = sealedPassword.find().isPresent();
        boolean keep = keepsPassword(before, wanted);
        Set<ProxyField> changed = differences(before, wanted);
        if (typed != null || (had && !keep)) {
            changed.add(ProxyField.PASSWORD);
        }
        if (changed.isEmpty()) {
            return changed;
        }
        Integer port = wanted.port();
        SealedSecret sealed = typed == null || port == null
                ? null
                : vault.seal(typed, SealedProxyPassword.binding(SealedProxyPassword.destination(wanted.host(), port)));
        repository.save(wanted, sealed, keep);
        return changed;
    }

    public List<X509Certificate> certificates() {
        return repository.authorities();
    }

    /** Adds what is not there yet, and says what that was. */
    public List<X509Certificate> add(List<X509Certificate> certificates) {
        return repository.add(certificates);
    }

    /** Whether there was one to remove. */
    public boolean remove(String fingerprint) {
        return repository.remove(fingerprint);
    }

    private static Stored stored(ProxyDraft draft) {
        return new Stored(draft.mode(), draft.host(), draft.port(), draft.user(), draft.direct());
    }

    /** A stored password and a new destination never meet. */
    private static boolean keepsPassword(Stored before, Stored wanted) {
        return wanted.mode() == ProxyMode.PROXY
                && before.mode() == ProxyMode.PROXY
                && !wanted.user().isEmpty()
                && before.host().equals(wanted.host())
                && Objects.equals(before.port(), wanted.port())
                && before.user().equals(wanted.user());
    }

    private static Set<ProxyField> differences(Stored before, Stored wanted) {
        Set<ProxyField> changed = EnumSet.noneOf(ProxyField.class);
        note(changed, ProxyField.MODE, before.mode(), wanted.mode());
        note(changed, ProxyField.HOST, before.host(), wanted.host());
        note(changed, ProxyField.PORT, before.port(), wanted.port());
        note(changed, ProxyField.USER, before.user(), wanted.user());
        note(changed, ProxyField.DIRECT, before.direct(), wanted.direct());
        return changed;
    }

    private static void note(
            Set<ProxyField> changed, ProxyField field, @Nullable Object before, @Nullable Object wanted) {
        if (!Objects.equals(before, wanted)) {
            changed.add(field);
        }
    }

    private Route route(Stored stored, @Nullable Secret typed) {
        return switch (stored.mode()) {
            case CONFIGURED -> new Route.AsConfigured();
            case DIRECT -> new Route.Direct();
            case PROXY ->
                new Route.Through(
                        stored.host(),
                        port(stored),
                        stored.user().isEmpty() ? null : stored.user(),
                        typed != null ? typed : unsealed(stored).orElse(null),
                        stored.direct());
        };
    }

    private static Route withoutPassword(Stored stored) {
        return switch (stored.mode()) {
            case CONFIGURED -> new Route.AsConfigured();
            case DIRECT -> new Route.Direct();
            case PROXY ->
                new Route.Through(
                        stored.host(),
                        port(stored),
                        stored.user().isEmpty() ? null : stored.user(),
                        null,
                        stored.direct());
        };
    }

    private static int port(Stored stored) {
        return Objects.requireNonNull(stored.port(), "A proxy is stored with its port");
    }

    private Optional<Secret> unsealed(Stored stored) {
        try {
            return sealedPassword
                    .find()
                    .map(kept -> vault.open(
                            kept,
                            SealedProxyPassword.binding(SealedProxyPassword.destination(stored.host(), port(stored)))));
        } catch (UnreadableSecretException unreadable) {
            // The proxy will refuse the sign-in, and that message says where to enter the password.
            LOG.warn("The stored password of the proxy does not open; enter it again on the page Settings");
            return Optional.empty();
        }
    }
}
