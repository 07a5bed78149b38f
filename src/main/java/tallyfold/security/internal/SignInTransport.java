package tallyfold.security.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Whether a sign-in crossed the network readable. Behind a reverse proxy that is named, the request says what the browser
 * did; on the machine itself nothing crosses the network.
 */
@Component
class SignInTransport {

    private static final Logger LOG = LoggerFactory.getLogger(SignInTransport.class);

    private final AtomicBoolean told = new AtomicBoolean();

    /** Whether this one did; said once in the log, lest the warning drown what else is there. */
    boolean inTheClear(HttpServletRequest request) {
        boolean clear = !request.isSecure() && !isFromThisMachine(request);
        if (clear && !told.getAndSet(true)) {
            LOG.warn("Somebody signed in over plain HTTP from another machine, so that the password crossed the network"
                    + " readable. Put a reverse proxy with HTTPS in front of Tallyfold and name it in"
                    + " tallyfold.trusted-proxies; docs/guide/install.md shows how. This is said once.");
        }
        return clear;
    }

    private static boolean isFromThisMachine(HttpServletRequest request) {
        String from = String.valueOf(request.getRemoteAddr());
        return from.equals(request.getLocalAddr()) || isLoopback(from);
    }

    private static boolean isLoopback(String address) {
        try {
            return InetAddress.ofLiteral(address).isLoopbackAddress();
        } catch (IllegalArgumentException made) {
            // A proxy may put something else there; what cannot be read is not taken for this machine.
            return false;
        }
    }
}
