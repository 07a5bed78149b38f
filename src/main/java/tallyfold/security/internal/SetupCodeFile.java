package tallyfold.security.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The set-up code as a file in the home folder that only its owner can read. */
@Component
class SetupCodeFile {

    private final Path path;

    SetupCodeFile(@Value("${tallyfold.home}") Path home) {
        this.path = home.resolve("setup-code").toAbsolutePath().normalize();
    }

    Path path() {
        return path;
    }

    Optional<String> read() {
        try {
            return Files.isRegularFile(path) && Files.size(path) < 1_000
                    ? Optional.of(
                            Files.readString(path, StandardCharsets.US_ASCII).strip())
                    : Optional.empty();
        } catch (IOException unreadable) {
            // A code that nobody can read is replaced by a new one.
            return Optional.empty();
        }
    }

    /** Written anew rather than over the old file, which might be readable by others. */
    void write(String code) {
        try {
            Files.createDirectories(path.getParent());
            Files.deleteIfExists(path);
            boolean posix = Files.getFileStore(path.getParent()).supportsFileAttributeView("posix");
            FileAttribute<?>[] ownerOnly = posix
                    ? new FileAttribute<?>[] {
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                    }
                    : new FileAttribute<?>[0];
            try (SeekableByteChannel file = Files.newByteChannel(
                    path, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownerOnly)) {
                file.write(ByteBuffer.wrap((code + System.lineSeparator()).getBytes(StandardCharsets.US_ASCII)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The set-up code cannot be written to " + path, e);
        }
    }

    void delete() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException("The used set-up code cannot be removed from " + path, e);
        }
    }
}
