package simulator.azuredevops.http;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** HTTP/1.1 on 127.0.0.1 with one virtual thread per connection and connections kept open. */
public final class WireServer implements AutoCloseable {

    /** Answers one request; also told when it is done with. */
    public interface Handler {
        WireAnswer answer(WireRequest request) throws InterruptedException;

        /** Called once for every request: right before a quick answer is sent, after a slow one; null when answering failed. */
        void finished(WireRequest request, @Nullable WireAnswer answer);
    }

    private final ServerSocket listener;
    private final Handler handler;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    private WireServer(ServerSocket listener, Handler handler) {
        this.listener = listener;
        this.handler = handler;
    }

    /** Binds and serves; port 0 takes a free one. */
    public static WireServer start(int port, Handler handler) {
        try {
            WireServer server = new WireServer(
                    new ServerSocket(port, 512, InetAddress.getByAddress(new byte[] {127, 0, 0, 1})), handler);
            Thread.ofVirtual().name("simulator-accept").start(server::accept);
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot listen on port " + port, e);
        }
    }

    public URI uri() {
        return URI.create("http://127.0.0.1:" + listener.getLocalPort());
    }

    @Override
    public void close() {
        closed = true;
        quietly(listener);
        open.forEach(WireServer::quietly);
    }

    private void accept() {
        while (!closed) {
            try {
                Socket socket = listener.accept();
                open.add(socket);
                Thread.ofVirtual().name("simulator-connection").start(() -> serve(socket));
            } catch (IOException e) {
                if (listener.isClosed()) {
                    return;
                }
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            AnswerWriter writer = new AnswerWriter(socket);
            RequestReader reader = new RequestReader(new BufferedInputStream(socket.getInputStream()), () -> {
                try {
                    writer.sendContinue();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            converse(socket, reader, writer);
        } catch (IOException | UncheckedIOException e) {
            // the client went away, or this server is closing: nothing to tell anyone
            open.remove(socket);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            open.remove(socket);
        }
    }

    private void converse(Socket socket, RequestReader reader, AnswerWriter writer)
            throws IOException, InterruptedException {
        try {
            boolean more = true;
            while (more && !closed) {
                WireRequest request = reader.next();
                more = request != null && exchange(request, writer);
            }
        } catch (RequestReader.BadRequest e) {
            refuse(socket);
        }
    }

    private boolean exchange(WireRequest request, AnswerWriter writer) throws IOException, InterruptedException {
        WireAnswer answer = null;
        boolean told = false;
        try {
            answer = handler.answer(request);
            if (answer.delivery().quick()) {
                // before sending: whoever has read the answer must find the request finished
                told = true;
                handler.finished(request, answer);
            }
            return writer.send(request, answer);
        } finally {
            if (!told) {
                handler.finished(request, answer);
            }
        }
    }

    private static void refuse(Socket socket) {
        try {
            socket.getOutputStream()
                    .write("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
                            .getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        } catch (IOException e) {
            quietly(socket);
        }
    }

    private static void quietly(AutoCloseable resource) {
        try {
            resource.close();
        } catch (Exception e) {
            // closing is all that was wanted
            return;
        }
    }
}
