package tallyfold.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.env.MockEnvironment;

class CommandsTest {

    @ParameterizedTest
    @ValueSource(strings = {"backups", "rotate", "Serve", "server", ""})
    void doesNotKnowOtherCommands(String name) {
        CommandRun run = CommandRun.of(name);

        assertThat(run.exitCode()).isEqualTo(Commands.USAGE);
        assertThat(run.err().lines()).hasSize(1);
        assertThat(run.err()).contains("Unknown command '" + name + "'", "--help");
    }

    @ParameterizedTest
    @CsvSource({
        "--prot=8081, Unknown option",
        "--port=web, is not an int",
        "reset-password, USER",
        "--server.port, Unknown option"
    })
    void refusesWhatItDoesNotUnderstandInOneLine(String argument, String said) {
        CommandRun run = CommandRun.of(argument);

        assertThat(run.exitCode()).isEqualTo(Commands.USAGE);
        assertThat(run.err().lines()).hasSize(1);
        assertThat(run.err()).contains(said);
    }

    @Test
    void explainsItself() {
        CommandRun run = CommandRun.of("--help");

        assertThat(run.exitCode()).isEqualTo(Commands.OK);
        assertThat(run.out())
                .contains(
                        "serve",
                        "demo",
                        "secrets-check",
                        "reset-password",
                        "rebuild-figures",
                        "--home",
                        "--port",
                        "rotate-master-key");
    }

    @Test
    void saysItsVersion() {
        CommandRun run = CommandRun.of("--version");

        assertThat(run.exitCode()).isEqualTo(Commands.OK);
        assertThat(run.out()).startsWith("Tallyfold ").hasLineCount(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"secrets-check", "reset-password", "rebuild-figures", "rotate-master-key", "backup"})
    void createsNoDatabaseWhereThereIsNone(String command, @TempDir Path folder) {
        Path home = folder.resolve("mistyped");

        CommandRun run = command.equals("reset-password")
                ? CommandRun.of(command, "admin", "--home=" + home)
                : CommandRun.of(command, "--home=" + home);

        assertThat(run.exitCode()).isEqualTo(Commands.FAILED);
        assertThat(run.err()).contains("There is no database", home.toString()).hasLineCount(1);
        assertThat(home).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-, 8080, -, http://localhost:8080",
                "0.0.0.0, 80, -, http://localhost:80",
                "127.0.0.1, 8080, /tf, http://localhost:8080/tf",
                "10.1.2.3, 8080, -, http://10.1.2.3:8080",
                "fd00::1, 8080, -, http://[fd00::1]:8080"
            })
    void namesTheAddressToOpen(String bound, String port, String path, String expected) {
        MockEnvironment environment = new MockEnvironment().withProperty("local.server.port", port);
        if (bound != null) {
            environment.setProperty("server.address", bound);
        }
        if (path != null) {
            environment.setProperty("server.servlet.context-path", path);
        }

        assertThat(Address.of(environment)).isEqualTo(expected);
    }
}
