package tallyfold.connection.internal;

import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tallyfold.connection.ProxyMode;
import tallyfold.vault.SealedSecret;
import tallyfold.vault.SecretVault;

/** The tables of the network's settings, except the password. Every change makes the version grow in the same transaction. */
@Repository
class NetworkRepository {

    /** The proxy's row; host, port and user are empty unless the mode is {@link ProxyMode#PROXY}. */
    record Stored(ProxyMode mode, String host, @Nullable Integer port, String user, List<String> direct) {}

    private final JdbcClient jdbc;
    private final SealedProxyPassword password;
    private final SecretVault vault;
    private final Clock clock;

    NetworkRepository(JdbcClient jdbc, SealedProxyPassword password, SecretVault vault, Clock clock) {
        this.jdbc = jdbc;
        this.password = password;
        this.vault = vault;
        this.clock = clock;
    }

    long version() {
        return jdbc.sql("SELECT version FROM network_setting")
                .query((row, _) -> row.getLong(1))
                .single();
    }

    Stored read() {
        return jdbc.sql("SELECT route, proxy_host, proxy_port, proxy_user, direct_hosts FROM network_setting")
                .query((row, _) -> new Stored(
                        ProxyMode.valueOf(row.getString(1)),
                        text(row.getString(2)),
                        row.getObject(3, Integer.class),
                        text(row.getString(4)),
                        List.of(text(row.getString(5)).split(" ")).stream()
                                .filter(host -> !host.isEmpty())
                                .toList()))
                .single();
    }

    /**
     * Stores all of it together.
     *
     * @param sealed a new password; null for none of that kind
     * @param keep whether a password that is stored stays when there is no new one
     */
    @Transactional
    public void save(Stored wanted, @Nullable SealedSecret sealed, boolean keep) {
        jdbc.sql("""
                        UPDATE network_setting SET version = version + 1, route = :route, proxy_host = :host,
                            proxy_port = :port, proxy_user = :user, direct_hosts = :direct""")
                .param("route", wanted.mode().name())
                .param("host", wanted.host())
                .param("port", wanted.port(), java.sql.Types.INTEGER)
                .param("user", wanted.user())
                .param("direct", String.join(" ", wanted.direct()))
                .update();
        if (sealed != null && wanted.port() != null) {
            String destination = SealedProxyPassword.destination(wanted.host(), wanted.port());
            // The master key may have been replaced since it was sealed.
            password.put(
                    destination,
                    vault.outdated(sealed) ? vault.sealAnew(sealed, SealedProxyPassword.binding(destination)) : sealed);
        } else if (!keep) {
            password.forget();
        }
    }

    List<X509Certificate> authorities() {
        return jdbc.sql("SELECT certificate FROM network_authority ORDER BY fingerprint")
                .query((row, _) -> decoded(row.getString(1)))
                .list();
    }

    /** Adds what is not there yet, and says what that was. */
    @Transactional
    public List<X509Certificate> add(List<X509Certificate> certificates) {
        List<X509Certificate> added = new ArrayList<>();
        // Taken first, so that two who add the same wait for each other.
        touch();
        for (X509Certificate certificate : certificates) {
            String fingerprint = AuthorityReader.fingerprint(certificate);
            if (!has(fingerprint)) {
                jdbc.sql("INSERT INTO network_authority (fingerprint, certificate, added_at) VALUES (?, ?, ?)")
                        .param(fingerprint)
                        .param(encoded(certificate))
                        .param(clock.instant().atOffset(ZoneOffset.UTC))
                        .update();
                added.add(certificate);
            }
        }
        return added;
    }

    @Transactional
    public boolean remove(String fingerprint) {
        touch();
        return jdbc.sql("DELETE FROM network_authority WHERE fingerprint = ?")
                        .param(fingerprint)
                        .update()
                > 0;
    }

    private boolean has(String fingerprint) {
        return jdbc.sql("SELECT COUNT(*) FROM network_authority WHERE fingerprint = ?")
                        .param(fingerprint)
                        .query((row, _) -> row.getLong(1))
                        .single()
                > 0;
    }

    private void touch() {
        jdbc.sql("UPDATE network_setting SET version = version + 1").update();
    }

    private static String text(@Nullable String column) {
        return column == null ? "" : column;
    }

    private static String encoded(X509Certificate certificate) {
        try {
            return Base64.getEncoder().encodeToString(certificate.getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IllegalArgumentException("The certificate cannot be written down", e);
        }
    }

    private static X509Certificate decoded(String column) {
        try {
            return AuthorityReader.decode(Base64.getDecoder().decode(column));
        } catch (CertificateException e) {
            throw new IllegalStateException("A stored certificate is damaged", e);
        }
    }
}
