package tallyfold.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A backup and its way back pass the rows through, however many there are: with a heap that the rows themselves would not fit into
 * three times over. {@code -Dtallyfold.backup.items=1000000} is the long form.
 */
class LargeBackupIT {

    private static final int ITEMS = Integer.getInteger("tallyfold.backup.items", 200_000);
    private static final List<String> SMALL = List.of("-Xmx64m");
    private static final Pattern WRITTEN = Pattern.compile("Backup written: (\\S+\\.zip) ");

    @TempDir
    Path folder;

    @Test
    void passesMoreRowsThroughThanTheHeapHolds() throws IOException {
        Path home = folder.resolve("home");
        try (RunningProduct product = RunningProduct.start(home)) {
            assertThat(product.address()).isNotNull();
        }
        try (Store store = Store.fileIn(home)) {
            assertThat(store.change(filling())).isEqualTo(ITEMS);
        }

        Matcher written = WRITTEN.matcher(JarCommand.run(RunningProduct.jar(), SMALL, home, "backup"));
        assertThat(written.find()).isTrue();
        Path elsewhere = folder.resolve("elsewhere");
        Files.createDirectories(elsewhere.resolve("keys"));
        Files.copy(
                home.resolve("keys").resolve("master.key"),
                elsewhere.resolve("keys").resolve("master.key"));
        assertThat(JarCommand.run(RunningProduct.jar(), SMALL, elsewhere, "restore", written.group(1)))
                .contains("Restored ");

        try (Store before = Store.fileIn(home);
                Store after = Store.fileIn(elsewhere)) {
            assertThat(after.count("work_item")).isEqualTo(ITEMS);
            assertThat(after.count("work_item WHERE title LIKE 'Item %: a title%' AND rev = MOD(remote_id, 20) + 1"))
                    .isEqualTo(before.count("work_item"));
        }
    }

    private static String filling() {
        return """
            INSERT INTO work_item (connection_id, remote_id, rev, type, title, state, state_category, assignee_key, assignee_name,
                area_path, iteration_path, tags, created_at, changed_at, web_address)
            SELECT UUID '11111111-1111-1111-1111-111111111111', X, MOD(X, 20) + 1, 'User Story',
                'Item ' || X || ': a title as long as those that people write in their own boards', 'Active', 'IN_PROGRESS',
                'aad.' || MOD(X, 500), 'Person ' || MOD(X, 500), 'Fabrikam\\Team ' || MOD(X, 90), 'Fabrikam\\Sprint ' || MOD(X, 40),
                'one; two', CURRENT_TIMESTAMP, CURRENT_TIMESTAMP, 'https://dev.azure.com/fabrikam-demo/_workitems/edit/' || X
            FROM SYSTEM_RANGE(1, %d)""".formatted(ITEMS);
    }
}
