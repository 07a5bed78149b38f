package tallyfold.azuredevops;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tallyfold.azuredevops.http.ApiConnection;
import tallyfold.azuredevops.http.ExchangeRecorder;
import tallyfold.azuredevops.http.ExchangeSettings;
import tallyfold.azuredevops.http.OrganizationPatience;
import tallyfold.azuredevops.http.Traffic;
import tallyfold.kernel.Secret;
import tallyfold.provider.ConnectionSettings;
import tallyfold.provider.Diagnosed;
import tallyfold.provider.EndpointKind;
import tallyfold.provider.PauseLedger;
import tallyfold.provider.Provider;
import tallyfold.provider.ProviderDescriptor;
import tallyfold.provider.ProviderId;
import tallyfold.provider.ProviderSession;
import tallyfold.provider.Verdict;

/** Azure DevOps Services as a source system. */
final class AzureDevOpsProvider implements Provider {

    static final ProviderId ID = new ProviderId("azure-devops");

    private final Endpoints endpoints;
    private final Supplier<HttpClient> client;
    private final ExchangeSettings settings;
    private final OrganizationPatience patience;
    private final Traffic traffic;
    private final Clock clock;
    private final String userAgent;
    private final ProviderDescriptor descriptor = AzureDevOpsDescriptor.create(ID);

    AzureDevOpsProvider(
            Endpoints endpoints,
            Supplier<HttpClient> client,
            ExchangeSettings settings,
            OrganizationPatience patience,
            Traffic traffic,
            Clock clock,
            String userAgent) {
        this.endpoints = endpoints;
        this.client = client;
        this.settings = settings;
        this.patience = patience;
        this.traffic = traffic;
        this.clock = clock;
        this.userAgent = userAgent;
    }

    @Override
    public ProviderId id() {
        return ID;
    }

    @Override
    public ProviderDescriptor descriptor() {
        return descriptor;
    }

    @Override
    public Verdict readAddress(String typed) {
        return AddressReader.read(typed);
    }

    @Override
    public Verdict readAccount(String typed) {
        return CredentialReader.readAccount(typed);
    }

    @Override
    public Verdict readToken(CharSequence typed) {
        return CredentialReader.readToken(typed);
    }

    @Override
    public EndpointKind endpointOf(String organization) {
        return endpoints.kindOf(organization);
    }

    @Override
    public URI siteAddress(String organization) {
        return URI.create(AddressReader.siteOf(checked(organization)));
    }

    @Override
    public URI tokenPage(String organization) {
        return URI.create(AddressReader.siteOf(checked(organization)) + "/_usersSettings/tokens");
    }

    @Override
    public ProviderSession open(ConnectionSettings connection, Secret token) {
        Endpoints.Bases bases = endpoints.bases(connection.organization(), connection.endpoint());
        return new AzureDevOpsSession(connection, bases, connect(connection, bases, token, null), settings.idPage());
    }

    @Override
    public void diagnose(ConnectionSettings connection, Secret token, Diagnosed.Listener listener) {
        Endpoints.Bases bases = endpoints.bases(connection.organization(), connection.endpoint());
        ExchangeRecorder recorder = new ExchangeRecorder();
        try (ApiConnection api = connect(connection, bases, token, recorder)) {
            new Diagnosis(api, bases, recorder, connection.organizationId(), clock, listener).run();
        }
    }

    private ApiConnection connect(
            ConnectionSettings connection, Endpoints.Bases bases, Secret token, @Nullable ExchangeRecorder recorder) {
        return new ApiConnection(
                client.get(),
                settings,
                bases.all(),
                token,
                patience.towards(new PauseLedger.Source(ID, connection.organization(), connection.endpoint())),
                traffic.with(connection.organization()),
                clock,
                userAgent,
                recorder);
    }

    private static String checked(String organization) {
        if (!SiteAddress.isOrganization(organization)) {
            throw new IllegalArgumentException("Not an organization");
        }
        return organization;
    }
}
