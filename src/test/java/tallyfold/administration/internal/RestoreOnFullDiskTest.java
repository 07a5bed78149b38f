package tallyfold.administration.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.env.MockEnvironment;
import tallyfold.administration.BackupProgress;
import tallyfold.administration.BackupRefusedException;
import tallyfold.support.Databases;
import tallyfold.support.FullDisk;
import tallyfold.support.MutableClock;

/** What becomes of the present database when the disk runs full while a backup is restored beside it. */
@SuppressWarnings("NullAway.Init")
class RestoreOnFullDiskTest {

    private static final int ROWS = 40_000;

    @TempDir
    Path folder;

    private final MutableClock clock = new MutableClock();
    private Path backup;
    private Path present;

    @BeforeEach
    void prepare() {
        FullDisk.install();
        Path data = folder.resolve("data");
        present = data.resolve("tallyfold.mv.db");
        try (Databases database = Databases.inFile(data.resolve("tallyfold"))) {
            database.jdbc().sql("""
                            INSERT INTO feed_project (connection_id, name_key, remote_project_id)
                            SELECT CAST(? AS UUID), 'project ' || x, RANDOM_UUID() FROM SYSTEM_RANGE(1, ?)""").param(UUID.randomUUID()).param(ROWS).update();
            BackupFolder backups = new BackupFolder(folder.resolve("backups"));
            backup = backups.path()
                    .resolve(new Backups(database.dataSource(), backups, clock, "1.0")
                            .take(false, BackupProgress.UNHEARD)
                            .name());
        }
    }

    @AfterEach
    void free() {
        FullDisk.free();
    }

    private Restoring restoring() {
        String address = present.toString().replace(".mv.db", "");
        return Restoring.open(
                backup,
                new MockEnvironment()
                        .withProperty("spring.datasource.url", "jdbc:h2:full:" + address + ";WRITE_DELAY=0")
                        .withProperty("spring.datasource.username", "tallyfold"),
                true,
                clock);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(present.resolveSibling(""))) {
            return files.toList();
        }
    }

    @Test
    void replacesNothingAndGoesOnceThereIsRoom() throws IOException {
        byte[] before = Files.readAllBytes(present);

        try (Restoring restoring = restoring()) {
            assertThatThrownBy(() -> restoring.load((rows, _) -> {
                        if (rows > ROWS / 2) {
                            FullDisk.fill();
                        }
                    }))
                    .isInstanceOf(BackupRefusedException.class);
        }

        assertThat(FullDisk.refused()).isPositive();
        assertThat(present).hasBinaryContent(before);
        assertThat(files()).containsExactly(present);

        FullDisk.free();
        try (Restoring restoring = restoring()) {
            restoring.load(BackupProgress.UNHEARD);
            assertThat(restoring.swap()).isNotNull();
        }
        try (Databases restored = Databases.inFile(present.resolveSibling("tallyfold"))) {
            assertThat(restored.jdbc()
                            .sql("SELECT COUNT(*) FROM feed_project")
                            .query(Long.class)
                            .single())
                    .isEqualTo(ROWS);
        }
    }

    /** The last of it is written when the database is closed, after the last row. */
    @Test
    void noticesADiskThatIsFullAtTheVeryEnd() throws IOException {
        byte[] before = Files.readAllBytes(present);

        try (Restoring restoring = restoring()) {
            assertThatThrownBy(() -> restoring.load((rows, all) -> {
                        if (rows == all) {
                            FullDisk.fill();
                        }
                    }))
                    .isInstanceOf(BackupRefusedException.class);
        }

        assertThat(present).hasBinaryContent(before);
    }
}
