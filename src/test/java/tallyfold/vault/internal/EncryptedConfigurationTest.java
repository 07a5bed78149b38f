package tallyfold.vault.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import com.ulisesbocchio.jasyptspringbootstarter.JasyptSpringBootAutoConfiguration;
import java.nio.file.Path;
import java.util.UUID;
import javax.sql.DataSource;
import org.jasypt.encryption.StringEncryptor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.mock.env.MockEnvironment;
import tallyfold.vault.MasterKeyRefusedException;

class EncryptedConfigurationTest {

    @TempDir
    Path home;

    private final String url = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
    private final ApplicationContextRunner context = new ApplicationContextRunner()
            .withConfiguration(
                    AutoConfigurations.of(JasyptSpringBootAutoConfiguration.class, DataSourceAutoConfiguration.class))
            .withUserConfiguration(VaultConfiguration.class, MasterKeySources.class)
            .withBean(Keyring.class, () -> mock(Keyring.class))
            .withPropertyValues("spring.datasource.url=" + url, "spring.datasource.username=tallyfold");

    @Test
    void opensTheDatabasePassword() {
        MasterKey key = generate();
        // The first connection to this database sets its password.
        context.withPropertyValues("tallyfold.home=" + home, "spring.datasource.password=good password")
                .run(started ->
                        started.getBean(DataSource.class).getConnection().close());

        context.withPropertyValues(
                        "tallyfold.home=" + home,
                        "spring.datasource.password=ENC(" + key.encryptor().encrypt("good password") + ")")
                .run(started -> assertThat(started.getBean(DataSource.class).getConnection())
                        .satisfies(
                                connection -> assertThat(connection.isValid(1)).isTrue()));
        context.withPropertyValues(
                        "tallyfold.home=" + home,
                        "spring.datasource.password=ENC(" + key.encryptor().encrypt("wrong password") + ")")
                .run(started -> assertThat(catchMessage(started.getBean(DataSource.class)))
                        .contains("Wrong user name"));
    }

    @Test
    void isRefusedWithoutAKeyAndGeneratesNone() {
        String encrypted = MasterKey.random("a test").encryptor().encrypt("password");

        context.withPropertyValues("tallyfold.home=" + home, "spring.datasource.password=ENC(" + encrypted + ")")
                .run(started -> assertThat(started)
                        .getFailure()
                        .hasRootCauseInstanceOf(MasterKeyRefusedException.class)
                        .rootCause()
                        .hasMessageContaining("there is no master key"));
        assertThat(home.resolve("keys")).doesNotExist();
    }

    @Test
    void isRefusedWithAnotherKeyAndNamesTheOneFound() {
        String encrypted = MasterKey.random("a test").encryptor().encrypt("password");
        MasterKey found = generate();

        context.withPropertyValues("tallyfold.home=" + home, "spring.datasource.password=ENC(" + encrypted + ")")
                .run(started -> assertThat(started)
                        .getFailure()
                        .rootCause()
                        .isInstanceOf(MasterKeyRefusedException.class)
                        .hasMessageContaining("does not open with key " + found.id()));
    }

    @Test
    void usesTheVaultsOwnEncryptor() {
        generate();

        context.withPropertyValues("tallyfold.home=" + home).run(started -> {
            assertThat(started.getBean("jasyptStringEncryptor", StringEncryptor.class))
                    .isInstanceOf(ConfigurationEncryptor.class);
        });
    }

    private MasterKey generate() {
        MockEnvironment environment = new MockEnvironment().withProperty("tallyfold.home", home.toString());
        return new MasterKeySources(environment, _ -> null).generate();
    }

    private static String catchMessage(DataSource dataSource) {
        try (var _ = dataSource.getConnection()) {
            return "connected";
        } catch (java.sql.SQLException e) {
            return String.valueOf(e.getMessage());
        }
    }
}
