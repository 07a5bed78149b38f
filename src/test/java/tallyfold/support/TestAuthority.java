package tallyfold.support;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A certificate authority of a test, which signs certificates for hosts; made by the JDK's own keytool. */
public final class TestAuthority {

    private static final String PASSWORD = "changeit";

    private final Path folder;
    private final String name;

    private TestAuthority(Path folder, String name) {
        this.folder = folder;
        this.name = name;
    }

    /** With options of keytool besides, for example a start in the past. */
    public static TestAuthority create(Path folder, String name, String... options) {
        TestAuthority authority = new TestAuthority(folder, name);
        authority.keytool(
                authority.generate("ca", "CN=" + name + ",O=Contoso", "bc:c=ca:true", "ku:c=keyCertSign"), options);
        return authority;
    }

    public X509Certificate certificate() {
        return certificate("ca");
    }

    public String pem() {
        return pem(certificate());
    }

    public static String pem(X509Certificate certificate) {
        try {
            return "-----BEGIN CERTIFICATE-----\n"
                    + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate.getEncoded())
                    + "\n-----END CERTIFICATE-----\n";
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The certificate of a host, signed by this authority. */
    public X509Certificate issue(String host) {
        keytool(generate(host, "CN=" + host, "san=dns:" + host));
        Path request = folder.resolve(name + "-" + host + ".csr");
        Path signed = folder.resolve(name + "-" + host + ".crt");
        keytool(of("-certreq", host), "-file", request.toString());
        keytool(
                of("-gencert", "ca"),
                "-infile",
                request.toString(),
                "-outfile",
                signed.toString(),
                "-rfc",
                "-ext",
                "san=dns:" + host);
        keytool(of("-importcert", host), "-noprompt", "-file", signed.toString());
        return certificate(host);
    }

    /** What a server of the host serves with; {@link #issue} first. */
    public SSLContext server(String host) {
        try {
            KeyStore single = KeyStore.getInstance("PKCS12");
            single.load(null, null);
            KeyStore all = store();
            single.setKeyEntry(
                    host,
                    all.getKey(host, PASSWORD.toCharArray()),
                    PASSWORD.toCharArray(),
                    all.getCertificateChain(host));
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(single, PASSWORD.toCharArray());
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private X509Certificate certificate(String alias) {
        try {
            return (X509Certificate) store().getCertificate(alias);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private KeyStore store() {
        try (InputStream source = Files.newInputStream(file())) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(source, PASSWORD.toCharArray());
            return store;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private Path file() {
        return folder.resolve(name.replace(' ', '-') + ".p12");
    }

    private List<String> of(String command, String alias) {
        return List.of(
                command,
                "-alias",
                alias,
                "-keystore",
                file().toString(),
                "-storepass",
                PASSWORD,
                "-storetype",
                "PKCS12");
    }

    private List<String> generate(String alias, String subject, String... extensions) {
        List<String> command = new ArrayList<>(of("-genkeypair", alias));
        command.addAll(List.of("-keyalg", "EC", "-dname", subject));
        for (String extension : extensions) {
            command.addAll(List.of("-ext", extension));
        }
        return command;
    }

    private void keytool(List<String> command, String... more) {
        List<String> whole = new ArrayList<>();
        whole.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        whole.addAll(command);
        whole.addAll(List.of(more));
        try {
            Process process =
                    new ProcessBuilder(whole).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(said);
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
