package tallyfold.azuredevops;

import java.net.http.HttpClient;
import java.time.Clock;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.info.BuildProperties;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tallyfold.azuredevops.http.ExchangeSettings;
import tallyfold.azuredevops.http.HttpClients;
import tallyfold.azuredevops.http.OrganizationPatience;
import tallyfold.azuredevops.http.Patience;
import tallyfold.azuredevops.http.Pause;
import tallyfold.azuredevops.http.ProxySettings;
import tallyfold.azuredevops.http.TrustedAuthorities;
import tallyfold.provider.Provider;

/** Puts the provider together from the configuration. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({AzureDevOpsProperties.class, ProxySettings.class})
class AzureDevOpsConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(AzureDevOpsConfiguration.class);

    @Bean
    Provider azureDevOpsProvider(
            AzureDevOpsProperties properties,
            ProxySettings proxy,
            SslBundles bundles,
            ObjectProvider<BuildProperties> build,
            Clock clock) {
        Endpoints endpoints = Endpoints.with(
                properties.simulator().url(), properties.simulator().organizations());
        String notice = endpoints.simulatorNotice();
        if (notice != null) {
            LOG.warn("Azure DevOps is simulated at {}. Nothing of it is real.", notice);
        }
        ExchangeSettings standard = ExchangeSettings.standard();
        ExchangeSettings settings = new ExchangeSettings(
                standard.connectTimeout(),
                properties.deadline(),
                standard.bodyLimit(),
                properties.inFlight(),
                standard.idPage());
        String bundle = properties.sslBundle();
        HttpClient client = HttpClients.create(
                settings,
                bundle == null || bundle.isBlank()
                        ? TrustedAuthorities.ofTheJdk()
                        : TrustedAuthorities.with(bundles.getBundle(bundle)),
                proxy);
        BuildProperties version = build.getIfAvailable();
        return new AzureDevOpsProvider(
                endpoints,
                client,
                settings,
                new OrganizationPatience(() -> new Patience(
                        settings.inFlight(),
                        clock,
                        () -> ThreadLocalRandom.current().nextDouble(),
                        Pause.REAL)),
                clock,
                "Tallyfold/" + (version == null ? "development" : version.getVersion()));
    }
}
