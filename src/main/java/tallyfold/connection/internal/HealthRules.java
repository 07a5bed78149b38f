package tallyfold.connection.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tallyfold.connection.Health;
import tallyfold.provider.ProviderFailure;
import tallyfold.provider.ProviderFailure.NotFound;
import tallyfold.provider.ProviderFailure.PolicyBlocked;
import tallyfold.provider.ProviderFailure.ScopeMissing;
import tallyfold.provider.ProviderFailure.Throttled;
import tallyfold.provider.ProviderFailure.TokenRejected;
import tallyfold.provider.ProviderFailure.UnexpectedAnswer;
import tallyfold.provider.ProviderFailure.Unreachable;

/** What outcome and date mean for the health of a connection. */
public final class HealthRules {

    /** How many days before its expiry a token counts as expiring soon. */
    public static final int SOON_DAYS = 14;

    private HealthRules() {}

    /** The health a failure means; empty when it says nothing of the connection as a whole. */
    public static Optional<Health> of(ProviderFailure failure) {
        return switch (failure) {
            case TokenRejected rejected ->
                Optional.of(
                        rejected.reason() == TokenRejected.Rejection.EXPIRED ? Health.EXPIRED : Health.TOKEN_REFUSED);
            case PolicyBlocked _ -> Optional.of(Health.TOKEN_REFUSED);
            case ScopeMissing _ -> Optional.of(Health.PERMISSION_MISSING);
            case Throttled _ -> Optional.of(Health.THROTTLED);
            case Unreachable _ -> Optional.of(Health.UNREACHABLE);
            case NotFound notFound ->
                notFound.what() == NotFound.What.ORGANIZATION ? Optional.of(Health.UNREACHABLE) : Optional.empty();
            case UnexpectedAnswer unexpected ->
                switch (unexpected.reason()) {
                    case OTHER_ORGANIZATION -> Optional.of(Health.TOKEN_REFUSED);
                    // A quirk of one list or one query; the connection as a whole may be well.
                    case REPEATED_PAGE, TOO_MANY_RESULTS -> Optional.empty();
                    default -> Optional.of(Health.UNREACHABLE);
                };
        };
    }

    /**
     * The health to show: the last outcome, and what the entered expiry date adds to it.
     *
     * @param stored as the last outcome left it
     * @param checked when the last check ended; null before the first
     */
    public static Health today(
            Health stored, @Nullable LocalDate expires, @Nullable Instant checked, LocalDate today, ZoneId zone) {
        if (expires == null) {
            return stored;
        }
        boolean passed = today.isAfter(expires);
        return switch (stored) {
            case HEALTHY -> {
                if (!passed) {
                    yield today.plusDays(SOON_DAYS).isBefore(expires) ? Health.HEALTHY : Health.EXPIRES_SOON;
                }
                // A token that still works after the entered day proves the day wrong, not the token.
                boolean worksStill =
                        checked != null && checked.atZone(zone).toLocalDate().isAfter(expires);
                yield worksStill ? Health.EXPIRES_SOON : Health.EXPIRED;
            }
            // Refused without a reason, and the day has passed: the day is the reason.
            case TOKEN_REFUSED -> passed ? Health.EXPIRED : Health.TOKEN_REFUSED;
            default -> stored;
        };
    }
}
