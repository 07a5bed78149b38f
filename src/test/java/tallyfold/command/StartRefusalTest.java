package tallyfold.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** What a start refuses, in how many words, and that it leaves everything as it found it. */
class StartRefusalTest {

    @TempDir
    Path folder;

    private Path home = Path.of("");

    @BeforeEach
    void nameHome() {
        home = folder.resolve("home");
    }

    @Nested
    class TheMasterKey {

        @BeforeEach
        void startOnce() {
            runOnce();
        }

        @Test
        void lost() throws IOException {
            Files.delete(key());

            CommandRun run = serve();

            assertRefused(run);
            assertThat(run.err())
                    .contains("missing", "expected: key ", "found:    none", key().toString(), "--forget-tokens");
            assertThat(key()).doesNotExist();
        }

        @Test
        void another() throws IOException {
            String before = rows();
            Files.writeString(key(), anotherKey());

            CommandRun run = serve();

            assertRefused(run);
            assertThat(run.err())
                    .contains("not the master key", "expected: key ", "found:    key ", "rotate-master-key");
            assertThat(rows()).isEqualTo(before);
        }

        @Test
        void truncated() throws IOException {
            Files.writeString(key(), Files.readString(key()).substring(0, 20));

            CommandRun run = serve();

            assertRefused(run);
            assertThat(run.err().lines()).hasSize(1);
            assertThat(run.err()).contains("32 bytes", key().toString());
        }

        @Test
        void readableByOthers() throws IOException {
            assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
            Files.setPosixFilePermissions(key(), PosixFilePermissions.fromString("rw-r--r--"));

            CommandRun run = serve();

            assertRefused(run);
            assertThat(run.err().lines()).hasSize(1);
            assertThat(run.err()).contains("chmod 600 \"" + key() + "\"");
        }

        @Test
        void secondOne() throws IOException {
            Path second = folder.resolve("second.key");
            Files.writeString(second, anotherKey());
            ownerOnly(second);

            CommandRun run = serve("--tallyfold.master-key-file=" + second);

            assertRefused(run);
            assertThat(run.err()).contains("disagree", second.toString(), key().toString());
        }

        @Test
        void givenAsAProperty() {
            CommandRun run = serve("--tallyfold.master-key=" + anotherKey());

            assertRefused(run);
            assertThat(run.err()).contains("TALLYFOLD_MASTER_KEY_FILE");
        }

        @Test
        void isCheckedByTheOneShotCommandToo() throws IOException {
            Files.writeString(key(), anotherKey());

            CommandRun run = CommandRun.of("secrets-check", "--home=" + home);

            assertThat(run.exitCode()).isEqualTo(Commands.FAILED);
            assertThat(run.out()).as(run.err()).contains("not the master key", "none that fits");
        }
    }

    @Nested
    class TheDatabase {

        @Test
        void inUseByAnotherProcess() throws IOException {
            runOnce();
            try (FileChannel other = FileChannel.open(database(), StandardOpenOption.WRITE);
                    var _ = other.lock()) {
                CommandRun run = serve();

                assertRefused(run);
                assertThat(run.err())
                        .contains("in use by another process", database().toString());
            }
        }

        @Test
        void overwrittenWithSomethingElse() throws IOException {
            runOnce();
            byte[] noise = new byte[50_000];
            new SecureRandom().nextBytes(noise);
            assertLeftAloneAsDamaged(noise);
        }

        @Test
        void cutInHalf() throws IOException {
            runOnce();
            byte[] whole = Files.readAllBytes(database());
            assertLeftAloneAsDamaged(java.util.Arrays.copyOf(whole, 3000));
        }

        @Test
        void emptied() throws IOException {
            runOnce();
            Files.write(database(), new byte[0]);

            CommandRun run = serve();

            assertRefused(run);
            assertThat(run.err()).contains("is empty", database().toString());
            assertThat(database()).isEmptyFile();
        }

        @Test
        void writtenByANewerVersion() throws SQLException {
            runOnce();
            try (Connection connection = open();
                    Statement statement = connection.createStatement()) {
                statement.execute(
                        "UPDATE \"flyway_schema_history\" SET \"version\" = '900'"
                                + " WHERE \"installed_rank\" = (SELECT MAX(\"installed_rank\") FROM \"flyway_schema_history\")");
            }

            CommandRun run = serve();

            assertRefused(run);
            assertThat(run.err()).contains("newer Tallyfold", "schema 900");
        }

        @Test
        void onAServerThatDoesNotAnswer() throws IOException {
            int port = freePort();

            CommandRun run = serve("--spring.datasource.url=jdbc:postgresql://127.0.0.1:" + port
                    + "/tallyfold?user=someone&password=pw-in-address");

            assertRefused(run);
            assertThat(run.err())
                    .contains("jdbc:postgresql://127.0.0.1:" + port + "/tallyfold does not answer")
                    .doesNotContain("pw-in-address");
        }

        private void assertLeftAloneAsDamaged(byte[] content) throws IOException {
            Files.write(database(), content);

            CommandRun run = serve();

            assertRefused(run);
            assertThat(run.err()).contains("damaged", database().toString());
            assertThat(Files.readAllBytes(database())).isEqualTo(content);
        }
    }

    @Nested
    class TheSurroundings {

        @Test
        void portTaken() throws IOException {
            try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                CommandRun run = CommandRun.of("serve", "--home=" + home, "--port=" + taken.getLocalPort());

                assertRefused(run);
                assertThat(run.err()).contains("Port " + taken.getLocalPort(), "--port");
                assertThat(run.err().lines()).hasSize(1);
            }
        }

        @Test
        void portThatCannotBe() {
            CommandRun run = CommandRun.of("serve", "--home=" + home, "--port=99999");

            assertRefused(run);
            assertThat(run.err()).contains("99999");
        }

        @Test
        void settingThatCannotBeRead() {
            CommandRun run = serve("--spring.datasource.hikari.maximum-pool-size=many");

            assertRefused(run);
            assertThat(run.err()).contains("spring.datasource.hikari.maximum-pool-size");
            assertThat(run.err().lines()).hasSize(1);
        }

        @Test
        void homeNotWritable() throws IOException {
            Path file = Files.writeString(folder.resolve("file"), "not a folder");

            CommandRun run = CommandRun.of("--home=" + file.resolve("home"), "--port=0");

            assertRefused(run);
            assertThat(run.err()).contains(file.resolve("home").toString(), "--home");
            assertThat(run.err().lines()).hasSize(1);
        }

        @Test
        void homeThatWouldChangeTheDatabaseAddress() {
            CommandRun run = CommandRun.of("--home=" + home + ";INIT=x", "--port=0");

            assertRefused(run);
            assertThat(run.err()).contains("cannot be the home folder");
        }

        @Test
        void wireLogThatPrintsTokens() {
            System.setProperty("jdk.httpclient.HttpClient.log", "headers");
            try {
                CommandRun run = serve();

                assertRefused(run);
                assertThat(run.err())
                        .contains("jdk.httpclient.HttpClient.log", "--tallyfold.diagnostics.wire-log=true");
                assertThat(home).doesNotExist();
            } finally {
                System.clearProperty("jdk.httpclient.HttpClient.log");
            }
        }
    }

    private CommandRun serve(String... more) {
        String[] arguments = new String[more.length + 3];
        arguments[0] = "serve";
        arguments[1] = "--home=" + home;
        arguments[2] = "--port=0";
        System.arraycopy(more, 0, arguments, 3, more.length);
        return CommandRun.of(arguments);
    }

    private static void assertRefused(CommandRun run) {
        assertThat(run.exitCode()).isEqualTo(Commands.FAILED);
        assertThat(run.err())
                .startsWith("Tallyfold did not start: ")
                .doesNotContain("\tat ", "Exception in thread", "Caused by");
        assertThat(run.out()).doesNotContain("ready");
    }

    private void runOnce() {
        new SpringApplicationBuilder(SmallApplication.class)
                .listeners(new BeforeStart(BeforeStart.Purpose.SERVE))
                .registerShutdownHook(false)
                .run("--tallyfold.home=" + home, "--server.port=0", "--server.address=127.0.0.1")
                .close();
        assertThat(key()).isRegularFile();
        assertThat(database()).isRegularFile();
    }

    private Path key() {
        return home.resolve("keys").resolve("master.key");
    }

    private Path database() {
        return home.resolve("data").resolve("tallyfold.mv.db");
    }

    private Connection open() throws SQLException {
        return DriverManager.getConnection("jdbc:h2:file:" + home.resolve("data/tallyfold"), "tallyfold", "");
    }

    private String rows() {
        try (Connection connection = open();
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT key_id, check_value, active FROM vault_key")) {
            StringBuilder all = new StringBuilder();
            while (rows.next()) {
                all.append(rows.getString(1)).append(rows.getString(2)).append(rows.getString(3));
            }
            return all.toString();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String anotherKey() {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static void ownerOnly(Path file) throws IOException {
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }
}
