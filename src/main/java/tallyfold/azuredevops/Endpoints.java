package tallyfold.azuredevops;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tallyfold.provider.EndpointKind;

/**
 * Where organizations are reached. The hosts are constants; the one exception is a simulator named in the configuration
 * for named organizations, and nothing else can bring it into play.
 */
final class Endpoints {

    private static final String CORE_HOST = "dev.azure.com";
    private static final String IDENTITY_HOST = "vssps.dev.azure.com";
    private static final String ANY = "*";

    private final @Nullable URI simulator;
    private final Set<String> simulated;

    private Endpoints(@Nullable URI simulator, Set<String> simulated) {
        this.simulator = simulator;
        this.simulated = simulated;
    }

    /** The two bases of one organization. */
    record Bases(URI core, URI identity) {
        Set<URI> all() {
            return Set.of(core, identity);
        }
    }

    static Endpoints cloudOnly() {
        return new Endpoints(null, Set.of());
    }

    /**
     * @throws IllegalArgumentException when the simulator's address is none or not one of http or https
     */
    static Endpoints with(@Nullable String simulatorUrl, List<String> organizations) {
        if (simulatorUrl == null || simulatorUrl.isBlank()) {
            return cloudOnly();
        }
        URI url = URI.create(simulatorUrl.strip().replaceFirst("/+$", ""));
        boolean usable = ("http".equals(url.getScheme()) || "https".equals(url.getScheme()))
                && url.getHost() != null
                && url.getRawUserInfo() == null
                && url.getRawQuery() == null
                && url.getRawFragment() == null;
        if (!usable) {
            throw new IllegalArgumentException("tallyfold.azure-devops.simulator.url must be http://host:port");
        }
        return new Endpoints(
                url,
                organizations.stream()
                        .map(name -> name.strip().toLowerCase(Locale.ROOT))
                        .filter(name -> name.equals(ANY) || SiteAddress.isOrganization(name))
                        .collect(Collectors.toUnmodifiableSet()));
    }

    /** What answers without saying anything of an organization: the simulator where there is one, else the service. */
    URI front() {
        return simulator == null || simulated.isEmpty() ? URI.create("https://" + CORE_HOST) : simulator;
    }

    EndpointKind kindOf(String organization) {
        return simulator != null && (simulated.contains(ANY) || simulated.contains(organization))
                ? EndpointKind.SIMULATOR
                : EndpointKind.CLOUD;
    }

    /**
     * @throws IllegalArgumentException when the name is none or is not served by that kind here
     */
    Bases bases(String organization, EndpointKind kind) {
        if (!SiteAddress.isOrganization(organization) || kindOf(organization) != kind) {
            throw new IllegalArgumentException("Not an organization of this endpoint");
        }
        String root = kind == EndpointKind.CLOUD ? "https:/" : String.valueOf(simulator);
        return new Bases(
                URI.create(root + '/' + CORE_HOST + '/' + organization),
                URI.create(root + '/' + IDENTITY_HOST + '/' + organization));
    }

    /** The simulator's address and its organizations for a warning at the start; null when there is none. */
    @Nullable
    String simulatorNotice() {
        return simulator == null || simulated.isEmpty() ? null : simulator + " for " + simulated;
    }
}
