package tallyfold.azuredevops;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import tallyfold.azuredevops.api.ConnectionData;
import tallyfold.azuredevops.api.CoreApi;
import tallyfold.azuredevops.api.IdentityApi;
import tallyfold.azuredevops.api.Listing;
import tallyfold.azuredevops.api.Project;
import tallyfold.azuredevops.api.WorkItemApi;
import tallyfold.azuredevops.http.ApiArea;
import tallyfold.azuredevops.http.ApiConnection;
import tallyfold.azuredevops.http.Effort;
import tallyfold.azuredevops.http.ExchangeFailure;
import tallyfold.provider.CheckId;
import tallyfold.provider.CheckListener;
import tallyfold.provider.CheckResult;
import tallyfold.provider.CheckResult.Outcome;
import tallyfold.provider.ConnectionReport;
import tallyfold.provider.ProviderFailure;
import tallyfold.provider.ProviderFailure.NotFound;
import tallyfold.provider.ProviderFailure.PolicyBlocked;
import tallyfold.provider.ProviderFailure.ScopeMissing;
import tallyfold.provider.ProviderFailure.TokenRejected;
import tallyfold.uikit.Texts;

/**
 * The six named checks of a connection. The service does not say which permission a token has, so that each is found out
 * by the cheapest question that needs it.
 */
final class ConnectionCheck {

    static final CheckId ORGANIZATION = new CheckId("organization", Texts.of("azuredevops.check.organization"));
    static final CheckId TOKEN = new CheckId("token", Texts.of("azuredevops.check.token"));
    static final CheckId PROJECT = new CheckId("scope.project", ApiArea.PROJECT.permission());
    static final CheckId WORK = new CheckId("scope.work", ApiArea.WORK.permission());
    static final CheckId GRAPH = new CheckId("scope.graph", ApiArea.GRAPH.permission());
    static final CheckId IDENTITY = new CheckId("scope.identity", ApiArea.IDENTITY.permission());

    private static final List<CheckId> SCOPES = List.of(PROJECT, WORK, GRAPH, IDENTITY);
    private static final int PAGE = 1000;
    private static final int MOST_PAGES = 20;

    private final ApiConnection connection;
    private final CoreApi core;
    private final WorkItemApi workItems;
    private final IdentityApi identities;
    private final @Nullable String knownOrganizationId;
    private final CheckListener progress;
    private final List<CheckResult> results = new ArrayList<>();
    private @Nullable Integer projectsVisible;

    ConnectionCheck(
            ApiConnection connection,
            CoreApi core,
            WorkItemApi workItems,
            IdentityApi identities,
            @Nullable String knownOrganizationId,
            CheckListener progress) {
        this.connection = connection;
        this.core = core;
        this.workItems = workItems;
        this.identities = identities;
        this.knownOrganizationId = knownOrganizationId;
        this.progress = progress;
    }

    ConnectionReport run() {
        start(ORGANIZATION);
        ConnectionData data;
        try {
            data = connection.ask(Effort.PERSON_WAITS, core::connectionData);
        } catch (ExchangeFailure failure) {
            return refused(failure.failure(), null);
        }
        ProviderFailure objection = WhoAnswers.objection(data, knownOrganizationId);
        if (objection != null) {
            return refused(objection, data);
        }
        end(ORGANIZATION, null);
        start(TOKEN);
        end(TOKEN, null);

        String user = WhoAnswers.userId(data);
        check(PROJECT, ApiArea.PROJECT, this::countProjects);
        check(WORK, ApiArea.WORK, workItems::relationTypes);
        check(GRAPH, ApiArea.GRAPH, () -> identities.descriptor(user));
        check(IDENTITY, ApiArea.IDENTITY, () -> identities.identities(user));
        return new ConnectionReport(results, WhoAnswers.owner(data), data.instanceId(), projectsVisible);
    }

    /** The token was judged, or it did not come to that: the rest is skipped in both cases. */
    private ConnectionReport refused(ProviderFailure failure, @Nullable ConnectionData data) {
        if (failure instanceof TokenRejected || failure instanceof PolicyBlocked) {
            end(ORGANIZATION, null);
            start(TOKEN);
            end(TOKEN, failure);
        } else {
            end(ORGANIZATION, failure);
            tell(new CheckResult(TOKEN, Outcome.SKIPPED, null), true);
        }
        SCOPES.forEach(scope -> tell(new CheckResult(scope, Outcome.SKIPPED, null), true));
        return new ConnectionReport(results, null, data == null ? null : data.instanceId(), null);
    }

    private void check(CheckId id, ApiArea area, Supplier<@Nullable Object> question) {
        start(id);
        ProviderFailure failure = null;
        try {
            connection.ask(Effort.PERSON_WAITS, question);
        } catch (ExchangeFailure refused) {
            failure = meaning(refused.failure(), area);
        }
        end(id, failure);
    }

    /** The same refusal means another thing once the token is known to be good. */
    private static @Nullable ProviderFailure meaning(ProviderFailure failure, ApiArea area) {
        if (failure instanceof TokenRejected) {
            return new ScopeMissing(area.permission());
        }
        // Allowed to look, and found nobody: not a matter of permission.
        boolean nobodyThere = failure instanceof NotFound && (area == ApiArea.GRAPH || area == ApiArea.IDENTITY);
        return nobodyThere ? null : failure;
    }

    private Integer countProjects() {
        Set<String> seen = new HashSet<>();
        Set<String> tokens = new HashSet<>();
        String token = null;
        for (int page = 0; page < MOST_PAGES; page++) {
            String from = token;
            // Further pages are asked one by one inside the first question: all or none count.
            ResponseEntity<Listing<Project>> answer = core.projects(PAGE, from);
            Listing<Project> projects = answer.getBody();
            if (projects == null) {
                break;
            }
            projects.present().map(Project::id).filter(id -> id != null).forEach(seen::add);
            token = answer.getHeaders().getFirst(ProjectPages.CONTINUATION);
            if (token == null || token.isBlank() || !tokens.add(token)) {
                break;
            }
        }
        projectsVisible = seen.size();
        return projectsVisible;
    }

    private void start(CheckId id) {
        tell(new CheckResult(id, Outcome.RUNNING, null), false);
    }

    private void end(CheckId id, @Nullable ProviderFailure failure) {
        tell(new CheckResult(id, failure == null ? Outcome.PASSED : Outcome.FAILED, failure), true);
    }

    private void tell(CheckResult result, boolean last) {
        if (last) {
            results.add(result);
        }
        progress.onCheck(result);
    }
}
