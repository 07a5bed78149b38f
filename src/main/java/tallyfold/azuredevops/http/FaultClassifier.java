package tallyfold.azuredevops.http;

import org.jspecify.annotations.Nullable;
import tallyfold.network.Trouble;
import tallyfold.network.UntrustedIssuerException;
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
        return switch (Trouble.of(fault, throughProxy)) {
            case UNTRUSTED ->
                obstacle(Obstacle.TLS, UntrustedIssuerException.issuerIn(fault).orElse(null), Remedy.NONE);
            // Whoever issued it is not what is wrong with it.
            case TLS -> obstacle(Obstacle.TLS, null, Remedy.NONE);
            case TIMEOUT -> obstacle(Obstacle.TIMEOUT, host, Remedy.AGAIN_SELDOM);
            case PROXY_SIGN_IN -> obstacle(Obstacle.PROXY_SIGN_IN, null, Remedy.NONE);
            case PROXY -> obstacle(Obstacle.PROXY, null, Remedy.AGAIN);
            case UNKNOWN_HOST -> obstacle(Obstacle.UNKNOWN_HOST, host, Remedy.AGAIN_SELDOM);
            case REFUSED, BROKEN -> obstacle(Obstacle.NETWORK, host, Remedy.AGAIN);
        };
    }

    private static ExchangeFailure obstacle(Obstacle obstacle, @Nullable String detail, Remedy remedy) {
        return new ExchangeFailure(new Unreachable(obstacle, detail), remedy);
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

    private static <T extends Throwable> @Nullable T find(Throwable fault, Class<T> type) {
        for (Throwable each = fault; each != null; each = each.getCause()) {
            if (type.isInstance(each)) {
                return type.cast(each);
            }
        }
        return null;
    }
}
