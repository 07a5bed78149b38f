package tallyfold.azuredevops.http;

import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import tallyfold.provider.ProviderFailure.UnexpectedAnswer;
import tallyfold.provider.ProviderFailure.UnexpectedAnswer.Oddity;
import tallyfold.provider.ProviderFailure.Unreachable;
import tallyfold.provider.ProviderFailure.Unreachable.Obstacle;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;

/** Tells from an exception what went wrong on the way; keeps the host or the issuer and drops the exception. */
final class FaultClassifier {

    private FaultClassifier() {}

    /** A fault before an answer was complete. */
    static ExchangeFailure network(Throwable fault, String host, boolean throughProxy) {
        if (find(fault, BodyTooLargeException.class) != null) {
            return new ExchangeFailure(new UnexpectedAnswer(Oddity.TOO_LARGE, 200), Remedy.NONE);
        }
        UntrustedIssuerException untrusted = find(fault, UntrustedIssuerException.class);
        if (untrusted != null) {
            return new ExchangeFailure(new Unreachable(Obstacle.TLS, untrusted.issuer()), Remedy.NONE);
        }
        if (find(fault, SSLException.class) != null && !isCut(fault)) {
            return new ExchangeFailure(new Unreachable(Obstacle.TLS, host), Remedy.NONE);
        }
        if (find(fault, HttpTimeoutException.class) != null || find(fault, TimeoutException.class) != null) {
            return new ExchangeFailure(new Unreachable(Obstacle.TIMEOUT, host), Remedy.AGAIN_SELDOM);
        }
        if (throughProxy && says(fault, "too many authentication attempts")) {
            // The client's own words for a sign-in refused again and again; the service's challenges it never answers.
            return new ExchangeFailure(new Unreachable(Obstacle.PROXY_SIGN_IN, null), Remedy.NONE);
        }
        if (throughProxy && (find(fault, ConnectException.class) != null || says(fault, "tunnel"))) {
            return says(fault, "407")
                    ? new ExchangeFailure(new Unreachable(Obstacle.PROXY_SIGN_IN, null), Remedy.NONE)
                    : new ExchangeFailure(new Unreachable(Obstacle.PROXY, null), Remedy.AGAIN);
        }
        if (find(fault, UnknownHostException.class) != null || find(fault, UnresolvedAddressException.class) != null) {
            return new ExchangeFailure(new Unreachable(Obstacle.UNKNOWN_HOST, host), Remedy.AGAIN_SELDOM);
        }
        return new ExchangeFailure(new Unreachable(Obstacle.NETWORK, host), Remedy.AGAIN);
    }

    /** A fault while a complete answer was read. */
    static ExchangeFailure reading(Throwable fault) {
        if (find(fault, StreamConstraintsException.class) != null) {
            return new ExchangeFailure(new UnexpectedAnswer(Oddity.MALFORMED, 200), Remedy.NONE);
        }
        if (find(fault, UnexpectedEndOfInputException.class) != null) {
            return new ExchangeFailure(new UnexpectedAnswer(Oddity.TRUNCATED, 200), Remedy.AGAIN);
        }
        return new ExchangeFailure(new UnexpectedAnswer(Oddity.MALFORMED, 200), Remedy.ONCE_MORE);
    }

    /** A connection closed inside the handshake or a record is the network's fault, not the certificate's. */
    private static boolean isCut(Throwable fault) {
        return says(fault, "terminated the handshake") || says(fault, "closed") || says(fault, "reset");
    }

    private static boolean says(Throwable fault, String text) {
        for (Throwable each = fault; each != null; each = each.getCause()) {
            String message = each.getMessage();
            if (each instanceof IOException && message != null && message.contains(text)) {
                return true;
            }
        }
        return false;
    }

    private static <T extends Throwable> @Nullable T find(Throwable fault, Class<T> type) {
        for (Throwable each = fault; each != null; each = each.getCause()) {
            if (type.isInstance(each)) {
                return type.cast(each);
            }
        }
        return null;
    }
}
