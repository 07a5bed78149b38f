package tallyfold.connection;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import tallyfold.audit.AuditEvent;
import tallyfold.audit.AuditLog;
import tallyfold.connection.internal.AuthorityReader;
import tallyfold.connection.internal.ProxyRules;
import tallyfold.connection.internal.StoredNetwork;
import tallyfold.network.NetworkPath;
import tallyfold.provider.NetworkProbe;
import tallyfold.provider.ProviderException;
import tallyfold.security.Role;

/** How this installation reaches the internet: proxy and additional certificate authorities. For administrators. */
@Service
@PreAuthorize("hasRole('" + Role.ADMINISTRATOR_ROLE + "')")
public class NetworkSettingsService {

    private final StoredNetwork network;
    private final AuthorityReader reader;
    private final ObjectProvider<NetworkProbe> probe;
    private final AuditLog audit;

    NetworkSettingsService(
            StoredNetwork network, AuthorityReader reader, ObjectProvider<NetworkProbe> probe, AuditLog audit) {
        this.network = network;
        this.reader = reader;
        this.probe = probe;
        this.audit = audit;
    }

    /** The proxy as it is stored, without its password. */
    public ProxyEntry proxy() {
        return network.proxy();
    }

    /** Stores a proxy, or that there is none. The draft's password is the caller's to close. */
    public ProxyResult saveProxy(ProxyDraft typed) {
        ProxyDraft draft = ProxyRules.tidy(typed);
        Map<ProxyField, String> objections = ProxyRules.objections(draft);
        if (!objections.isEmpty()) {
            return new ProxyResult.Refused(objections);
        }
        Set<ProxyField> changed = network.save(draft);
        if (!changed.isEmpty()) {
            audit.record(
                    "network.proxy-changed",
                    "proxy",
                    AuditEvent.Outcome.SUCCESS,
                    changed.stream().map(ProxyField::label).collect(Collectors.joining(", ")));
        }
        return new ProxyResult.Saved(changed.contains(ProxyField.PASSWORD)
                && draft.password() == null
                && !network.proxy().passwordStored());
    }

    /**
     * Asks the source system through what is typed, without a token and without storing anything. Asks the network: call it off
     * the user-interface thread.
     */
    public ProxyResult tryProxy(ProxyDraft typed) {
        ProxyDraft draft = ProxyRules.tidy(typed);
        Map<ProxyField, String> objections = ProxyRules.objections(draft);
        if (!objections.isEmpty()) {
            return new ProxyResult.Refused(objections);
        }
        NetworkPath path = network.path(draft);
        try {
            return new ProxyResult.Reached(probe.getObject().ask(path));
        } catch (ProviderException e) {
            return new ProxyResult.NotReached(e.failure());
        } finally {
            // The stored one was opened for this; a typed one is the caller's.
            if (draft.password() == null
                    && path.route() instanceof NetworkPath.Route.Through through
                    && through.password() != null) {
                through.password().close();
            }
        }
    }

    /** The additional authorities, by subject. */
    public List<Authority> authorities() {
        return network.certificates().stream()
                .map(AuthorityReader::describe)
                .sorted(java.util.Comparator.comparing(Authority::subject))
                .toList();
    }

    /**
     * Trusts the authorities in a text, all or none.
     *
     * @param pem one or more certificates as PEM
     */
    public AddAuthoritiesResult addAuthorities(String pem) {
        return switch (reader.read(pem)) {
            case AuthorityReader.Found.Refused(var sentence) -> new AddAuthoritiesResult.Refused(sentence);
            case AuthorityReader.Found.Certificates(var certificates) -> {
                List<Authority> added = network.add(certificates).stream()
                        .map(AuthorityReader::describe)
                        .toList();
                added.forEach(authority -> record("network.authority-added", authority));
                yield new AddAuthoritiesResult.Added(added);
            }
        };
    }

    /** Trusts an authority no longer; nothing happens when it is gone already. */
    public void removeAuthority(Authority authority) {
        if (network.remove(authority.fingerprint())) {
            record("network.authority-removed", authority);
        }
    }

    private void record(String action, Authority authority) {
        audit.record(
                action,
                "authority " + authority.subject(),
                AuditEvent.Outcome.SUCCESS,
                "SHA-256 " + authority.fingerprint());
    }
}
