package tallyfold.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import javax.net.ServerSocketFactory;

/** Takes connections on a free port of this machine, each on a thread of its own, until it is closed. */
public abstract class LoopbackServer implements AutoCloseable {

    private final ServerSocket server;

    LoopbackServer(ServerSocketFactory sockets) {
        try {
            server = sockets.createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Begins to take connections; the last thing that a constructor does. */
    final void listen() {
        // Not a virtual thread: the TLS socket may pin its carrier while it waits.
        Thread.ofPlatform().daemon().start(this::takeAll);
    }

    private void takeAll() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                Thread.ofVirtual().start(() -> serve(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    /** Has a connection to itself, and closes it. */
    abstract void serve(Socket client);

    public final int port() {
        return server.getLocalPort();
    }

    @Override
    public final void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
