package tallyfold.azuredevops;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.info.BuildProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tallyfold.azuredevops.http.ExchangeSettings;
import tallyfold.azuredevops.http.OrganizationPatience;
import tallyfold.azuredevops.http.Patience;
import tallyfold.azuredevops.http.Pause;
import tallyfold.azuredevops.http.Traffic;
import tallyfold.network.CurrentClient;
import tallyfold.network.CurrentWay;
import tallyfold.provider.NetworkProbe;
import tallyfold.provider.PauseLedger;
import tallyfold.provider.Provider;

/** Puts the provider together from the configuration. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AzureDevOpsProperties.class)
class AzureDevOpsConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(AzureDevOpsConfiguration.class);

    @Bean
    Endpoints azureDevOpsEndpoints(AzureDevOpsProperties properties) {
        Endpoints endpoints = Endpoints.with(
                properties.simulator().url(), properties.simulator().organizations());
        String notice = endpoints.simulatorNotice();
        if (notice != null) {
            LOG.warn("Azure DevOps is simulated at {}. Nothing of it is real.", notice);
        }
        return endpoints;
    }

    @Bean
    ExchangeSettings azureDevOpsExchanges(AzureDevOpsProperties properties) {
        ExchangeSettings standard = ExchangeSettings.standard();
        return new ExchangeSettings(
                standard.connectTimeout(),
                properties.deadline(),
                standard.bodyLimit(),
                properties.inFlight(),
                standard.idPage());
    }

    @Bean
    CurrentClient azureDevOpsClient(ExchangeSettings settings, CurrentWay ways) {
        return new CurrentClient(ways, way -> way.client(settings.connectTimeout()));
    }

    @Bean
    NetworkProbe azureDevOpsProbe(Endpoints endpoints, CurrentClient clients, ObjectProvider<BuildProperties> build) {
        return new AzureDevOpsProbe(endpoints, clients, userAgent(build));
    }

    @Bean
    OrganizationPatience azureDevOpsPatience(
            ExchangeSettings settings, Clock clock, ObjectProvider<PauseLedger> ledger) {
        return new OrganizationPatience(
                ledger.getIfAvailable(() -> PauseLedger.NONE),
                keeper -> new Patience(
                        settings.inFlight(),
                        clock,
                        () -> ThreadLocalRandom.current().nextDouble(),
                        Pause.REAL,
                        keeper));
    }

    @Bean
    Provider azureDevOpsProvider(
            Endpoints endpoints,
            CurrentClient clients,
            ExchangeSettings settings,
            OrganizationPatience patience,
            ObjectProvider<BuildProperties> build,
            ObjectProvider<MeterRegistry> meters,
            @Value("${tallyfold.metrics.names:false}") boolean names,
            Clock clock) {
        Traffic traffic = Traffic.counted(meters.getIfAvailable(), names);
        return new AzureDevOpsProvider(endpoints, clients, settings, patience, traffic, clock, userAgent(build));
    }

    private static String userAgent(ObjectProvider<BuildProperties> build) {
        BuildProperties version = build.getIfAvailable();
        return "Tallyfold/" + (version == null ? "development" : version.getVersion());
    }
}
