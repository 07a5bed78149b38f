package tallyfold.network;

import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.Locale;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/** What stands in the way of a request, told from what the JDK's client throws. */
public enum Trouble {
    /** Nobody who is trusted vouches for the certificate; see {@link UntrustedIssuerException#issuerIn}. */
    UNTRUSTED,
    /** Another fault of the encryption, for example a certificate for another name. */
    TLS,
    /** Nothing came in time. */
    TIMEOUT,
    /** The proxy wants a sign-in, or another one. */
    PROXY_SIGN_IN,
    /** The proxy is not there, or does not let the request through. */
    PROXY,
    /** Nobody knows the name. */
    UNKNOWN_HOST,
    /** Nothing listens there. */
    REFUSED,
    /** The connection broke. */
    BROKEN;

    /**
     * What a fault of the client means.
     *
     * @param throughProxy whether the client took a proxy, see {@link HttpClients#goesThroughProxy}
     */
    public static Trouble of(Throwable fault, boolean throughProxy) {
        if (UntrustedIssuerException.issuerIn(fault).isPresent()) {
            return UNTRUSTED;
        }
        if (has(fault, SSLException.class) && !isCut(fault)) {
            return TLS;
        }
        if (has(fault, HttpTimeoutException.class) || has(fault, TimeoutException.class)) {
            return TIMEOUT;
        }
        if (throughProxy && says(fault, "too many authentication attempts")) {
            // The client's own words for a sign-in refused again and again; the service's challenges it never answers.
            return PROXY_SIGN_IN;
        }
        if (throughProxy && (has(fault, ConnectException.class) || says(fault, "tunnel"))) {
            return says(fault, "407") ? PROXY_SIGN_IN : PROXY;
        }
        if (has(fault, UnknownHostException.class) || has(fault, UnresolvedAddressException.class)) {
            return UNKNOWN_HOST;
        }
        return has(fault, ConnectException.class) ? REFUSED : BROKEN;
    }

    /** The answer of a proxy in place of a tunnel, which comes without any body at all. */
    public static Trouble ofRefusedTunnel(int status) {
        return status == 407 ? PROXY_SIGN_IN : PROXY;
    }

    /** A connection closed inside the handshake or a record is the network's fault, not the certificate's. */
    private static boolean isCut(Throwable fault) {
        return says(fault, "terminated the handshake") || says(fault, "closed") || says(fault, "reset");
    }

    /** The JDK writes "Tunnel failed" in one place and "tunnel" in others. */
    private static boolean says(Throwable fault, String text) {
        for (Throwable each = fault; each != null; each = each.getCause()) {
            String message = each.getMessage();
            if (each instanceof IOException
                    && message != null
                    && message.toLowerCase(Locale.ROOT).contains(text)) {
                return true;
            }
        }
        return false;
    }

    private static boolean has(Throwable fault, Class<? extends Throwable> type) {
        for (Throwable each = fault; each != null; each = each.getCause()) {
            if (type.isInstance(each)) {
                return true;
            }
        }
        return false;
    }
}
