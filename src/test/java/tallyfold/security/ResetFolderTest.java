package tallyfold.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResetFolderTest {

    private static final String HASH = "{argon2id}$argon2id$made";

    @TempDir
    Path home;

    private final List<String> stored = new ArrayList<>();
    private ResetFolder folder;
    private Path requests;

    @BeforeEach
    void open() {
        folder = new ResetFolder(home);
        folder.open();
        requests = home.resolve("requests");
    }

    private void answer() throws IOException {
        folder.answer(
                (name, hash) -> {
                    stored.add(name + " " + hash);
                    return !name.equals("nobody");
                },
                Instant.now());
    }

    private ResetFolder.Answer asked(String name) throws Exception {
        try (ExecutorService command = Executors.newSingleThreadExecutor()) {
            Future<ResetFolder.Answer> answer = command.submit(() -> folder.ask(name, HASH, Duration.ofSeconds(20)));
            while (!answer.isDone()) {
                answer();
                Thread.onSpinWait();
            }
            return answer.get();
        }
    }

    @Test
    void doesOnceWhatIsAskedAndLeavesNothingBehind() throws Exception {
        assertThat(asked("anna")).isEqualTo(ResetFolder.Answer.DONE);
        assertThat(stored).containsExactly("anna " + HASH);
        assertThat(asked("nobody")).isEqualTo(ResetFolder.Answer.NO_SUCH_USER);
        assertThat(requests).isEmptyDirectory();
    }

    @Test
    void isForTheOwnerOnly() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(requests)))
                .isEqualTo("rwx------");
    }

    @Test
    void givesUpWhenNobodyLooksAndTakesTheRequestAway() throws Exception {
        assertThat(folder.ask("anna", HASH, Duration.ofMillis(300))).isEqualTo(ResetFolder.Answer.NONE);
        assertThat(requests).isEmptyDirectory();
        assertThat(new ResetFolder(home.resolve("elsewhere")).ask("anna", HASH, Duration.ofSeconds(9)))
                .isEqualTo(ResetFolder.Answer.NONE);
    }

    @Test
    void dropsWhatOthersCouldHaveWrittenOrReadAndWhatIsOldOrShapeless() throws IOException {
        Path readable = Files.writeString(requests.resolve("readable.request"), "anna\n" + HASH);
        Files.setPosixFilePermissions(readable, PosixFilePermissions.fromString("rw-r--r--"));
        Path old = owned("old.request", "anna\n" + HASH);
        Files.setLastModifiedTime(old, FileTime.from(Instant.now().minusSeconds(121)));
        owned("short.request", "anna");
        owned("long.request", "anna\n" + "x".repeat(5_000));
        Path elsewhere = Files.writeString(home.resolve("elsewhere"), "anna\n" + HASH);
        Files.setPosixFilePermissions(elsewhere, PosixFilePermissions.fromString("rw-------"));
        Files.createSymbolicLink(requests.resolve("link.request"), elsewhere);
        answer();
        assertThat(stored).isEmpty();
        assertThat(requests).isEmptyDirectory();
        assertThat(elsewhere).exists();
    }

    @Test
    void forgetsAtStartWhatWasAskedBefore() throws IOException {
        owned("before.request", "anna\n" + HASH);
        folder.open();
        answer();
        assertThat(stored).isEmpty();
    }

    private Path owned(String name, String text) throws IOException {
        Path file = Files.writeString(requests.resolve(name), text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        return file;
    }
}
