package tallyfold.network;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ssl.SslBundle;

/**
 * Trusts the authorities of the JDK and those of a configured bundle besides; never fewer checks. Host names are checked
 * by each of them. When nobody vouches, the failure names the issuer; when only the name is another one, it says that.
 */
public final class TrustedAuthorities extends X509ExtendedTrustManager {

    private static final Pattern NAME = Pattern.compile("(?:^|,)\\s*(?:CN|O)=(\"[^\"]{1,200}\"|[^,]{1,200})");

    private final List<X509ExtendedTrustManager> authorities;

    private TrustedAuthorities(List<X509ExtendedTrustManager> authorities) {
        this.authorities = authorities;
    }

    public static SSLContext ofTheJdk() {
        return with(null, List.of());
    }

    public static SSLContext with(SslBundle bundle) {
        return with(bundle, List.of());
    }

    /** Those of a bundle and single ones, besides those of the JDK. */
    static SSLContext with(@Nullable SslBundle bundle, List<X509Certificate> single) {
        try {
            TrustManagerFactory jdk = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            jdk.init((KeyStore) null);
            List<X509ExtendedTrustManager> authorities = new ArrayList<>(managers(jdk.getTrustManagers()));
            if (bundle != null) {
                authorities.addAll(managers(bundle.getManagers().getTrustManagers()));
            }
            if (!single.isEmpty()) {
                TrustManagerFactory own = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
                own.init(store(single));
                authorities.addAll(managers(own.getTrustManagers()));
            }
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new TrustedAuthorities(List.copyOf(authorities))}, null);
            return context;
        } catch (GeneralSecurityException | IOException impossible) {
            throw new IllegalStateException("TLS cannot be set up", impossible);
        }
    }

    private static KeyStore store(List<X509Certificate> certificates) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        for (int i = 0; i < certificates.size(); i++) {
            store.setCertificateEntry("authority-" + i, certificates.get(i));
        }
        return store;
    }

    private static List<X509ExtendedTrustManager> managers(TrustManager[] managers) {
        return Stream.of(managers)
                .filter(X509ExtendedTrustManager.class::isInstance)
                .map(X509ExtendedTrustManager.class::cast)
                .toList();
    }

    private interface Question {
        void ask(X509ExtendedTrustManager authority) throws CertificateException;
    }

    private void anyVouches(X509Certificate[] chain, Question question) throws CertificateException {
        if (chain.length > 0) {
            // The JDK lets a certificate pass for ever that is listed as trusted itself.
            chain[0].checkValidity();
        }
        for (X509ExtendedTrustManager authority : authorities) {
            try {
                question.ask(authority);
                return;
            } catch (CertificateException refused) {
                if (refused.getClass() == CertificateException.class) {
                    // The JDK's for a wrong name, which it looks at last: another authority would not help.
                    throw refused;
                }
                // Perhaps the next one knows it.
            }
        }
        throw new UntrustedIssuerException(issuer(chain));
    }

    /** The common name of who issued the last certificate shown, or their organization. */
    private static String issuer(X509Certificate[] chain) {
        if (chain.length == 0) {
            return "";
        }
        Matcher name =
                NAME.matcher(chain[chain.length - 1].getIssuerX500Principal().getName());
        String found = name.find() ? name.group(1) : "";
        return found.replaceAll("[^\\p{L}\\p{N} .,()'&-]", "");
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        anyVouches(chain, authority -> authority.checkServerTrusted(chain, authType, engine));
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        anyVouches(chain, authority -> authority.checkServerTrusted(chain, authType, socket));
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        anyVouches(chain, authority -> authority.checkServerTrusted(chain, authType));
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        throw new CertificateException("Only servers are checked");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        throw new CertificateException("Only servers are checked");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        throw new CertificateException("Only servers are checked");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return authorities.stream()
                .flatMap(authority -> Stream.of(authority.getAcceptedIssuers()))
                .toArray(X509Certificate[]::new);
    }
}
