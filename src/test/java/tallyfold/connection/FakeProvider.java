package tallyfold.connection;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tallyfold.kernel.Secret;
import tallyfold.provider.ChangePage;
import tallyfold.provider.CheckId;
import tallyfold.provider.CheckListener;
import tallyfold.provider.CheckResult;
import tallyfold.provider.CheckResult.Outcome;
import tallyfold.provider.ConnectionReport;
import tallyfold.provider.ConnectionSettings;
import tallyfold.provider.Diagnosed;
import tallyfold.provider.Element;
import tallyfold.provider.ElementChoice;
import tallyfold.provider.ElementKind;
import tallyfold.provider.EndpointKind;
import tallyfold.provider.FeedPosition;
import tallyfold.provider.ItemRevision;
import tallyfold.provider.ParentChange;
import tallyfold.provider.Provider;
import tallyfold.provider.ProviderDescriptor;
import tallyfold.provider.ProviderFailure;
import tallyfold.provider.ProviderFailure.ScopeMissing;
import tallyfold.provider.ProviderFailure.TokenRejected;
import tallyfold.provider.ProviderId;
import tallyfold.provider.ProviderSession;
import tallyfold.provider.RemoteField;
import tallyfold.provider.RemoteItemText;
import tallyfold.provider.RemotePage;
import tallyfold.provider.RemotePerson;
import tallyfold.provider.RemoteProject;
import tallyfold.provider.RemoteProjectId;
import tallyfold.provider.RemoteStructure;
import tallyfold.provider.RemoteWorkItem;
import tallyfold.provider.SessionCost;
import tallyfold.provider.Verdict;

/** A source system made of constants: what a token opens is decided by which token it is. */
public final class FakeProvider implements Provider {

    public static final String GOOD = "good-0123456789-0123456789";
    public static final String NEWER = "newer-0123456789-0123456789";
    public static final String WITHOUT_GRAPH = "nograph-0123456789-0123456789";
    public static final String REFUSED = "refused-0123456789-0123456789";

    private static final CheckId REACHABLE = new CheckId("organization", "Organization reachable");
    private static final CheckId TOKEN = new CheckId("token", "Token accepted");
    private static final CheckId GRAPH = new CheckId("scope.graph", "Graph: read");
    private static final List<CheckId> CHECKS = List.of(
            REACHABLE,
            TOKEN,
            new CheckId("scope.project", "Project and Team: read"),
            new CheckId("scope.work", "Work Items: read"),
            GRAPH,
            new CheckId("scope.identity", "Identity: read"));
    private static final Pattern ADDRESS = Pattern.compile("https://dev\\.azure\\.com/([A-Za-z0-9-]+)(/.*)?");

    /** Ids by organization; a test may change one. */
    public final Map<String, String> organizationIds = new HashMap<>();

    /** Settings of the sessions opened, in order. */
    public final List<ConnectionSettings> opened = new ArrayList<>();

    public EndpointKind endpoint = EndpointKind.CLOUD;
    public int closed;

    public void reset() {
        organizationIds.clear();
        opened.clear();
        endpoint = EndpointKind.CLOUD;
        closed = 0;
    }

    @Override
    public ProviderId id() {
        return new ProviderId("azure-devops");
    }

    @Override
    public ProviderDescriptor descriptor() {
        return new ProviderDescriptor(
                id(),
                "Azure DevOps",
                "Azure DevOps Site URL",
                "Account",
                "Personal Access Token",
                "https://dev.azure.com/contoso",
                List.of("Open your organization.", "Copy the token."),
                List.of(new ProviderDescriptor.Permission("Graph: read", "names of people")),
                List.of("Choose one organization."));
    }

    @Override
    public Verdict readAddress(String typed) {
        Matcher matcher = ADDRESS.matcher(typed.strip());
        if (matcher.matches()) {
            boolean path = matcher.group(2) != null;
            return new Verdict.Accepted(
                    matcher.group(1).toLowerCase(Locale.ROOT), path ? List.of("PATH_DROPPED") : List.of());
        }
        return typed.startsWith("http://")
                ? new Verdict.Refused("SCHEME", typed.replace("http://", "https://"))
                : new Verdict.Refused(typed.isBlank() ? "EMPTY" : "HOST_NOT_ALLOWED", null);
    }

    @Override
    public Verdict readAccount(String typed) {
        return typed.isBlank() ? new Verdict.Refused("EMPTY", null) : new Verdict.Accepted(typed.strip(), List.of());
    }

    @Override
    public Verdict readToken(CharSequence typed) {
        String token = typed.toString().strip();
        return token.length() < 20
                ? new Verdict.Refused(token.isEmpty() ? "EMPTY" : "TOO_SHORT", null)
                : new Verdict.Accepted(token, List.of());
    }

    @Override
    public EndpointKind endpointOf(String organization) {
        return endpoint;
    }

    @Override
    public URI siteAddress(String organization) {
        return URI.create("https://dev.azure.com/" + organization);
    }

    @Override
    public URI tokenPage(String organization) {
        return URI.create("https://dev.azure.com/" + organization + "/_usersSettings/tokens");
    }

    @Override
    public void diagnose(ConnectionSettings settings, Secret token, Diagnosed.Listener listener) {
        List<Diagnosed.Exchange> sent = List.of(new Diagnosed.Exchange(
                "GET /_apis/projects?$top=100",
                200,
                Duration.ofMillis(12),
                345,
                List.of("content-type: text"),
                List.of(".: object", "count: whole number")));
        listener.onDiagnosed(new Diagnosed(1, 3, "Projects", Diagnosed.Outcome.ANSWERED, sent, "2 projects, no more"));
        listener.onDiagnosed(new Diagnosed(2, 3, "Fields", Diagnosed.Outcome.FAILED, sent, "SCOPE_MISSING"));
        listener.onDiagnosed(
                new Diagnosed(3, 3, "One team", Diagnosed.Outcome.SKIPPED, List.of(), "No team was found."));
    }

    @Override
    public ProviderSession open(ConnectionSettings settings, Secret token) {
        opened.add(settings);
        return new FakeSession(settings, token.reveal());
    }

    private final class FakeSession implements ProviderSession {

        private final ConnectionSettings settings;
        private final String token;

        private FakeSession(ConnectionSettings settings, String token) {
            this.settings = settings;
            this.token = token;
        }

        @Override
        public ConnectionReport check(CheckListener progress) {
            if (TransactionSynchronizationManager.isActualTransactionActive()) {
                throw new IllegalStateException("The network was asked inside a transaction");
            }
            List<CheckResult> results = new ArrayList<>();
            boolean refused = token.equals(REFUSED);
            for (CheckId check : CHECKS) {
                progress.onCheck(new CheckResult(check, Outcome.RUNNING, null));
                ProviderFailure failure = null;
                if (refused && check.equals(TOKEN)) {
                    failure = new TokenRejected(TokenRejected.Rejection.NOT_ACCEPTED);
                } else if (token.equals(WITHOUT_GRAPH) && check.equals(GRAPH)) {
                    failure = new ScopeMissing("Graph: read");
                }
                boolean skipped = refused && !check.equals(TOKEN) && !check.equals(REACHABLE);
                Outcome outcome = skipped ? Outcome.SKIPPED : failure == null ? Outcome.PASSED : Outcome.FAILED;
                CheckResult result = new CheckResult(check, outcome, failure);
                progress.onCheck(result);
                results.add(result);
            }
            RemotePerson owner = new RemotePerson("aad.1", "Anna Lee", "anna@contoso.com", true);
            String id = organizationIds.getOrDefault(settings.organization(), "id-of-" + settings.organization());
            return refused
                    ? new ConnectionReport(results, null, null, null)
                    : new ConnectionReport(results, owner, id, 23);
        }

        @Override
        public RemotePage<RemoteProject> projects(@Nullable String continuation) {
            throw new UnsupportedOperationException();
        }

        @Override
        public RemoteProject project(RemoteProjectId project) {
            throw new UnsupportedOperationException();
        }

        @Override
        public RemoteStructure structure(RemoteProjectId project) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<RemoteStructure.WorkItemType> workItemTypes(String projectName) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<RemotePerson> teamMembers(RemoteProjectId project, String team) {
            throw new UnsupportedOperationException();
        }

        @Override
        public RemotePage<ElementChoice> choices(
                RemoteProjectId project, ElementKind kind, @Nullable String parent, @Nullable String continuation) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<ElementChoice> find(RemoteProjectId project, ElementKind kind, String text, int limit) {
            throw new UnsupportedOperationException();
        }

        @Override
        public ElementChoice element(RemoteProjectId project, Element element) {
            throw new UnsupportedOperationException();
        }

        @Override
        public RemotePage<Long> workItemIds(RemoteProjectId project, Element element, long after) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<RemoteWorkItem> workItems(Collection<Long> ids) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<RemoteField> fields() {
            throw new UnsupportedOperationException();
        }

        @Override
        public void askAlso(Set<String> references) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Set<String> missingFields() {
            throw new UnsupportedOperationException();
        }

        @Override
        public RemoteItemText itemText(long id) {
            throw new UnsupportedOperationException();
        }

        @Override
        public ChangePage<ItemRevision> revisions(FeedPosition from, @Nullable RemoteProjectId only) {
            throw new UnsupportedOperationException();
        }

        @Override
        public ChangePage<ParentChange> parentChanges(FeedPosition from) {
            throw new UnsupportedOperationException();
        }

        @Override
        public int batchSize() {
            return 1;
        }

        @Override
        public SessionCost cost() {
            return new SessionCost(0, Duration.ZERO);
        }

        @Override
        public void close() {
            closed++;
        }
    }
}
