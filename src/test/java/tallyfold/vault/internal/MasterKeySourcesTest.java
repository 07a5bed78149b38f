package tallyfold.vault.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.env.MockEnvironment;
import tallyfold.vault.MasterKeyRefusedException;

@SuppressWarnings("NullAway")
class MasterKeySourcesTest {

    @TempDir
    Path home;

    private final MockEnvironment properties = new MockEnvironment();
    private final Map<String, String> variables = new HashMap<>();
    private final MasterKey key = MasterKey.random("a test");

    @BeforeEach
    void useHome() {
        properties.setProperty("tallyfold.home", home.toString());
    }

    @Nested
    class Generating {

        @Test
        void writesForTheOwnerOnlyAndReadsItBack() throws IOException {
            MasterKey generated = sources().generate();

            assertThat(sources().find()).map(MasterKey::id).contains(generated.id());
            assumePosix();
            assertThat(Files.getPosixFilePermissions(ownFile()))
                    .isEqualTo(PosixFilePermissions.fromString("rw-------"));
            assertThat(Files.getPosixFilePermissions(ownFile().getParent()))
                    .isEqualTo(PosixFilePermissions.fromString("rwx------"));
        }

        @Test
        void neverOverwrites() throws IOException {
            write(ownFile(), "something that somebody put there");

            assertThatThrownBy(() -> sources().generate()).isInstanceOf(MasterKeyRefusedException.class);
            assertThat(ownFile()).hasContent("something that somebody put there");
        }
    }

    @Nested
    class Finding {

        @Test
        void isEmptyWithoutAnySource() {
            assertThat(sources().find()).isEmpty();
        }

        @Test
        void acceptsALineEndBehindTheKey() throws IOException {
            write(ownFile(), key.toText() + "\n");

            assertThat(sources().find()).map(MasterKey::id).contains(key.id());
        }

        @Test
        void readsTheConfiguredFile() throws IOException {
            configure(key.toText());

            assertThat(sources().find()).map(MasterKey::id).contains(key.id());
        }

        @Test
        void readsTheProcessEnvironment() {
            variables.put("TALLYFOLD_MASTER_KEY", key.toText());

            assertThat(sources().find()).map(MasterKey::id).contains(key.id());
        }

        @Test
        void acceptsTheSameKeyFromAllSources() throws IOException {
            write(ownFile(), key.toText());
            variables.put("TALLYFOLD_MASTER_KEY", key.toText());
            configure(key.toText());

            assertThat(sources().find()).map(MasterKey::id).contains(key.id());
        }

        @Test
        void refusesTwoThatDisagreeAndNamesBoth() throws IOException {
            MasterKey other = MasterKey.random("a test");
            write(ownFile(), other.toText());
            configure(key.toText());

            assertRefused()
                    .hasMessageContaining(key.id())
                    .hasMessageContaining(other.id())
                    .hasMessageContaining(ownFile().toString());
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "\n", "AAAA", "0123456789abcdef", "-----BEGIN PRIVATE KEY-----"})
        void refusesAFileThatIsNoKey(String content) throws IOException {
            write(ownFile(), content);

            assertRefused().hasMessageContaining(ownFile().toString()).hasMessageContaining("32 bytes");
        }

        @Test
        void refusesATruncatedFileWithoutRepeatingIt() throws IOException {
            String cut = key.toText().substring(0, 30);
            write(ownFile(), cut);

            assertRefused().hasMessageContaining("30 characters").hasMessageNotContaining(cut.substring(0, 10));
        }

        @ParameterizedTest
        @ValueSource(strings = {"rw-r--r--", "rw----r--", "rw-r-----", "rw--w----", "rw-rw-rw-"})
        void refusesAFileOpenToOthersAndSaysWhatToRun(String permissions) throws IOException {
            assumePosix();
            write(ownFile(), key.toText());
            Files.setPosixFilePermissions(ownFile(), PosixFilePermissions.fromString(permissions));

            assertRefused().hasMessageContaining("chmod 600 \"" + ownFile() + "\"");
        }

        @Test
        void refusesAConfiguredFileThatIsMissingInsteadOfGenerating() {
            properties.setProperty(
                    "tallyfold.master-key-file", home.resolve("nowhere").toString());

            assertRefused().hasMessageContaining("nowhere");
        }

        @Test
        void refusesSourcesThatAreSetButEmpty() {
            variables.put("TALLYFOLD_MASTER_KEY", "");
            assertRefused().hasMessageContaining("TALLYFOLD_MASTER_KEY");

            variables.clear();
            properties.setProperty("tallyfold.master-key-file", " ");
            assertRefused().hasMessageContaining("TALLYFOLD_MASTER_KEY_FILE");
        }
    }

    private org.assertj.core.api.AbstractThrowableAssert<?, ? extends Throwable> assertRefused() {
        return assertThatThrownBy(() -> sources().find())
                .isInstanceOf(MasterKeyRefusedException.class)
                .hasNoCause()
                .hasMessageNotContaining(key.toText());
    }

    private MasterKeySources sources() {
        return new MasterKeySources(properties, variables::get);
    }

    private Path ownFile() {
        return home.resolve("keys").resolve("master.key");
    }

    private void configure(String content) throws IOException {
        Path file = home.resolve("mounted.key");
        write(file, content);
        properties.setProperty("tallyfold.master-key-file", file.toString());
    }

    private static void write(Path file, String content) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
        if (posix()) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        }
    }

    private static void assumePosix() {
        assumeTrue(posix());
    }

    private static boolean posix() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    }
}
