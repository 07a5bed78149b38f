package tallyfold.azuredevops;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the installation sets about Azure DevOps.
 *
 * @param simulator where named organizations are simulated instead of asked; never set in earnest
 * @param inFlight requests at once towards one organization, 1 to 8
 * @param deadline time for one exchange
 */
@ConfigurationProperties("tallyfold.azure-devops")
record AzureDevOpsProperties(
        @DefaultValue Simulator simulator,
        @DefaultValue("4") int inFlight,
        @DefaultValue("60s") Duration deadline) {

    /**
     * @param url where the simulator listens, for example {@code http://127.0.0.1:8090}
     * @param organizations names served by it, or {@code *} for all
     */
    record Simulator(@Nullable String url, @DefaultValue List<String> organizations) {}
}
