package tallyfold.support;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import javax.net.ssl.SSLContext;

/** Speaks TLS in front of a server that does not. */
public final class TlsFront implements AutoCloseable {

    private final ServerSocket server;
    private final int target;

    public TlsFront(SSLContext context, int target) {
        this.target = target;
        try {
            server = context.getServerSocketFactory().createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofPlatform().daemon().start(this::listen);
    }

    public int port() {
        return server.getLocalPort();
    }

    private void listen() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                Thread.ofVirtual().start(() -> serve(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client;
                Socket plain = new Socket(InetAddress.getLoopbackAddress(), target)) {
            Thread.ofVirtual().start(() -> pump(plain, client));
            pump(client, plain);
        } catch (IOException refused) {
            // Perhaps the client trusts nobody.
        }
    }

    private static void pump(Socket from, Socket to) {
        try {
            InputStream source = from.getInputStream();
            OutputStream sink = to.getOutputStream();
            source.transferTo(sink);
            to.shutdownOutput();
        } catch (IOException hungUp) {
            // The other direction ends as well then.
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
