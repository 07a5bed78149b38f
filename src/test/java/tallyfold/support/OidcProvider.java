package tallyfold.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The real provider that single sign-on is tested against, as a process that can be stopped and started. */
public final class OidcProvider implements AutoCloseable {

    public static final String CLIENT = "tallyfold";
    public static final String SECRET = "the secret of the client";
    public static final String PASSWORD = "the password at the provider";

    static final String READY = "The provider is ready";

    private static final long PATIENCE_SECONDS = 60;

    /** What the provider says wrongly in the tokens of somebody. */
    public enum Lie {
        NONE,
        ISSUER,
        AUDIENCE,
        EXPIRED,
        NO_NONCE,
        OTHER_NONCE
    }

    private final int port;
    private final Path people;
    private final Path output;
    private final Properties known = new Properties();
    private String issuer;
    private @Nullable Process process;

    /** Finds a port; nothing listens there until {@link #start()}. */
    public OidcProvider() {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
            issuer = "http://localhost:" + port;
            Path folder = Files.createDirectories(Path.of("target", "oidc-provider"));
            people = Files.createTempFile(folder, "people", ".properties").toAbsolutePath();
            output = Files.createTempFile(folder, "output", ".txt");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As the provider calls itself. */
    public String issuer() {
        return issuer;
    }

    /** Has it call itself something else from the next start on, as behind a server that speaks TLS. */
    public OidcProvider callItself(String address) {
        issuer = address;
        return this;
    }

    /** Where it listens, whatever it calls itself. */
    public int port() {
        return port;
    }

    /** The settings of a product that signs in here. */
    public String[] settings() {
        return new String[] {
            "tallyfold.oidc.issuer=" + issuer(),
            "tallyfold.oidc.client-id=" + CLIENT,
            "tallyfold.oidc.client-secret=" + SECRET,
            "tallyfold.oidc.name=Contoso",
            "tallyfold.oidc.administrator-value=tally-admins",
            "tallyfold.oidc.project-manager-value=tally-managers",
            "tallyfold.oidc.viewer-value=tally-readers"
        };
    }

    /** Gives somebody these roles, with commas between, from the next sign-in on. Everybody has the one password. */
    public OidcProvider person(String name, String roles) {
        return says(name + ".roles", roles);
    }

    /** What else the provider says of somebody. */
    public OidcProvider person(String name, String roles, String wantedName, String email) {
        return says(name + ".name", wantedName).says(name + ".email", email).person(name, roles);
    }

    /** Has the provider lie about somebody. */
    public OidcProvider lieAbout(String name, Lie lie) {
        return says(name + ".lie", lie.name());
    }

    private synchronized OidcProvider says(String key, String value) {
        known.setProperty(key, value);
        try (Writer file = Files.newBufferedWriter(people, StandardCharsets.UTF_8)) {
            known.store(file, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** Starts it, or starts it again on the same port, and waits until it answers. */
    public OidcProvider start() {
        try {
            Process started = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx128m",
                            "-XX:+UseSerialGC",
                            "-cp",
                            System.getProperty("java.class.path"),
                            OidcProviderProcess.class.getName(),
                            Integer.toString(port),
                            people.toString(),
                            issuer)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            process = started;
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
            while (!Files.readString(output).contains(READY)) {
                if (!started.isAlive() || System.nanoTime() > end) {
                    stop();
                    throw new IllegalStateException("The provider did not start: " + Files.readString(output));
                }
                var _ = started.waitFor(50, TimeUnit.MILLISECONDS);
            }
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        stop();
    }

    /** Ends the process; it may be started again. */
    public void stop() {
        Process running = process;
        process = null;
        if (running != null) {
            running.destroy();
            try {
                if (!running.waitFor(10, TimeUnit.SECONDS)) {
                    running.destroyForcibly();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                running.destroyForcibly();
            }
        }
    }
}
