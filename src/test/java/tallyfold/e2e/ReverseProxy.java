package tallyfold.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/**
 * A real nginx with https in front of a product, as the guide has it. It reaches the product from 127.0.0.2,
 * so that its own address is another one than the browser's.
 */
final class ReverseProxy implements AutoCloseable {

    static final String OWN_ADDRESS = "127.0.0.2";

    private static final Path NGINX = Path.of("/usr/sbin/nginx");
    private static final String STORE_PASSWORD = "changeit";

    /** What stands around the site of the guide. */
    private static final String AROUND = """
            user root;
            worker_processes 1;
            pid nginx.pid;
            error_log error.log;
            events {}
            http {
                access_log off;
                client_body_temp_path body;
                proxy_temp_path proxied;
                fastcgi_temp_path fastcgi;
                uwsgi_temp_path uwsgi;
                scgi_temp_path scgi;
                include site.conf;
            }
            """;

    private final Process process;
    private final Path folder;
    private final int port;

    private ReverseProxy(Process process, Path folder, int port) {
        this.process = process;
        this.folder = folder;
        this.port = port;
    }

    /** Skips the test with a line where there is no nginx; in CI there has to be one. */
    static void require() {
        if (!Files.isExecutable(NGINX)) {
            String reason = "No nginx found: the journey behind a reverse proxy is skipped. Install nginx-light.";
            if (System.getenv("CI") != null) {
                throw new IllegalStateException(reason);
            }
            System.out.println(reason);
            Assumptions.abort(reason);
        }
    }

    /** Starts one in an empty folder and waits until it takes connections. */
    static ReverseProxy start(Path folder, URI product) {
        try {
            Files.createDirectories(folder);
            int port = freePort();
            makeCertificate(folder);
            Path configuration = Files.writeString(folder.resolve("nginx.conf"), AROUND);
            Files.writeString(folder.resolve("site.conf"), site(folder, port, product));
            Path output = folder.resolve("output.txt");
            Process process = new ProcessBuilder(
                            NGINX.toString(),
                            "-p",
                            folder.toString(),
                            "-c",
                            configuration.toString(),
                            "-g",
                            "daemon off;")
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            for (int i = 0; i < 200; i++) {
                if (!process.isAlive()) {
                    throw new IllegalStateException("nginx ended: " + Files.readString(output));
                }
                if (answers(port)) {
                    return new ReverseProxy(process, folder, port);
                }
                var _ = process.waitFor(50, TimeUnit.MILLISECONDS);
            }
            process.destroy();
            throw new IllegalStateException("nginx does not answer: " + Files.readString(output));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The site of the guide, with the names, the certificate and the ports changed as it asks for. */
    private static String site(Path folder, int port, URI product) throws IOException {
        String site = Files.readString(Path.of("docs", "guide", "nginx.conf"));
        String target = product.toString().replaceAll("/+$", "");
        String[][] changes = {
            {"listen 80;", "listen 127.0.0.1:" + freePort() + ";"},
            {"listen [::]:80;", ""},
            {"listen 443 ssl http2;", "listen 127.0.0.1:" + port + " ssl http2;"},
            {"listen [::]:443 ssl http2;", ""},
            {
                "/etc/ssl/tallyfold/fullchain.pem",
                folder.resolve("certificate.pem").toString()
            },
            {"/etc/ssl/tallyfold/privkey.pem", folder.resolve("key.pem").toString()},
            {"proxy_pass http://127.0.0.1:8080;", "proxy_pass " + target + "; proxy_bind " + OWN_ADDRESS + ";"}
        };
        for (String[] change : changes) {
            if (!site.contains(change[0])) {
                throw new IllegalStateException("The guide's nginx.conf has no " + change[0]);
            }
            site = site.replace(change[0], change[1]);
        }
        return site;
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }

    private static boolean answers(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            // A socket may have met itself where nobody listens yet.
            return socket.getLocalPort() != port;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static void makeCertificate(Path folder) throws IOException, InterruptedException {
        Path store = folder.resolve("store.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "proxy",
                        "-keyalg",
                        "RSA",
                        "-keysize",
                        "2048",
                        "-dname",
                        "CN=127.0.0.1",
                        "-ext",
                        "san=ip:127.0.0.1",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        STORE_PASSWORD,
                        "-keystore",
                        store.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("keytool.txt").toFile())
                .start();
        if (keytool.waitFor() != 0) {
            throw new IllegalStateException(Files.readString(folder.resolve("keytool.txt")));
        }
        try {
            KeyStore made = KeyStore.getInstance(store.toFile(), STORE_PASSWORD.toCharArray());
            pem(
                    folder.resolve("certificate.pem"),
                    "CERTIFICATE",
                    made.getCertificate("proxy").getEncoded());
            pem(
                    folder.resolve("key.pem"),
                    "PRIVATE KEY",
                    made.getKey("proxy", STORE_PASSWORD.toCharArray()).getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void pem(Path file, String kind, byte[] content) throws IOException {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
        Files.writeString(file, "-----BEGIN " + kind + "-----\n" + body + "\n-----END " + kind + "-----\n");
    }

    /** What people open, with a slash at the end. */
    String address() {
        return "https://127.0.0.1:" + port + "/";
    }

    int port() {
        return port;
    }

    /** What nginx complained of. */
    private String complaints() {
        try {
            return Files.readString(folder.resolve("output.txt")) + Files.readString(folder.resolve("error.log"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        if (!process.isAlive()) {
            System.out.println("nginx had ended with " + process.exitValue() + ": " + complaints());
        }
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }
}
