package tallyfold.connection.internal;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tallyfold.connection.Connection;
import tallyfold.kernel.Secret;
import tallyfold.provider.CheckId;
import tallyfold.provider.CheckListener;
import tallyfold.provider.CheckResult;
import tallyfold.provider.CheckResult.Outcome;
import tallyfold.provider.ConnectionReport;
import tallyfold.provider.ConnectionSettings;
import tallyfold.provider.Provider;
import tallyfold.provider.ProviderException;
import tallyfold.provider.ProviderFailure;
import tallyfold.provider.ProviderFailure.UnexpectedAnswer;
import tallyfold.provider.ProviderSession;

/** Runs the checks of a provider. Talks to the network: never call it inside a transaction. */
@Component
public class ConnectionChecker {

    private static final int OK = 200;
    private static final CheckId ORGANIZATION = new CheckId("organization", "Organization reachable");

    /** Checks a token that is not stored (yet). */
    public ConnectionReport check(
            Provider provider, ConnectionSettings settings, Secret token, CheckListener progress) {
        try (ProviderSession session = provider.open(settings, token)) {
            return check(session, settings.organizationId(), progress);
        } catch (ProviderException e) {
            return refused(ORGANIZATION, e.failure());
        }
    }

    /** Checks through an open session and holds the answer against the organization that is expected. */
    public ConnectionReport check(ProviderSession session, @Nullable String expected, CheckListener progress) {
        ConnectionReport report;
        try {
            report = session.check(progress);
        } catch (ProviderException e) {
            return refused(ORGANIZATION, e.failure());
        }
        boolean sameOrganization = expected == null || expected.equalsIgnoreCase(report.organizationId());
        if (sameOrganization || !report.passed()) {
            return report;
        }
        ConnectionReport refused = otherOrganization(report);
        refused.checks().forEach(progress::onCheck);
        return refused;
    }

    /** A report of one failed check. */
    public static ConnectionReport refused(CheckId check, ProviderFailure failure) {
        return new ConnectionReport(List.of(new CheckResult(check, Outcome.FAILED, failure)), null, null, null);
    }

    /** What a connection is opened with; the endpoint is always the one that configuration says today. */
    public static ConnectionSettings settings(Provider provider, Connection connection) {
        return new ConnectionSettings(
                connection.organization(),
                provider.endpointOf(connection.organization()),
                connection.organizationId(),
                connection.account());
    }

    private static ConnectionReport otherOrganization(ConnectionReport report) {
        List<CheckResult> checks = new ArrayList<>(report.checks());
        CheckId first = checks.isEmpty() ? ORGANIZATION : checks.removeFirst().check();
        UnexpectedAnswer failure = new UnexpectedAnswer(UnexpectedAnswer.Oddity.OTHER_ORGANIZATION, OK);
        checks.addFirst(new CheckResult(first, Outcome.FAILED, failure));
        return new ConnectionReport(checks, report.owner(), report.organizationId(), report.projectsVisible());
    }
}
