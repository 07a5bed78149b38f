package tallyfold.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import tallyfold.uikit.Texts;

/** The one folder everything lives in. Created for the owner only, and never outside of it. */
final class HomeFolder {

    private static final List<String> PARTS = List.of("data", "keys", "backups", "logs");
    private static final String OWNER_ONLY = "rwx------";

    private final Path path;

    /**
     * The folder of that name, seen from where the process runs.
     *
     * @throws StartRefusedException when the name cannot be one
     */
    HomeFolder(String name) {
        try {
            this.path = Path.of(name.strip()).toAbsolutePath().normalize();
        } catch (InvalidPathException _) {
            throw new StartRefusedException(Texts.of("command.home.bad-name", name));
        }
        // The database address is a list of settings separated by semicolons.
        if (name.isBlank() || path.toString().indexOf(';') >= 0) {
            throw new StartRefusedException(Texts.of("command.home.bad-name", name));
        }
    }

    Path path() {
        return path;
    }

    Path logFile() {
        return path.resolve("logs").resolve("tallyfold.log");
    }

    /**
     * Creates what is missing and makes sure that it can be written.
     *
     * @throws StartRefusedException when not
     */
    void prepare() {
        try {
            createOwnerOnly(path);
            for (String part : PARTS) {
                createOwnerOnly(path.resolve(part));
            }
            for (String part : PARTS) {
                // Tried, not asked: file systems mounted read-only and access lists answer differently.
                if (!part.equals("keys")) {
                    Files.delete(Files.createTempFile(path.resolve(part), ".writable", null));
                }
            }
        } catch (IOException e) {
            throw new StartRefusedException(Texts.of("command.home.not-writable", path, reason(e)));
        }
    }

    private void createOwnerOnly(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        FileAttribute<?>[] attributes =
                folder.getFileSystem().supportedFileAttributeViews().contains("posix")
                        ? new FileAttribute<?>[] {
                            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(OWNER_ONLY))
                        }
                        : new FileAttribute<?>[0];
        Files.createDirectories(folder, attributes);
    }

    private static String reason(IOException e) {
        String kind = e.getClass().getSimpleName().replace("Exception", "");
        return kind.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ENGLISH);
    }
}
