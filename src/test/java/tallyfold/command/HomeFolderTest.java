package tallyfold.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeFolderTest {

    @TempDir
    Path folder;

    @Test
    void isForItsOwnerOnlyWithAllThatIsInIt() throws IOException {
        assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
        Path home = folder.resolve("home");

        new HomeFolder(home.toString()).prepare();

        try (Stream<Path> found = Files.walk(home)) {
            List<Path> all = found.toList();
            assertThat(all)
                    .contains(
                            home.resolve("data"), home.resolve("keys"), home.resolve("backups"), home.resolve("logs"));
            for (Path each : all) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(each)))
                        .as(each.toString())
                        .isEqualTo("rwx------");
            }
        }
    }
}
