package tallyfold.azuredevops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tallyfold.network.CurrentWay;
import tallyfold.provider.EndpointKind;
import tallyfold.provider.Provider;
import tallyfold.provider.ProviderDescriptor;
import tallyfold.support.ChosenNetwork;

@ExtendWith(OutputCaptureExtension.class)
class AzureDevOpsConfigurationTest {

    private final ApplicationContextRunner application = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(SslAutoConfiguration.class))
            .withBean(Clock.class, Clock::systemUTC)
            .withBean(CurrentWay.class, () -> new ChosenNetwork().ways())
            .withUserConfiguration(AzureDevOpsConfiguration.class);

    @Test
    void reachesTheCloudAndNothingElseByItself(CapturedOutput output) {
        application.run(context -> {
            Provider provider = context.getBean(Provider.class);
            assertThat(provider.endpointOf("fabrikam")).isEqualTo(EndpointKind.CLOUD);
            assertThat(output).doesNotContain("simulated");
        });
    }

    @Test
    void simulatesNamedOrganizationsOnlyAndSaysSo(CapturedOutput output) {
        application
                .withPropertyValues(
                        "tallyfold.azure-devops.simulator.url=http://127.0.0.1:8090/",
                        "tallyfold.azure-devops.simulator.organizations=fabrikam-demo, Contoso-Demo")
                .run(context -> {
                    Provider provider = context.getBean(Provider.class);
                    assertThat(provider.endpointOf("fabrikam-demo")).isEqualTo(EndpointKind.SIMULATOR);
                    assertThat(provider.endpointOf("contoso-demo")).isEqualTo(EndpointKind.SIMULATOR);
                    assertThat(provider.endpointOf("fabrikam")).isEqualTo(EndpointKind.CLOUD);
                    assertThat(output).containsOnlyOnce("Azure DevOps is simulated at http://127.0.0.1:8090");
                });
    }

    @Test
    void describesTheStepsAndThePermissionsInTheirOrder() {
        application.run(context -> {
            ProviderDescriptor descriptor = context.getBean(Provider.class).descriptor();
            assertThat(descriptor.tokenSteps()).hasSize(5);
            assertThat(descriptor.permissions())
                    .extracting(ProviderDescriptor.Permission::name)
                    .containsExactly("Project and Team: read", "Work Items: read", "Graph: read", "Identity: read");
        });
    }

    @Test
    void givesTheAddressesPeopleOpen() {
        application.run(context -> {
            Provider provider = context.getBean(Provider.class);
            assertThat(provider.siteAddress("fabrikam")).hasToString("https://dev.azure.com/fabrikam");
            assertThat(provider.tokenPage("fabrikam"))
                    .hasToString("https://dev.azure.com/fabrikam/_usersSettings/tokens");
            assertThatThrownBy(() -> provider.siteAddress("../evil")).isInstanceOf(IllegalArgumentException.class);
        });
    }

    @Nested
    class Addresses {

        @Test
        void haveConstantHostsInTheCloud() {
            Endpoints.Bases bases = Endpoints.cloudOnly().bases("fabrikam", EndpointKind.CLOUD);
            assertThat(bases.core()).hasToString("https://dev.azure.com/fabrikam");
            assertThat(bases.identity()).hasToString("https://vssps.dev.azure.com/fabrikam");
        }

        @Test
        void areRefusedForNamesThatAreNone() {
            for (String odd : List.of("", "a/b", "evil.example", "a@b", "Fabrikam", "xn--a")) {
                assertThatThrownBy(() -> Endpoints.cloudOnly().bases(odd, EndpointKind.CLOUD))
                        .as(odd)
                        .isInstanceOf(IllegalArgumentException.class);
            }
        }

        @Test
        void neverServeOneKindForTheOther() {
            Endpoints some = Endpoints.with("http://127.0.0.1:1", List.of("fabrikam"));
            assertThatThrownBy(() -> some.bases("fabrikam", EndpointKind.CLOUD))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> Endpoints.cloudOnly().bases("fabrikam", EndpointKind.SIMULATOR))
                    .isInstanceOf(IllegalArgumentException.class);
        }

        @Test
        void refuseASimulatorThatIsNoPlainAddress() {
            for (String odd :
                    List.of("ftp://x", "localhost:80", "http://u:p@x", "http://x?y", "http://x#y", "http://")) {
                assertThatThrownBy(() -> Endpoints.with(odd, List.of("*")))
                        .as(odd)
                        .isInstanceOf(IllegalArgumentException.class);
            }
        }
    }
}
