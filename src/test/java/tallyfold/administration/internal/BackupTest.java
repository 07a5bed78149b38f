package tallyfold.administration.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tallyfold.administration.BackupFile;
import tallyfold.administration.BackupProgress;
import tallyfold.administration.BackupRefusedException;
import tallyfold.support.Databases;
import tallyfold.support.MutableClock;

@ParameterizedClass
@EnumSource(Databases.Kind.class)
@SuppressWarnings("NullAway.Init")
class BackupTest {

    @TempDir
    Path folder;

    private final Databases.Kind kind;
    private final MutableClock clock = new MutableClock();
    private Databases database;
    private Backups backups;

    BackupTest(Databases.Kind kind) {
        this.kind = kind;
    }

    @BeforeEach
    void open() {
        database = Databases.fresh(kind);
        backups = new Backups(database.dataSource(), new BackupFolder(folder), clock, "1.0");
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void describesItselfAndIsForItsOwnerOnly() throws IOException {
        database.jdbc()
                .sql("INSERT INTO vault_key (key_id, check_value, origin, created_at, active)"
                        + " VALUES ('abcd', 'x', 'a test', CURRENT_TIMESTAMP, TRUE)")
                .update();

        BackupFile file = backups.take(false, BackupProgress.UNHEARD);

        assertThat(file.name()).isEqualTo("tallyfold-2026-11-23T090000Z.zip");
        assertThat(file.keyId()).isEqualTo("abcd");
        assertThat(file.takenAt()).isEqualTo(clock.instant());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(file.name()))))
                .isEqualTo("rw-------");
        try (BackupArchive archive = BackupArchive.open(folder.resolve(file.name()))) {
            archive.check();
            assertThat(archive.manifest().product()).isEqualTo("1.0");
            assertThat(archive.manifest().schema()).matches("\\d{3}");
            assertThat(archive.manifest().tables())
                    .extracting(Manifest.Table::name)
                    .contains("app_user", "connection_secret", "work_item", "audit_event", "scheduled_tasks")
                    .doesNotContain("flyway_schema_history");
        }
    }

    @Test
    void isOfOneMomentWhileOthersWrite() throws Exception {
        int rows = 40;
        for (int i = 0; i < rows; i++) {
            database.jdbc()
                    .sql("INSERT INTO scheduled_tasks (task_name, task_instance, execution_time, picked, version)"
                            + " VALUES ('t', :i, CURRENT_TIMESTAMP, FALSE, 0)")
                    .param("i", Integer.toString(i))
                    .update();
            database.jdbc()
                    .sql("INSERT INTO sync_checkpoint (link_id, run_id, fence, after_id)"
                            + " VALUES (CAST(:id AS UUID), CAST(:id AS UUID), :i, 0)")
                    .param("id", new java.util.UUID(0, i).toString())
                    .param("i", i)
                    .update();
        }
        AtomicBoolean stop = new AtomicBoolean();
        AtomicInteger commits = new AtomicInteger();
        List<Long> during = new ArrayList<>();
        try (ExecutorService threads = Executors.newSingleThreadExecutor()) {
            Future<?> writer = threads.submit(() -> {
                for (int n = 0; !stop.get(); n++) {
                    int moved = n % rows;
                    database.transaction().executeWithoutResult(_ -> {
                        database.jdbc()
                                .sql("UPDATE scheduled_tasks SET version = version + 1 WHERE task_instance = :i")
                                .param("i", Integer.toString(moved))
                                .update();
                        database.jdbc()
                                .sql("UPDATE sync_checkpoint SET after_id = after_id - 1 WHERE fence = :i")
                                .param("i", moved)
                                .update();
                    });
                    commits.incrementAndGet();
                }
            });
            try {
                while (commits.get() < 5 && !writer.isDone()) {
                    Thread.onSpinWait();
                }
                for (int i = 0; i < 8; i++) {
                    int before = commits.get();
                    BackupFile file = backups.take(false, (_, _) -> {
                        // Every table waits until the writer has gone on.
                        int seen = commits.get();
                        while (commits.get() < seen + 2 && !writer.isDone()) {
                            Thread.onSpinWait();
                        }
                    });
                    assertThat(commits.get()).isGreaterThan(before + 10);
                    during.add(sum(file, "scheduled_tasks", 1) + sum(file, "sync_checkpoint", -1));
                    clock.advance(Duration.ofSeconds(1));
                }
            } finally {
                stop.set(true);
            }
            writer.get();
        }
        assertThat(during).containsOnly(0L);
        assertThat(backups.list()).hasSize(8);
    }

    /** The sum of a column of moved amounts; the sign is checked as well, so that two empty tables do not agree. */
    private long sum(BackupFile file, String table, int sign) throws IOException {
        try (BackupArchive archive = BackupArchive.open(folder.resolve(file.name()))) {
            archive.check();
            Manifest.Table found = archive.manifest().tables().stream()
                    .filter(candidate -> candidate.name().equals(table))
                    .findFirst()
                    .orElseThrow();
            String column = sign > 0 ? "version" : "after_id";
            int index =
                    found.columns().stream().map(Manifest.Column::name).toList().indexOf(column);
            long sum = 0;
            try (var in = archive.open(found);
                    var json = RowFormat.parser(in)) {
                while (json.nextToken() == tools.jackson.core.JsonToken.START_ARRAY) {
                    for (int i = 0; i < found.columns().size(); i++) {
                        json.nextToken();
                        sum += i == index ? json.getLongValue() : 0;
                    }
                    json.nextToken();
                }
            }
            assertThat(sum * sign).isPositive();
            return sum;
        }
    }

    @Test
    void leavesNothingBehindWhenTheDiskIsFull() throws Exception {
        try (var connection = database.dataSource().getConnection()) {
            Content.fill(connection);
        }
        Backups onFullDisk = new Backups(
                database.dataSource(), new BackupFolder(folder, BackupTest::fullAfterSomeBytes), clock, "1.0");

        assertThatThrownBy(() -> onFullDisk.take(false, BackupProgress.UNHEARD))
                .isInstanceOf(BackupRefusedException.class)
                .hasMessageContaining("No space left on device")
                .hasMessageContaining(folder.toString());

        assertThat(folder).isEmptyDirectory();
        assertThat(backups.take(false, BackupProgress.UNHEARD).rows()).isPositive();
    }

    private static OutputStream fullAfterSomeBytes(Path file) throws IOException {
        OutputStream real = Files.newOutputStream(file);
        return new OutputStream() {
            private int written;

            @Override
            public void write(int value) throws IOException {
                if (++written > 2_000) {
                    throw new IOException("No space left on device");
                }
                real.write(value);
            }

            @Override
            public void close() throws IOException {
                real.close();
            }
        };
    }

    @Test
    void removesWhatAKilledProcessLeft() throws IOException {
        Path part = Files.createFile(folder.resolve("tallyfold-2026-11-20T090000Z.zip.part"));

        backups.take(false, BackupProgress.UNHEARD);

        assertThat(part).doesNotExist();
        assertThat(backups.list()).hasSize(1);
    }

    @Test
    void keepsSoManyNightlyOnesAndAllOthers() {
        for (int day = 0; day < 5; day++) {
            backups.take(true, BackupProgress.UNHEARD);
            backups.take(false, BackupProgress.UNHEARD);
            clock.advance(Duration.ofDays(1));
        }

        backups.keepNightly(2);

        assertThat(backups.list().stream().filter(BackupFile::nightly))
                .extracting(BackupFile::name)
                .containsExactly(
                        "tallyfold-2026-11-27T090000Z-nightly.zip", "tallyfold-2026-11-26T090000Z-nightly.zip");
        assertThat(backups.list().stream().filter(file -> !file.nightly())).hasSize(5);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../master.key",
                "tallyfold-2026-11-23T090000Z.zip/../x",
                "x.zip",
                "",
                "/etc/passwd",
                "tallyfold.zip"
            })
    void touchesNoOtherFile(String name) throws IOException {
        Files.createFile(folder.resolve("x.zip"));

        assertThatThrownBy(() -> backups.delete(name)).isInstanceOf(BackupRefusedException.class);
        assertThatThrownBy(() -> backups.read(name)).isInstanceOf(BackupRefusedException.class);
        assertThat(backups.list()).isEmpty();
        assertThat(folder.resolve("x.zip")).exists();
    }

    @Test
    void tellsHowFarItIs() {
        List<Long> told = new ArrayList<>();

        BackupFile file = backups.take(false, (rows, all) -> {
            assertThat(rows).isLessThanOrEqualTo(all);
            told.add(rows);
        });

        assertThat(told).isSorted().last().isEqualTo(file.rows());
    }

    @Test
    void holdsNoKey() throws IOException {
        BackupFile file = backups.take(false, BackupProgress.UNHEARD);

        try (var zip = new java.util.zip.ZipFile(folder.resolve(file.name()).toFile())) {
            assertThat(zip.stream())
                    .allMatch(entry -> Pattern.matches("tables/[a-z_]+\\.jsonl|manifest\\.json", entry.getName()));
        }
    }
}
