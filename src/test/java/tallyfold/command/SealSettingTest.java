package tallyfold.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tallyfold.support.Databases;

/** A secret becomes a setting that only the master key opens. */
@ResourceLock(Resources.SYSTEM_PROPERTIES)
class SealSettingTest {

    private static final String SECRET = "client secret with = and ü";

    @TempDir
    Path home;

    private CommandRun run(String typed, String... arguments) {
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8)));
        try {
            return CommandRun.of(arguments);
        } finally {
            System.setIn(before);
        }
    }

    private void makeKey() {
        Databases.inFile(home.resolve("data/tallyfold")).close();
        assertThat(run("", "secrets-check", "--home=" + home).exitCode()).isEqualTo(Commands.OK);
    }

    @Test
    void printsWhatTheConfigurationOpens() {
        makeKey();

        CommandRun run = run(SECRET + "\n", "seal-setting", "--home=" + home);

        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isEqualTo(Commands.OK);
        assertThat(run.out()).startsWith("ENC(").doesNotContain(SECRET);
        CommandRun used = run(
                "",
                "secrets-check",
                "--home=" + home,
                "--spring.datasource.password=" + run.out().strip());
        // It opened: what the database then says is that this is not its password.
        assertThat(used.err()).contains("refuses the user name or password");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n"})
    void sealsNoNothing(String typed) {
        makeKey();

        CommandRun run = run(typed, "seal-setting", "--home=" + home);

        assertThat(run.exitCode()).isEqualTo(Commands.USAGE);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("nothing to seal");
    }

    @Test
    void saysWhereTheKeyShouldBe() {
        CommandRun run = run(SECRET, "seal-setting", "--home=" + home);

        assertThat(run.exitCode()).isEqualTo(Commands.FAILED);
        assertThat(run.err()).contains("no master key yet").contains(home.toString());
    }
}
