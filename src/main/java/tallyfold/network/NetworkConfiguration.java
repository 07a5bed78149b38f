package tallyfold.network;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The one way to the outside, for everybody. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ProxySettings.class)
class NetworkConfiguration {

    /** The bundle has an older name too, from when only Azure DevOps was asked with it. */
    @Bean
    CurrentWay currentWay(
            @Value("${tallyfold.network.ssl-bundle:${tallyfold.azure-devops.ssl-bundle:}}") String bundle,
            ProxySettings proxy,
            ObjectProvider<SslBundles> bundles,
            ObjectProvider<NetworkSettings> chosen) {
        return new CurrentWay(
                bundle.isBlank() ? null : bundles.getObject().getBundle(bundle),
                proxy,
                System::getenv,
                chosen::getIfAvailable);
    }
}
