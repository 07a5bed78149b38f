package tallyfold.support;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ServerSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * A proxy that makes tunnels as RFC 9110 has it, and keeps every byte that passes it in either direction. Whatever host is asked
 * for, the tunnel leads to one port of this machine.
 */
public final class ConnectProxy extends LoopbackServer {

    private final int target;
    private final @Nullable String signIn;
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final ByteArrayOutputStream passed = new ByteArrayOutputStream();

    /** @param signIn user and password with a colon between; null to let everybody pass */
    public ConnectProxy(int target, @Nullable String signIn) {
        super(ServerSocketFactory.getDefault());
        this.target = target;
        this.signIn = signIn;
        listen();
    }

    /** The first lines of what was asked, in order. */
    public List<String> asked() {
        return asked;
    }

    /** Everything that came by, byte for byte. */
    public byte[] passed() {
        synchronized (passed) {
            return passed.toByteArray();
        }
    }

    @Override
    void serve(Socket client) {
        try (client) {
            InputStream source = client.getInputStream();
            while (true) {
                String head = head(source);
                if (head.isEmpty()) {
                    return;
                }
                asked.add(head.lines().findFirst().orElse(""));
                if (!head.startsWith("CONNECT ")) {
                    answer(client, "405 Method Not Allowed", "");
                } else if (mayPass(head)) {
                    answer(client, "200 Connection established", "");
                    tunnel(client);
                    return;
                } else {
                    answer(client, "407 Proxy Authentication Required", "Proxy-Authenticate: Basic realm=\"test\"\r\n");
                }
            }
        } catch (IOException hungUp) {
            // One of the two has had enough.
        }
    }

    private boolean mayPass(String head) {
        return signIn == null
                || head.lines()
                        .anyMatch(line -> line.equalsIgnoreCase("Proxy-Authorization: Basic "
                                + Base64.getEncoder().encodeToString(signIn.getBytes(StandardCharsets.UTF_8))));
    }

    private static void answer(Socket client, String status, String headers) throws IOException {
        String length = status.startsWith("200") ? "" : "Content-Length: 0\r\n";
        client.getOutputStream()
                .write(("HTTP/1.1 " + status + "\r\n" + headers + length + "\r\n").getBytes(StandardCharsets.US_ASCII));
        client.getOutputStream().flush();
    }

    private void tunnel(Socket client) throws IOException {
        try (Socket far = new Socket(InetAddress.getLoopbackAddress(), target)) {
            Thread back = Thread.ofVirtual().start(() -> pump(far, client));
            pump(client, far);
            back.interrupt();
        }
    }

    private void pump(Socket from, Socket to) {
        try {
            InputStream source = from.getInputStream();
            OutputStream sink = to.getOutputStream();
            byte[] buffer = new byte[8192];
            for (int read = source.read(buffer); read >= 0; read = source.read(buffer)) {
                keep(buffer, read);
                sink.write(buffer, 0, read);
                sink.flush();
            }
            to.shutdownOutput();
        } catch (IOException hungUp) {
            // The other direction ends as well then.
        }
    }

    private String head(InputStream source) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            int next = source.read();
            if (next < 0) {
                return "";
            }
            head.write(next);
        }
        keep(head.toByteArray(), head.size());
        return head.toString(StandardCharsets.ISO_8859_1);
    }

    private void keep(byte[] bytes, int length) {
        synchronized (passed) {
            passed.write(bytes, 0, length);
        }
    }
}
