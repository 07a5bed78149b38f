package tallyfold.vault.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import tallyfold.vault.MasterKeyRefusedException;

class MasterKeyHiderTest {

    private final StandardEnvironment environment = new StandardEnvironment();

    @Test
    void takesTheKeyOutOfWhatSpringShows() {
        variables(Map.of("TALLYFOLD_MASTER_KEY", "the key", "TALLYFOLD_MASTER_KEY_FILE", "/run/key", "PATH", "/bin"));

        hide();

        assertThat(environment.getProperty("TALLYFOLD_MASTER_KEY")).isNull();
        assertThat(environment.getProperty("tallyfold.master-key")).isNull();
        assertThat(environment.getProperty("tallyfold.master-key-file")).isEqualTo("/run/key");
        assertThat(environment.getProperty("PATH")).isEqualTo("/bin");
        assertThat(environment.getPropertySources().stream().map(source -> String.valueOf(source.getSource())))
                .noneMatch(text -> text.contains("the key"));
    }

    @Test
    void refusesTheKeyAsAProperty() {
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource("commandLineArgs", Map.of("tallyfold.master-key", "the key")));

        assertThatThrownBy(this::hide)
                .isInstanceOf(MasterKeyRefusedException.class)
                .hasMessageNotContaining("the key");
    }

    private void variables(Map<String, Object> variables) {
        String name = StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME;
        environment.getPropertySources().replace(name, new SystemEnvironmentPropertySource(name, variables));
    }

    private void hide() {
        new MasterKeyHider().postProcessEnvironment(environment, new SpringApplication());
    }
}
