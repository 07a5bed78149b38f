package tallyfold.administration.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.mock.env.MockEnvironment;
import tallyfold.administration.BackupProgress;
import tallyfold.administration.BackupRefusedException;
import tallyfold.support.Databases;
import tallyfold.support.FullDisk;
import tallyfold.support.MutableClock;

class RestoringTest {

    @TempDir
    Path folder;

    private final MutableClock clock = new MutableClock();

    /** A database to restore into, with nobody connected. */
    private record Target(MockEnvironment environment, String url, String user) {}

    private Target target(Databases.Kind kind) {
        return switch (kind) {
            case H2 -> h2("file");
            case POSTGRESQL -> {
                try (Databases fresh = Databases.fresh(kind)) {
                    yield target(((HikariDataSource) fresh.dataSource()).getJdbcUrl(), "postgres");
                }
            }
        };
    }

    private Target h2(String scheme) {
        return target(
                "jdbc:h2:" + scheme + ":" + folder.resolve("data/tallyfold") + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE",
                "tallyfold");
    }

    private static Target target(String url, String user) {
        return new Target(
                new MockEnvironment()
                        .withProperty("spring.datasource.url", url)
                        .withProperty("spring.datasource.username", user)
                        .withProperty("spring.datasource.password", ""),
                url,
                user);
    }

    private Path backup(Databases database) {
        Path backups = folder.resolve("backups");
        return backups.resolve(new Backups(database.dataSource(), new BackupFolder(backups), clock, "1.0")
                .take(false, BackupProgress.UNHEARD)
                .name());
    }

    private Path filledBackup(Databases.Kind kind) throws SQLException {
        try (Databases database = Databases.fresh(kind)) {
            try (Connection connection = database.dataSource().getConnection()) {
                Content.fill(connection);
            }
            return backup(database);
        }
    }

    private Restoring open(Path file, Target target) {
        return Restoring.open(file, target.environment(), false, clock);
    }

    private void restore(Path file, Target target) {
        try (Restoring restoring = open(file, target)) {
            restoring.load(BackupProgress.UNHEARD);
            restoring.swap();
        }
    }

    @ParameterizedTest
    @CsvSource({"H2, H2", "H2, POSTGRESQL", "POSTGRESQL, H2", "POSTGRESQL, POSTGRESQL"})
    void bringsBackEveryRowOfEveryTable(Databases.Kind from, Databases.Kind to) throws SQLException {
        SortedMap<String, List<String>> before;
        Path file;
        try (Databases database = Databases.fresh(from)) {
            try (Connection connection = database.dataSource().getConnection()) {
                Content.fill(connection);
                before = Content.of(connection);
            }
            file = backup(database);
        }
        Target target = target(to);

        restore(file, target);

        SortedMap<String, List<String>> after = Content.of(target.url(), target.user());
        assertThat(after.keySet()).isEqualTo(before.keySet());
        before.forEach((table, rows) -> assertThat(after.get(table)).as(table).isEqualTo(rows));
        assertThat(before.values().stream().filter(rows -> rows.size() >= 6).count())
                .isGreaterThan(35);
    }

    @ParameterizedTest
    @EnumSource(Databases.Kind.class)
    void goesOnNumberingBehindTheHighest(Databases.Kind kind) throws SQLException {
        Path file = filledBackup(Databases.Kind.H2);
        Target target = target(kind);

        restore(file, target);

        try (Connection connection = DriverManager.getConnection(target.url(), target.user(), "");
                var statement = connection.createStatement()) {
            statement.executeUpdate("INSERT INTO status_change (project_id, area, status, note, changed_at)"
                    + " SELECT id, 'a', 'b', '', CURRENT_TIMESTAMP FROM project FETCH FIRST 1 ROWS ONLY");
            try (var row = statement.executeQuery("SELECT COUNT(*), COUNT(DISTINCT id) FROM status_change")) {
                row.next();
                assertThat(row.getInt(1)).isEqualTo(7).isEqualTo(row.getInt(2));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.Kind.class)
    void bringsAnOlderSchemaUpToDate(Databases.Kind kind) throws SQLException, IOException {
        String url = "jdbc:h2:mem:old;DB_CLOSE_DELAY=-1";
        Flyway.configure().dataSource(url, "tallyfold", "").target("012").load().migrate();
        Path file = folder.resolve("old.zip");
        try (Connection connection = DriverManager.getConnection(url, "tallyfold", "");
                OutputStream out = Files.newOutputStream(file)) {
            Content.fill(connection);
            new BackupWriter("0.9", BackupProgress.UNHEARD).write(connection, out, Instant.EPOCH);
            connection.createStatement().execute("SHUTDOWN");
        }
        Target target = target(kind);

        restore(file, target);

        Flyway.configure().dataSource(target.url(), target.user(), "").load().migrate();
        assertThat(Content.of(target.url(), target.user()))
                .containsKeys("portfolio", "vault_chain_key")
                .hasEntrySatisfying("project", rows -> assertThat(rows).hasSize(6));
    }

    @Test
    void keepsTheH2FileThatWasThere() throws SQLException {
        Path file = filledBackup(Databases.Kind.H2);
        Target target = target(Databases.Kind.H2);
        try (Databases present = Databases.inFile(folder.resolve("data/tallyfold"))) {
            present.jdbc()
                    .sql("INSERT INTO link_gate (only_row) SELECT 1 WHERE FALSE")
                    .update();
        }

        String kept;
        try (Restoring restoring = open(file, target)) {
            restoring.load(BackupProgress.UNHEARD);
            kept = restoring.swap();
        }

        assertThat(kept)
                .isEqualTo(folder.resolve("data/tallyfold-before-restore-20261123-090000.mv.db")
                        .toString());
        assertThat(Content.of(target.url(), target.user()).get("app_user")).hasSize(6);
        assertThat(Content.of(
                                target.url().replace("data/tallyfold", "data/tallyfold-before-restore-20261123-090000"),
                                "tallyfold")
                        .get("app_user"))
                .isEmpty();
    }

    @Nested
    class OnPostgreSql {

        @Test
        void refusesADatabaseWithContentUnlessTold() throws SQLException {
            Path file = filledBackup(Databases.Kind.H2);
            Target target = target(Databases.Kind.POSTGRESQL);
            restore(file, target);

            assertThatThrownBy(() -> open(file, target))
                    .isInstanceOf(BackupRefusedException.class)
                    .hasMessageContaining("--replace");

            try (Restoring restoring = Restoring.open(file, target.environment(), true, clock)) {
                restoring.load(BackupProgress.UNHEARD);
                assertThat(restoring.swap()).isEqualTo("before_restore_20261123090000");
            }
            assertThat(Content.of(target.url(), "postgres").get("app_user")).hasSize(6);
            assertThat(Content.of(target.url() + "&currentSchema=before_restore_20261123090000", "postgres")
                            .get("app_user"))
                    .hasSize(6);
        }

        @Test
        void refusesWhileSomebodyIsConnected() throws SQLException {
            Path file = filledBackup(Databases.Kind.H2);
            Target target = target(Databases.Kind.POSTGRESQL);
            try (Connection _ = DriverManager.getConnection(target.url(), "postgres", "")) {
                assertThatThrownBy(() -> open(file, target))
                        .isInstanceOf(BackupRefusedException.class)
                        .hasMessageContaining("in use");
            }
        }
    }

    @Nested
    class ReplacesNothing {

        private Target target;
        private Path file;
        private byte[] before;

        @org.junit.jupiter.api.BeforeEach
        void prepare() throws Exception {
            file = filledBackup(Databases.Kind.H2);
            target = target(Databases.Kind.H2);
            try (Databases _ = Databases.inFile(folder.resolve("data/tallyfold"))) {
                Files.createDirectories(folder);
            }
            before = Files.readAllBytes(present());
        }

        private Path present() {
            return folder.resolve("data/tallyfold.mv.db");
        }

        private void assertNothingReplaced() throws IOException {
            assertThat(Files.readAllBytes(present())).isEqualTo(before);
            try (Stream<Path> files = Files.list(folder.resolve("data"))) {
                assertThat(files).containsExactly(present());
            }
        }

        private void assertRefused(Path backup, String said) throws IOException {
            assertThatThrownBy(() -> restore(backup, target))
                    .isInstanceOf(BackupRefusedException.class)
                    .hasMessageContaining(said)
                    .hasMessageContaining("Nothing was replaced");
            assertNothingReplaced();
        }

        @Test
        void withoutAFile() throws IOException {
            assertRefused(folder.resolve("none.zip"), "There is no file");
        }

        @Test
        void fromAFileThatIsNoBackup() throws IOException {
            assertRefused(Files.writeString(folder.resolve("x.zip"), "not a zip"), "is no backup");
        }

        @ParameterizedTest
        @CsvSource({"1", "10", "50", "90", "99"})
        void fromAFileThatWasCut(int percent) throws IOException {
            byte[] all = Files.readAllBytes(file);
            byte[] cut = java.util.Arrays.copyOf(all, all.length * percent / 100);
            assertRefused(Files.write(folder.resolve("cut.zip"), cut), "cut off");
        }

        @Test
        void fromAFileWithAFlippedByteThatMatters() throws IOException {
            byte[] all = Files.readAllBytes(file);
            Random random = new Random(1);
            int refused = 0;
            for (int i = 0; i < 200; i++) {
                byte[] flipped = all.clone();
                flipped[random.nextInt(all.length)] ^= (byte) (1 << random.nextInt(8));
                Path damaged = Files.write(folder.resolve("damaged.zip"), flipped);
                try (BackupArchive archive = BackupArchive.open(damaged)) {
                    archive.check();
                    // Only what a ZIP says twice, or nobody reads, such as the time of an entry, may differ.
                    try (BackupArchive sound = BackupArchive.open(file)) {
                        assertThat(archive.manifest()).isEqualTo(sound.manifest());
                    }
                } catch (BackupRefusedException e) {
                    refused++;
                }
            }
            assertThat(refused).isGreaterThan(100);
            assertNothingReplaced();
        }

        @Test
        void fromANewerSchema() throws IOException {
            assertRefused(edited(text -> text.replaceFirst("\"schema\" : \"\\d+\"", "\"schema\" : \"999\"")), "999");
        }

        @Test
        void fromAnotherFormat() throws IOException {
            assertRefused(edited(text -> text.replace(Manifest.FORMAT, "tallyfold-backup-9")), "tallyfold-backup-9");
        }

        @Test
        void whenARowIsMissing() throws IOException {
            assertRefused(edited(text -> text.replaceFirst("\"rows\" : 6", "\"rows\" : 7")), "damaged");
        }

        @Test
        void whenATableIsMissing() throws IOException {
            assertRefused(
                    edited(text -> text.replaceFirst("\"name\" : \"app_user\"", "\"name\" : \"app_users\"")),
                    "app_user");
        }

        @Test
        void whileTheServerRuns() throws IOException {
            try (Databases _ = Databases.inFile(folder.resolve("data/tallyfold"))) {
                assertThatThrownBy(() -> open(file, target))
                        .isInstanceOf(BackupRefusedException.class)
                        .hasMessageContaining("in use");
            }
        }

        @Test
        void whenItIsCutOffBeforeTheExchange() throws IOException, SQLException {
            // Neither closed nor exchanged, as by a process that is killed.
            Restoring killed = open(file, target);
            killed.load(BackupProgress.UNHEARD);
            assertThat(Files.readAllBytes(present())).isEqualTo(before);
            killed.close();

            restore(file, target);
            assertThat(Content.of(target.url(), target.user()).get("app_user")).hasSize(6);
        }

        @Test
        void whenTheDiskIsFull() throws IOException {
            FullDisk.install();
            Target full = h2("full");
            try (Restoring restoring = open(file, full)) {
                assertThatThrownBy(() -> restoring.load((_, _) -> FullDisk.fill()))
                        .isInstanceOf(BackupRefusedException.class)
                        .hasMessageContaining("Nothing was replaced");
            } finally {
                FullDisk.free();
            }
            assertThat(FullDisk.refused()).isPositive();
            assertNothingReplaced();
        }

        /** The same archive with other words in its manifest. */
        private Path edited(UnaryOperator<String> change) throws IOException {
            Path edited = folder.resolve("edited.zip");
            try (ZipFile zip = new ZipFile(file.toFile());
                    ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(edited))) {
                for (ZipEntry entry : zip.stream().toList()) {
                    out.putNextEntry(new ZipEntry(entry.getName()));
                    try (InputStream in = zip.getInputStream(entry)) {
                        byte[] content = in.readAllBytes();
                        String text = new String(content, StandardCharsets.UTF_8);
                        out.write(
                                entry.getName().equals(Manifest.ENTRY)
                                        ? changed(text, change).getBytes(StandardCharsets.UTF_8)
                                        : content);
                    }
                    out.closeEntry();
                }
            }
            return edited;
        }

        private static String changed(String text, UnaryOperator<String> change) {
            String changed = change.apply(text);
            assertThat(changed).isNotEqualTo(text);
            return changed;
        }
    }
}
