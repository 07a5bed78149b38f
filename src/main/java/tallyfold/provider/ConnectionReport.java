package tallyfold.provider;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a check of a connection found.
 *
 * @param checks all checks in order, none left out
 * @param owner whom the token belongs to; null when the token was not accepted
 * @param organizationId the organization's own id; null when it could not be learned
 * @param projectsVisible how many projects the token sees; null when not learned
 */
public record ConnectionReport(
        List<CheckResult> checks,
        @Nullable RemotePerson owner,
        @Nullable String organizationId,
        @Nullable Integer projectsVisible) {

    public ConnectionReport {
        checks = List.copyOf(checks);
    }

    public boolean passed() {
        return checks.stream().allMatch(check -> check.outcome() == CheckResult.Outcome.PASSED);
    }

    /** The first failure, from which the connection's health follows. */
    public Optional<ProviderFailure> failure() {
        return checks.stream()
                .map(CheckResult::failure)
                .filter(java.util.Objects::nonNull)
                .findFirst();
    }
}
