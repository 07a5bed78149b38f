package tallyfold.support;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ServerSocketFactory;

/** Answers a request with any bytes whatever, so that broken answers can be sent. */
public final class RawServer extends LoopbackServer {

    /** Writes to the socket as it likes; the connection is closed afterwards. */
    public interface Behaviour {
        void answer(String request, Socket socket) throws IOException, InterruptedException;
    }

    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final Behaviour behaviour;

    public RawServer(Behaviour behaviour) {
        super(ServerSocketFactory.getDefault());
        this.behaviour = behaviour;
        listen();
    }

    /** Answers each request with the same JSON. */
    public static RawServer json(String body) {
        return new RawServer((_, socket) -> send(socket, 200, "Content-Type: application/json\r\n", utf8(body)));
    }

    public String url() {
        return "http://127.0.0.1:" + port();
    }

    /** Heads and bodies of what was asked, in order. */
    public List<String> requests() {
        return requests;
    }

    public static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    public static void send(Socket socket, int status, String headers, byte[] body) throws IOException {
        sendHead(socket, status, headers + "Content-Length: " + body.length + "\r\n");
        socket.getOutputStream().write(body);
        socket.getOutputStream().flush();
    }

    public static void sendHead(Socket socket, int status, String headers) throws IOException {
        socket.getOutputStream().write(utf8("HTTP/1.1 " + status + " X\r\nConnection: close\r\n" + headers + "\r\n"));
        socket.getOutputStream().flush();
    }

    @Override
    void serve(Socket socket) {
        try (socket) {
            String request = read(new BufferedInputStream(socket.getInputStream()));
            requests.add(request);
            behaviour.answer(request, socket);
        } catch (IOException hungUp) {
            // The client has had enough, which is what some tests want.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String read(InputStream source) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.US_ASCII).endsWith("\r\n\r\n")) {
            int next = source.read();
            if (next < 0) {
                throw new IOException("no request");
            }
            head.write(next);
        }
        String text = head.toString(StandardCharsets.US_ASCII);
        int length = text.lines()
                .map(line -> line.toLowerCase(Locale.ROOT))
                .filter(line -> line.startsWith("content-length:"))
                .mapToInt(line -> Integer.parseInt(line.substring(15).strip()))
                .findFirst()
                .orElse(0);
        return text + new String(source.readNBytes(length), StandardCharsets.UTF_8);
    }
}
