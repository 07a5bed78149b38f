package tallyfold.azuredevops.http;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tallyfold.provider.ProviderFailure.NotFound;
import tallyfold.provider.ProviderFailure.PolicyBlocked;
import tallyfold.provider.ProviderFailure.PolicyBlocked.Policy;
import tallyfold.provider.ProviderFailure.ScopeMissing;
import tallyfold.provider.ProviderFailure.Throttled;
import tallyfold.provider.ProviderFailure.TokenRejected;
import tallyfold.provider.ProviderFailure.TokenRejected.Rejection;
import tallyfold.provider.ProviderFailure.UnexpectedAnswer;
import tallyfold.provider.ProviderFailure.UnexpectedAnswer.Oddity;
import tallyfold.provider.ProviderFailure.Unreachable;
import tallyfold.provider.ProviderFailure.Unreachable.Obstacle;

/**
 * Tells from an answer what the service means by it: a pure function. Branches on statuses and on the service's error
 * codes, on prose only where the service gives nothing else.
 */
public final class AnswerClassifier {

    /** Told with a bad request or with a server error. */
    private static final String QUERY_TOO_SLOW = "VS402335";

    private static final String ANONYMOUS = "aaaaaaaa-aaaa-aaaa-aaaa-aaaaaaaaaaaa";

    private AnswerClassifier() {}

    /** The failure an answer means, or null when it is a good one. */
    public static @Nullable ExchangeFailure classify(Answer answer, ApiArea area, @Nullable Duration retryAfter) {
        int status = answer.status();
        if (status >= 200 && status < 300) {
            return success(answer);
        }
        if (status >= 300 && status < 400) {
            return redirect(answer);
        }
        if (answer.says("TF400733")) {
            return throttled(retryAfter);
        }
        return switch (status) {
            case 400 -> badRequest(answer);
            case 401 -> unauthorized(answer);
            case 403 -> forbidden(answer, area);
            case 404 -> notFound(answer, area);
            case 407 -> new ExchangeFailure(new Unreachable(Obstacle.PROXY_SIGN_IN, null), Remedy.NONE);
            case 408 -> new ExchangeFailure(new Unreachable(Obstacle.TIMEOUT, null), Remedy.AGAIN_SELDOM, retryAfter);
            case 429 -> throttled(retryAfter);
            case 500, 502, 503, 504 -> serverError(answer, retryAfter);
            default -> odd(Oddity.STATUS, status, Remedy.NONE);
        };
    }

    private static @Nullable ExchangeFailure success(Answer answer) {
        if (answer.status() == 203) {
            return rejected(Rejection.NOT_ACCEPTED);
        }
        if (answer.isJson()) {
            return answer.empty() ? odd(Oddity.MALFORMED, answer.status(), Remedy.ONCE_MORE) : null;
        }
        boolean signInPage = answer.isHtml()
                && (answer.fromService()
                        || answer.says(
                                "azure devops", "visual studio", "_signin", "sign in", "login.microsoftonline.com"));
        return signInPage ? rejected(Rejection.NOT_ACCEPTED) : odd(Oddity.NOT_JSON, answer.status(), Remedy.NONE);
    }

    private static ExchangeFailure redirect(Answer answer) {
        return leadsToSignIn(answer.location())
                ? rejected(Rejection.NOT_ACCEPTED)
                : odd(Oddity.REDIRECT, answer.status(), Remedy.NONE);
    }

    /** Whether a redirect leads to the service's own sign-in page. It is not followed in either case. */
    static boolean leadsToSignIn(@Nullable String location) {
        if (location == null || location.startsWith("//")) {
            return false;
        }
        URI target;
        try {
            target = new URI(location);
        } catch (URISyntaxException notAnAddress) {
            return false;
        }
        String path = target.getRawPath() == null ? "" : target.getRawPath().toLowerCase(Locale.ROOT);
        boolean signInPath = path.contains("/_signin");
        if (!target.isAbsolute()) {
            return signInPath;
        }
        String host = target.getHost() == null ? "" : target.getHost().toLowerCase(Locale.ROOT);
        if (!"https".equalsIgnoreCase(target.getScheme())) {
            return false;
        }
        return host.equals("login.microsoftonline.com")
                || host.equals("login.live.com")
                || (signInPath
                        && (host.equals("dev.azure.com")
                                || host.endsWith(".dev.azure.com")
                                || host.endsWith(".visualstudio.com")));
    }

    private static ExchangeFailure badRequest(Answer answer) {
        if (answer.says("VS800075", "ProjectDoesNotExist", "TF200016")) {
            return missing(NotFound.What.PROJECT);
        }
        if (answer.says("TF401232")) {
            return missing(NotFound.What.WORK_ITEM);
        }
        if (answer.says("VS402337")) {
            return odd(Oddity.TOO_MANY_RESULTS, 400, Remedy.NONE);
        }
        if (answer.says(QUERY_TOO_SLOW)) {
            return queryTooSlow(null);
        }
        if (answer.says("TF51011")) {
            return missing(NotFound.What.OTHER);
        }
        return odd(Oddity.STATUS, 400, Remedy.NONE);
    }

    private static ExchangeFailure unauthorized(Answer answer) {
        ExchangeFailure policy = policy(answer);
        if (policy != null) {
            return policy;
        }
        if (answer.says("Personal Access Token used has expired")) {
            return rejected(Rejection.EXPIRED);
        }
        // The service names the user it knows; for a token it does not know it names nobody.
        boolean knownUser = answer.says("TF400813", "InvalidIdentityException")
                && !answer.says(ANONYMOUS)
                && !answer.says("not available for anonymous access");
        return rejected(knownUser ? Rejection.NOT_A_MEMBER : Rejection.NOT_ACCEPTED);
    }

    private static ExchangeFailure forbidden(Answer answer, ApiArea area) {
        ExchangeFailure policy = policy(answer);
        if (policy != null) {
            return policy;
        }
        // A page nobody of the service signed is a gateway's; a bare or JSON refusal is about the token's permissions.
        boolean aboutPermission = area != ApiArea.CONNECTION && (answer.fromService() || !answer.isHtml());
        return new ExchangeFailure(
                aboutPermission ? new ScopeMissing(area.permission()) : new PolicyBlocked(Policy.OTHER), Remedy.NONE);
    }

    private static @Nullable ExchangeFailure policy(Answer answer) {
        if (answer.says("VS403463", "conditional access policy")) {
            return new ExchangeFailure(new PolicyBlocked(Policy.CONDITIONAL_ACCESS), Remedy.NONE);
        }
        if (answer.says("global Personal Access Token")) {
            return new ExchangeFailure(new PolicyBlocked(Policy.GLOBAL_TOKEN), Remedy.NONE);
        }
        return null;
    }

    private static ExchangeFailure notFound(Answer answer, ApiArea area) {
        if (area == ApiArea.CONNECTION) {
            return missing(NotFound.What.ORGANIZATION);
        }
        if (answer.says("TF200016", "VS800075", "ProjectDoesNotExist")) {
            return missing(NotFound.What.PROJECT);
        }
        return missing(answer.says("TF401232") ? NotFound.What.WORK_ITEM : NotFound.What.OTHER);
    }

    private static ExchangeFailure serverError(Answer answer, @Nullable Duration retryAfter) {
        if (answer.says("TF24668")) {
            return new ExchangeFailure(new Unreachable(Obstacle.ORGANIZATION_STOPPED, null), Remedy.NONE);
        }
        if (answer.says(QUERY_TOO_SLOW)) {
            return queryTooSlow(retryAfter);
        }
        return new ExchangeFailure(new Unreachable(Obstacle.SERVER_ERROR, null), Remedy.AGAIN, retryAfter);
    }

    private static ExchangeFailure queryTooSlow(@Nullable Duration retryAfter) {
        return new ExchangeFailure(new Unreachable(Obstacle.TIMEOUT, null), Remedy.AGAIN_SELDOM, retryAfter);
    }

    private static ExchangeFailure throttled(@Nullable Duration retryAfter) {
        return new ExchangeFailure(new Throttled(retryAfter), Remedy.LATER, retryAfter);
    }

    private static ExchangeFailure rejected(Rejection reason) {
        return new ExchangeFailure(new TokenRejected(reason), Remedy.NONE);
    }

    private static ExchangeFailure missing(NotFound.What what) {
        return new ExchangeFailure(new NotFound(what), Remedy.NONE);
    }

    private static ExchangeFailure odd(Oddity oddity, int status, Remedy remedy) {
        return new ExchangeFailure(new UnexpectedAnswer(oddity, status), remedy);
    }
}
