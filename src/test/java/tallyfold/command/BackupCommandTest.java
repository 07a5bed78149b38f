package tallyfold.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tallyfold.support.Databases;

/** Backup, restore and the change of the key as an operator runs them, on homes in files. */
@SuppressWarnings("NullAway.Init")
class BackupCommandTest {

    private static final Pattern WRITTEN = Pattern.compile("Backup written: (\\S+\\.zip) ");
    private static final Pattern KEY = Pattern.compile("The master key (\\S+) is not inside");

    @TempDir
    Path folder;

    private Path home;

    @BeforeEach
    void prepare() throws IOException {
        home = Files.createDirectory(folder.resolve("home"));
        withDatabase(
                home,
                database -> database.jdbc()
                        .sql(
                                "INSERT INTO feed_project (connection_id, name_key, remote_project_id) VALUES (:id, 'a', 'b')")
                        .param("id", UUID.randomUUID())
                        .update());
    }

    private interface Work {
        void on(Databases database);
    }

    private static void withDatabase(Path home, Work work) {
        try (Databases database = Databases.inFile(home.resolve("data/tallyfold"))) {
            work.on(database);
        }
    }

    private static CommandRun run(Path home, String... command) {
        String[] all = java.util.Arrays.copyOf(command, command.length + 1);
        all[command.length] = "--home=" + home;
        return CommandRun.of(all);
    }

    private Path backup() {
        CommandRun run = run(home, "backup");
        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isEqualTo(Commands.OK);
        return Path.of(found(WRITTEN, run.out()));
    }

    private static String found(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        assertThat(matcher.find()).as(text).isTrue();
        return matcher.group(1);
    }

    private static long rows(Path home) {
        long[] rows = new long[1];
        withDatabase(
                home,
                database -> rows[0] = database.jdbc()
                        .sql("SELECT COUNT(*) FROM feed_project")
                        .query(Long.class)
                        .single());
        return rows[0];
    }

    private Path secondHome() throws IOException {
        Path second = folder.resolve("second");
        Files.createDirectories(second.resolve("keys"));
        Files.copy(
                home.resolve("keys/master.key"),
                second.resolve("keys/master.key"),
                java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
        return second;
    }

    @Test
    void bringsAHomeBackOnANewMachine() throws IOException {
        Path file = backup();
        Path second = secondHome();

        CommandRun run = run(second, "restore", file.toString());

        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isEqualTo(Commands.OK);
        assertThat(run.out()).contains("Restored " + file);
        assertThat(rows(second)).isEqualTo(1);
        withDatabase(
                second,
                database -> assertThat(database.jdbc()
                                .sql("SELECT action FROM audit_event ORDER BY seq")
                                .query(String.class)
                                .list())
                        .contains("backup.restored"));
        assertThat(run(second, "secrets-check").exitCode()).isEqualTo(Commands.OK);
    }

    @Test
    void keepsWhatWasThereBefore() {
        Path file = backup();
        withDatabase(
                home,
                database -> database.jdbc().sql("DELETE FROM feed_project").update());

        CommandRun run = run(home, "restore", file.toString());

        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains("tallyfold-before-restore-");
        assertThat(rows(home)).isEqualTo(1);
    }

    @Test
    void restoresOverADamagedDatabase() throws IOException {
        Path file = backup();
        Files.writeString(home.resolve("data/tallyfold.mv.db"), "");

        assertThat(run(home, "restore", file.toString()).exitCode()).isEqualTo(Commands.OK);

        assertThat(rows(home)).isEqualTo(1);
    }

    @Test
    void refusesTheBackupOfAnotherKeyWithBothIds() throws IOException {
        CommandRun taken = run(home, "backup");
        Path file = Path.of(found(WRITTEN, taken.out()));
        String expected = found(KEY, taken.out());
        Path other = folder.resolve("other");
        Files.createDirectories(other);
        withDatabase(other, database -> {});
        assertThat(run(other, "secrets-check").exitCode()).isEqualTo(Commands.OK);
        String present = found(
                Pattern.compile("Master key: (\\S+)"),
                run(other, "secrets-check").out());

        CommandRun run = run(other, "restore", file.toString());

        assertThat(run.exitCode()).isEqualTo(Commands.FAILED);
        assertThat(run.err())
                .contains(expected, present, "--forget-tokens", "Nothing was replaced")
                .hasLineCount(1);
        assertThat(rows(other)).isZero();

        CommandRun forgetting = run(other, "restore", file.toString(), "--forget-tokens");
        assertThat(forgetting.err()).isEmpty();
        assertThat(forgetting.out()).contains("Forgot 0 tokens");
        assertThat(rows(other)).isEqualTo(1);
        assertThat(run(other, "secrets-check").exitCode()).isEqualTo(Commands.OK);
    }

    @Test
    void restoresWhatWasBackedUpBeforeTheKeyWasReplaced() {
        Path file = backup();
        CommandRun rotated = run(home, "rotate-master-key");
        assertThat(rotated.err()).isEmpty();
        assertThat(rotated.exitCode()).isEqualTo(Commands.OK);
        assertThat(rotated.out()).contains("retired-", "Store a copy");

        CommandRun run = run(home, "restore", file.toString());

        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isEqualTo(Commands.OK);
        CommandRun check = run(home, "secrets-check");
        assertThat(check.exitCode()).isEqualTo(Commands.OK);
    }

    @Test
    void saysWhatItNeedsWhenCalledWrongly() {
        assertThat(run(home, "restore").exitCode()).isEqualTo(Commands.USAGE);
        assertThat(run(home, "restore").err()).contains("FILE").hasLineCount(1);
        CommandRun none = run(home, "restore", folder.resolve("none.zip").toString());
        assertThat(none.exitCode()).isEqualTo(Commands.FAILED);
        assertThat(none.err()).contains("There is no file").hasLineCount(1);
        assertThat(run(
                                home,
                                "rotate-master-key",
                                "--from",
                                folder.resolve("none").toString())
                        .exitCode())
                .isEqualTo(Commands.FAILED);
    }

    @Test
    void takesNoBackupOfADatabaseInUse() throws IOException {
        Path file = home.resolve("data/tallyfold.mv.db");
        try (FileChannel server = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
                FileLock _ = server.lock()) {
            CommandRun run = run(home, "backup");

            assertThat(run.exitCode()).isEqualTo(Commands.FAILED);
            assertThat(run.err()).contains("page Backup").hasLineCount(1);
        }
    }
}
