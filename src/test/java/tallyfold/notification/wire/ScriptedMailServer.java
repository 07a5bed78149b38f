package tallyfold.notification.wire;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/** A mail server that answers as a test tells it to, and that remembers what it was told. */
public final class ScriptedMailServer implements AutoCloseable {

    /** What it says before anything was said. */
    public static final String GREETING = "GREETING";

    /** An answer that never comes. */
    public static final String SILENCE = "";

    private static final Map<String, String> USUAL =
            Map.of(GREETING, "220 ready", "EHLO", "250 here", "DATA", "354 go on", "QUIT", "221 bye");

    public final List<String> heard = new CopyOnWriteArrayList<>();

    private @Nullable SSLContext tls;
    private final Map<String, String> answers = new ConcurrentHashMap<>(USUAL);
    private final ServerSocket socket;

    public ScriptedMailServer() {
        try {
            socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::serve);
    }

    /** Has it answer a command, known by its first word, in its own way. */
    public ScriptedMailServer answer(String command, String answer) {
        answers.put(command, answer);
        return this;
    }

    /** Has it offer STARTTLS, and speak TLS once a client wants to. */
    public ScriptedMailServer startTls(SSLContext context) {
        tls = context;
        return answer("EHLO", "250-here\r\n250 STARTTLS").answer("STARTTLS", "220 go on");
    }

    public int port() {
        return socket.getLocalPort();
    }

    private void serve() {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                Thread.ofVirtual().start(() -> talk(client));
            } catch (IOException _) {
                return;
            }
        }
    }

    private void talk(Socket client) {
        try (client) {
            say(client.getOutputStream(), GREETING);
            if (goesOn(client)) {
                SSLSocket encrypted = (SSLSocket) Objects.requireNonNull(tls)
                        .getSocketFactory()
                        .createSocket(client, "client", client.getPort(), true);
                encrypted.setUseClientMode(false);
                goesOn(encrypted);
            }
        } catch (IOException _) {
            // The other side has had enough.
        }
    }

    /** Whether the other side wants to go on encrypted. */
    private boolean goesOn(Socket client) throws IOException {
        try {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
            OutputStream out = client.getOutputStream();
            boolean data = false;
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                heard.add(line);
                if (data) {
                    data = !line.equals(".");
                    if (!data) {
                        say(out, ".");
                    }
                } else {
                    String command = line.split("[ :]", 2)[0].toUpperCase(Locale.ROOT);
                    say(out, command);
                    if (command.equals("STARTTLS") && tls != null) {
                        return true;
                    }
                    data = command.equals("DATA")
                            && answers.getOrDefault(command, "").startsWith("354");
                }
            }
            return false;
        } catch (java.net.SocketException _) {
            return false;
        }
    }

    private void say(OutputStream out, String to) throws IOException {
        String answer = answers.getOrDefault(to, "250 fine");
        if (!answer.equals(SILENCE)) {
            out.write((answer + "\r\n").getBytes(StandardCharsets.UTF_8));
            out.flush();
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
