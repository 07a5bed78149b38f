package tallyfold.support;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.ssl.SSLContext;

/** Speaks TLS in front of a server that does not. */
public final class TlsFront extends LoopbackServer {

    private final int target;

    public TlsFront(SSLContext context, int target) {
        super(context.getServerSocketFactory());
        this.target = target;
        listen();
    }

    @Override
    void serve(Socket client) {
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
}
